import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { sql } from '../kernel/sql';
import { AffectedRegionRow } from './affected-region.entity';

export const affectedRegion: Thing<AffectedRegionRow> = {
  table: 'affected_region',
  entity: AffectedRegionRow,
  reading: ({ id, incidentId, marking }) => ({ incidentId, marking, what: { type: 'AffectedRegion', key: id } }),
};

export class AffectedRegionReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string): Promise<Visible<AffectedRegionRow> | null> {
    return this.reads.byId(operation, affectedRegion, id);
  }

  ofIncident(operation: Operation, incidentId: string): Promise<readonly Visible<AffectedRegionRow>[]> {
    const order = sql`affected_region.region_code, affected_region.id`;
    return this.reads.allUnder(operation, affectedRegion, {
      column: 'incident_id',
      property: 'incidentId',
      key: incidentId,
      order,
    });
  }
}
