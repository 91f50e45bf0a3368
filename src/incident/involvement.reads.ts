import type { GraphQLResolveInfo } from 'graphql';
import { allUnder } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { sql } from '../kernel/sql';
import { InvolvementRow } from './involvement.entity';

export const involvement: Thing<InvolvementRow> = { table: 'involvement', entity: InvolvementRow };

export const involvementsOfIncident = {
  ...allUnder(involvement, 'incident_id', sql`involvement.joined_at, involvement.id`),
  needs: ['leftAt'],
};

export class InvolvementReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string): Promise<Visible<InvolvementRow> | null> {
    return this.reads.byId(operation, involvement, id);
  }

  /** All periods of all parties, in the order in which they began. */
  ofIncident(
    operation: Operation,
    incidentId: string,
    info: GraphQLResolveInfo,
  ): Promise<readonly Visible<InvolvementRow>[]> {
    return this.reads.lookUp(operation, () => involvementsOfIncident, incidentId, info);
  }
}
