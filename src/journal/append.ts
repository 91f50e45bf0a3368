import type { DataSource } from 'typeorm';
import { type Cell, type Run, rowShape } from '../kernel/sql';
import { Together } from '../kernel/together';
import { isUnavailable } from '../kernel/unavailable';
import { canonicalContent, contentHash } from './chain';
import { JournalEntryRow } from './journal.entity';

/** The entries of one command, in the order in which they were recorded. */
export type Recorded = readonly JournalEntryRow[];

/**
 * Appends entries to their streams, `given` in one statement, the last of its transaction: the update of the heads takes the
 * locks of the streams as late as possible, always in the same order, and gives the numbers, so that number order is commit
 * order. If a stream has no head, nothing is written: lines without a number are refused.
 */
const appending = `
  WITH given AS (
    SELECT stream_id, array_agg(id ORDER BY place) AS ids, array_agg(hash ORDER BY place) AS hashes,
      count(*)::integer AS count
    FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) WITH ORDINALITY AS entry (stream_id, id, hash, place)
    GROUP BY stream_id
  ), held AS (
    SELECT stream_id FROM journal_head WHERE stream_id = ANY ($1::uuid[]) ORDER BY stream_id FOR NO KEY UPDATE
  ), head AS (
    UPDATE journal_head SET number = number + given.count, previous_hash = chain_hash,
      chain_hash = (journal_chain(chain_hash, number, given.hashes))[given.count],
      appended_by = pg_current_xact_id()::text::bigint
    FROM held JOIN given USING (stream_id)
    WHERE journal_head.stream_id = held.stream_id
    RETURNING journal_head.stream_id, given.ids, given.hashes, number - given.count AS base,
      journal_chain(previous_hash, number - given.count, given.hashes) AS chain
  ), content AS (
    INSERT INTO journal_entry SELECT * FROM json_populate_recordset(NULL::journal_entry, $4::json)
    WHERE EXISTS (SELECT FROM head)
  )
  INSERT INTO journal_line (stream_id, number, entry_id, content_hash, chain_hash)
  SELECT head.stream_id,
    CASE WHEN (SELECT count(*) FROM head) = (SELECT count(*) FROM given) THEN head.base + line.place::integer END,
    line.id, line.content_hash, line.chain_hash
  FROM head, unnest(head.ids, head.hashes, head.chain) WITH ORDINALITY AS line (id, content_hash, chain_hash, place)
  RETURNING number`;

/**
 * Appends what commands recorded whose entries are all that they change, those of many commands in one transaction. What
 * one command makes fail is no other's fault: so the others are appended without it.
 */
export class Appends {
  private readonly together = new Together((commands: readonly Recorded[]) => this.appendAll(commands));

  /** Those of an entry; they are known once the data source is connected. */
  private cells: readonly Cell[] | undefined;

  constructor(
    private readonly run: Run,
    private readonly dataSource: DataSource,
  ) {}

  async append(entries: Recorded): Promise<void> {
    const failure = await this.together.do(entries);
    if (failure) throw failure.error;
  }

  /** The last that a transaction does which changed something else, too. */
  async appendIn(run: Run, entries: Recorded): Promise<void> {
    const streams = entries.map(({ streamId }) => streamId);
    const ids = entries.map(({ id }) => id);
    const hashes = entries.map((entry) => contentHash(canonicalContent(entry)));
    const cells = this.cells ?? rowShape(this.dataSource, JournalEntryRow).cells;
    this.cells = cells;
    const contents = JSON.stringify(entries.map((entry) => columnsOf(entry, cells)));
    const lines = await run({ text: appending, values: [streams, ids, hashes, contents] });
    if (lines.length !== entries.length) throw new Error('A stream has no head to append to.');
  }

  private async appendAll(commands: readonly Recorded[]): Promise<readonly (Failure | undefined)[]> {
    try {
      await this.appendIn(this.run, commands.flat());
      return [];
    } catch (error) {
      // Whether what the connection failed under was committed is not known: so it is not done again.
      if (commands.length === 1 || !isRefused(error)) throw error;
    }
    const failures: (Failure | undefined)[] = [];
    for (const entries of commands) failures.push(await this.failureOf(entries));
    return failures;
  }

  private async failureOf(entries: Recorded): Promise<Failure | undefined> {
    try {
      await this.appendIn(this.run, entries);
      return undefined;
    } catch (error) {
      return { error };
    }
  }
}

/** By PostgreSQL, which then has undone all of it. */
function isRefused(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !isUnavailable(error);
}

interface Failure {
  readonly error: unknown;
}

/** The entry as `json_populate_recordset` reads it: columns by name, embedded values flattened, bytes in hex. */
function columnsOf(entry: JournalEntryRow, cells: readonly Cell[]): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const { column, path } of cells) columns[column] = shown(valueAt(entry, path));
  return columns;
}

function valueAt(entry: JournalEntryRow, [property, part]: readonly string[]): unknown {
  const value = entry[property as keyof JournalEntryRow] as unknown;
  return part === undefined ? value : (value as Record<string, unknown> | null)?.[part];
}

function shown(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
}
