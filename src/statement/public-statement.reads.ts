import type { List, ListOrder } from '../access/lists';
import { pageUnder } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { type Page, pageRequest } from '../kernel/paging';
import { sql } from '../kernel/sql';
import { PublicStatementRow } from './public-statement.entity';
import type { PublicStatementsArgs } from './public-statement.inputs';

export const publicStatement: Thing<PublicStatementRow> = { table: 'public_statement', entity: PublicStatementRow };

const latestFirst: ListOrder = {
  keys: [
    { sql: sql`public_statement.published_at`, type: 'timestamptz' },
    { sql: sql`public_statement.id`, type: 'uuid' },
  ],
  descending: true,
};

export class PublicStatementReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string): Promise<Visible<PublicStatementRow> | null> {
    return this.reads.byId(operation, publicStatement, id);
  }

  page(operation: Operation, args: PublicStatementsArgs): Promise<Page<Visible<PublicStatementRow>>> {
    return this.reads.page(operation, publicStatement, () => listOf(args));
  }

  ofIncident(
    operation: Operation,
    incidentId: string,
    args: PublicStatementsArgs,
  ): Promise<Page<Visible<PublicStatementRow>>> {
    const is = sql`public_statement.incident_id = parent."parent.key"`;
    return this.reads.lookUp(
      operation,
      () => pageUnder(publicStatement, listOf(args), { is, type: 'uuid' }),
      incidentId,
    );
  }
}

function listOf(args: PublicStatementsArgs): List {
  const where = args.region ? sql`${args.region} = ANY (public_statement.regions)` : sql`true`;
  return { where, order: latestFirst, page: pageRequest(args, latestFirst.keys) };
}
