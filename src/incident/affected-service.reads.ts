import type { GraphQLResolveInfo } from 'graphql';
import { allOfIncident } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { sql } from '../kernel/sql';
import { AffectedServiceRow } from './affected-service.entity';

export const affectedService: Thing<AffectedServiceRow> = {
  table: 'affected_service',
  entity: AffectedServiceRow,
  always: ['id', 'incidentId', 'marking.tlp', 'marking.originator'],
  reading: ({ id, incidentId, marking }) => ({ incidentId, marking, what: { type: 'AffectedService', key: id } }),
};

export const affectedServicesOfIncident = allOfIncident(
  affectedService,
  sql`affected_service.name, affected_service.id`,
);

export class AffectedServiceReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string): Promise<Visible<AffectedServiceRow> | null> {
    return this.reads.byId(operation, affectedService, id);
  }

  ofIncident(
    operation: Operation,
    incidentId: string,
    info: GraphQLResolveInfo,
  ): Promise<readonly Visible<AffectedServiceRow>[]> {
    return this.reads.lookUp(operation, () => affectedServicesOfIncident, incidentId, info);
  }
}
