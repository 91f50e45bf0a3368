import type { ListOrder } from '../access/lists';
import { pageUnder, underIncident } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { type Page, pageRequest } from '../kernel/paging';
import { sql } from '../kernel/sql';
import { StatementDraftRow } from './statement-draft.entity';
import type { StatementDraftsArgs } from './statement-draft.inputs';

export const statementDraft: Thing<StatementDraftRow> = {
  table: 'statement_draft',
  entity: StatementDraftRow,
  always: ['id', 'incidentId', 'marking.tlp', 'marking.originator'],
  reading: ({ id, incidentId, marking }) => ({ incidentId, marking, what: { type: 'StatementDraft', key: id } }),
};

/** In the order in which they were begun: ids grow with time. */
const byBeginning: ListOrder = { keys: [{ sql: sql`statement_draft.id`, type: 'uuid' }], descending: false };

export class StatementDraftReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string): Promise<Visible<StatementDraftRow> | null> {
    return this.reads.byId(operation, statementDraft, id);
  }

  ofIncident(
    operation: Operation,
    incidentId: string,
    args: StatementDraftsArgs,
  ): Promise<Page<Visible<StatementDraftRow>>> {
    const states = args.filter?.states;
    const where = states ? sql`statement_draft.state = ANY (${states}::text[])` : sql`true`;
    const list = { where, order: byBeginning, page: pageRequest(args, byBeginning.keys) };
    return this.reads.lookUp(operation, () => pageUnder(statementDraft, list, underIncident), incidentId);
  }
}
