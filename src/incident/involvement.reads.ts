import type { GraphQLResolveInfo } from 'graphql';
import { allOfIncident } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { sql } from '../kernel/sql';
import { InvolvementRow } from './involvement.entity';
import type { InvolvementsArgs } from './involvement.inputs';

export const involvement: Thing<InvolvementRow> = { table: 'involvement', entity: InvolvementRow };

const ofIncident = allOfIncident(involvement, sql`involvement.joined_at, involvement.id`);
const presentOfIncident: typeof ofIncident = {
  ...ofIncident,
  name: 'present involvement by incident',
  is: sql`${ofIncident.is} AND involvement.left_at IS NULL`,
};

export function involvementsOfIncident({ former }: InvolvementsArgs): typeof ofIncident {
  return former ? ofIncident : presentOfIncident;
}

export class InvolvementReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string): Promise<Visible<InvolvementRow> | null> {
    return this.reads.byId(operation, involvement, id);
  }

  /** Periods of parties, in the order in which they began. */
  ofIncident(
    operation: Operation,
    incidentId: string,
    args: InvolvementsArgs,
    info: GraphQLResolveInfo,
  ): Promise<readonly Visible<InvolvementRow>[]> {
    return this.reads.lookUp(operation, () => involvementsOfIncident(args), incidentId, info);
  }
}
