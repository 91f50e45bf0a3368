import type { GraphQLResolveInfo } from 'graphql';
import type { ListOrder } from '../access/lists';
import { byId, type Lookup, pageUnder, underIncident } from '../access/lookups';
import type { Marking } from '../access/marking';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import { currentEntry, registryStream, visibleSql } from '../access/visibility';
import { badInput } from '../kernel/errors';
import { type Page, pageRequest } from '../kernel/paging';
import { join, type Sql, sql } from '../kernel/sql';
import { JournalEntryRow, JournalLineRow, JournalMarkingRow } from './journal.entity';
import type { JournalArgs, JournalFilter } from './journal.inputs';
import type { Work } from './work';

/** A line as its reader sees it: with its entry, or sealed. */
export type LineRow = JournalLineRow & {
  readonly entry: JournalEntryRow | null;
  /** Its last marking, if it had another than the first. */
  readonly remarked: JournalMarkingRow | null;
};
/** A line whose entry its reader sees. */
export type OpenLineRow = LineRow & { readonly entry: JournalEntryRow };

/** The marking that holds now. */
export function markingOfEntry({ entry, remarked }: Pick<OpenLineRow, 'entry' | 'remarked'>): Marking {
  return remarked?.marking ?? entry.marking;
}

/** Parts of the marking that holds, wherever it stands. */
export function eachMarking(...parts: (keyof Marking)[]): string[] {
  return ['entry.marking', 'remarked.marking'].flatMap((at) => parts.map((part) => `${at}.${part}`));
}

export const journalLine: Thing<LineRow> = {
  table: 'journal_line',
  entity: JournalLineRow,
  joined: {
    entry: { entity: JournalEntryRow, as: 'journal_entry' },
    remarked: { entity: JournalMarkingRow, as: 'remarked' },
  },
  joins: (incident) =>
    sql`LEFT JOIN ${currentEntry} ON journal_entry.id = journal_line.entry_id AND ${visibleSql('journal_entry', incident)}`,
  always: ['streamId', 'number', ...eachMarking('tlp', 'originator')],
  // A sealed line shows nothing, and what the registry holds belongs to no incident.
  reading: (row) =>
    isOpenLine(row) && row.streamId !== registryStream
      ? { incidentId: row.streamId, marking: markingOfEntry(row), what: row.number }
      : null,
};

function isOpenLine(row: LineRow): row is OpenLineRow {
  return row.entry !== null;
}

/** Only lines whose entry the reader sees, where `isOpen` is asked for too. */
export const openLine = journalLine as unknown as Thing<OpenLineRow>;
export const isOpen = sql`journal_entry.id IS NOT NULL`;
const openLineOfEntry: Lookup<OpenLineRow, Visible<OpenLineRow> | null> = {
  ...byId(openLine),
  name: 'open line by entry_id',
  is: sql`${isOpen} AND journal_line.entry_id = parent."parent.key"`,
};

/** The entry with this id, if the actor of a command may read it. */
export async function readableEntry(work: Work, id: string): Promise<Visible<OpenLineRow> | undefined> {
  return (await work.visibleRows(openLine, sql`${isOpen} AND journal_line.entry_id = ${id}`))[0];
}

const byNumber: ListOrder = { keys: [{ sql: sql`journal_line.number`, type: 'integer' }], descending: false };
const byOccurrence: ListOrder = {
  keys: [
    { sql: sql`journal_entry.occurred_latest`, type: 'timestamptz' },
    { sql: sql`journal_line.number`, type: 'integer' },
  ],
  descending: false,
};

// An array: so the few entries of this category are looked up, and not one after the other of a long journal.
const isSituation = sql`${isOpen} AND journal_line.entry_id = ANY (ARRAY(
  SELECT situation.id FROM journal_entry AS situation
  WHERE situation.stream_id = journal_line.stream_id AND situation.category = 'SITUATION'))`;

export function linesOfStream(args: JournalArgs): Lookup<LineRow, Page<Visible<LineRow>>> {
  const order = args.orderBy === 'OCCURRED' ? byOccurrence : byNumber;
  if ((args.afterNumber ?? 0) < 0) throw badInput('Expected the number of a line, 0 or more.', 'afterNumber');
  const list = { where: conditions(args), order, page: pageRequest(args, order.keys) };
  return pageUnder(journalLine, list, underIncident);
}

