import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { sql } from '../kernel/sql';
import { AffectedServiceRow } from './affected-service.entity';

export const affectedService: Thing<AffectedServiceRow> = {
  table: 'affected_service',
  entity: AffectedServiceRow,
  reading: ({ id, incidentId, marking }) => ({ incidentId, marking, what: { type: 'AffectedService', key: id } }),
};

export class AffectedServiceReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string): Promise<Visible<AffectedServiceRow> | null> {
    return this.reads.byId(operation, affectedService, id);
  }

  ofIncident(operation: Operation, incidentId: string): Promise<readonly Visible<AffectedServiceRow>[]> {
    const order = sql`affected_service.name, affected_service.id`;
    return this.reads.allUnder(operation, affectedService, {
      column: 'incident_id',
      property: 'incidentId',
      key: incidentId,
      order,
    });
  }
}
