import type { GraphQLResolveInfo } from 'graphql';
import { allOfIncident } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { sql } from '../kernel/sql';
import { AffectedRegionRow } from './affected-region.entity';

export const affectedRegion: Thing<AffectedRegionRow> = {
  table: 'affected_region',
  entity: AffectedRegionRow,
  always: ['id', 'incidentId', 'marking.tlp', 'marking.originator'],
  reading: ({ id, incidentId, marking }) => ({ incidentId, marking, what: { type: 'AffectedRegion', key: id } }),
};

export const affectedRegionsOfIncident = allOfIncident(
  affectedRegion,
  sql`affected_region.region_code, affected_region.id`,
);

export class AffectedRegionReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string): Promise<Visible<AffectedRegionRow> | null> {
    return this.reads.byId(operation, affectedRegion, id);
  }

  ofIncident(
    operation: Operation,
    incidentId: string,
    info: GraphQLResolveInfo,
  ): Promise<readonly Visible<AffectedRegionRow>[]> {
    return this.reads.lookUp(operation, () => affectedRegionsOfIncident, incidentId, info);
  }
}