export class JournalReads {
  constructor(private readonly reads: VisibleReads) {}

  /** A page of a journal. Any filter, and the order of occurrence, leave sealed lines out. */
  page(
    operation: Operation,
    streamId: string,
    args: JournalArgs,
    info: GraphQLResolveInfo,
  ): Promise<Page<Visible<LineRow>>> {
    return this.reads.lookUp(operation, () => linesOfStream(args), streamId, info);
  }

  registry(operation: Operation, args: JournalArgs, info: GraphQLResolveInfo): Promise<Page<Visible<LineRow>>> {
    return this.page(operation, registryStream, args, info);
  }

  line(operation: Operation, streamId: string, number: number): Promise<Visible<LineRow> | null> {
    return this.reads.one(
      operation.viewer,
      journalLine,
      sql`journal_line.stream_id = ${streamId} AND journal_line.number = ${number}`,
    );
  }

  /** The last readable entry of each journal that says how things stand. */
  latestSituation(operation: Operation, streamId: string): Promise<Visible<OpenLineRow> | null> {
    return operation.load('latest situation', streamId, async (viewer, keys) => {
      const list = { where: isSituation, order: byNumber, page: pageRequest({ last: 1 }, byNumber.keys) };
      const pages = await this.reads.pages(viewer, openLine, list, { keys, ...underIncident });
      return keys.map((key) => pages.get(key)?.rows[0] ?? null);
    });
  }

  entry(operation: Operation, id: string): Promise<Visible<OpenLineRow> | null> {
    return operation.load('entry', id, async (viewer, ids) => {
      const rows = await this.entries(viewer, ids);
      const byId = new Map(rows.map((row) => [row.entryId, row]));
      return ids.map((key) => byId.get(key) ?? null);
    });
  }

  /** In the order of the ids, which is that in which they were recorded. */
  async entries(viewer: Viewer, ids: readonly string[]): Promise<Visible<OpenLineRow>[]> {
    const rows = (await this.reads.together(viewer, openLineOfEntry, ids)).filter((row) => row !== null);
    this.reads.note(viewer, openLine, rows);
    return rows;
  }

  correctionsOf(operation: Operation, id: string): Promise<readonly Visible<OpenLineRow>[]> {
    return this.referringTo(operation, 'corrects', id);
  }

  repliesTo(operation: Operation, id: string): Promise<readonly Visible<OpenLineRow>[]> {
    return this.referringTo(operation, 'repliesTo', id);
  }

  private referringTo(operation: Operation, column: 'corrects' | 'repliesTo', id: string) {
    const refers = (ids: readonly string[]): Sql =>
      column === 'corrects'
        ? sql`journal_entry.corrects = ANY (${ids}::uuid[])`
        : sql`journal_entry.replies_to = ANY (${ids}::uuid[])`;
    return operation.load(`entry ${column}`, id, async (viewer, ids) => {
      const rows = await this.reads.rows(viewer, openLine, {
        where: sql`${isOpen} AND ${refers(ids)}`,
        order: sql`journal_line.number`,
      });
      return ids.map((key) => rows.filter((row) => row.entry[column] === key));
    });
  }
}

function conditions({ filter, afterNumber, orderBy }: JournalArgs): Sql {
  const all = filter ? [isOpen, ...filterConditions(filter)] : [];
  if (afterNumber != null) all.push(sql`journal_line.number > ${afterNumber}::integer`);
  if (orderBy === 'OCCURRED') all.push(isOpen, sql`journal_entry.occurred_latest IS NOT NULL`);
  return all.length === 0 ? sql`true` : join(all, ' AND ');
}

function filterConditions({ kinds, categories, author, subject, since }: JournalFilter): Sql[] {
  return [
    ...(kinds ? [sql`journal_entry.kind = ANY (${kinds}::text[])`] : []),
    ...(categories ? [sql`journal_entry.category = ANY (${categories}::text[])`] : []),
    ...(author ? [sql`journal_entry.author_stakeholder_id = ${author}`] : []),
    ...(subject
      ? [sql`journal_entry.subject_type = ${subject.type} AND journal_entry.subject_id = ${subject.key}`]
      : []),
    ...(since ? [sql`journal_entry.recorded_at >= ${since}`] : []),
  ];
}
