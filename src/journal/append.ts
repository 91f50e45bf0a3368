import { snake } from '../kernel/database';
import { type Run, type Sql, sql } from '../kernel/sql';
import { Together } from '../kernel/together';
import { isUnavailable } from '../kernel/unavailable';
import { canonicalContent, contentHash } from './chain';
import type { JournalEntryRow } from './journal.entity';

/** The entries of one command, in the order in which they were recorded. */
export type Recorded = readonly JournalEntryRow[];

/**
 * Appends entries to their streams in one statement, the last of its transaction: the update of the heads takes the locks
 * of the streams as late as possible, always in the same order, and gives the numbers, so that number order is commit
 * order. If a stream has no head, nothing is written: lines without a number are refused.
 */
export async function append(run: Run, entries: Recorded): Promise<void> {
  const lines = await run(appendStatement(entries));
  if (lines.length !== entries.length) throw new Error('A stream has no head to append to.');
}

function appendStatement(entries: Recorded): Sql {
  const streams = entries.map(({ streamId }) => streamId);
  const ids = entries.map(({ id }) => id);
  const hashes = entries.map((entry) => contentHash(canonicalContent(entry)));
  return sql`
    WITH given AS (
      SELECT stream_id, array_agg(id ORDER BY place) AS ids, array_agg(hash ORDER BY place) AS hashes,
        count(*)::integer AS count
      FROM unnest(${streams}::uuid[], ${ids}::uuid[], ${hashes}::bytea[]) WITH ORDINALITY AS entry (stream_id, id, hash, place)
      GROUP BY stream_id
    ), held AS (
      SELECT stream_id FROM journal_head WHERE stream_id = ANY (${streams}::uuid[]) ORDER BY stream_id FOR NO KEY UPDATE
    ), head AS (
      UPDATE journal_head SET number = number + given.count, previous_hash = chain_hash,
        chain_hash = (journal_chain(chain_hash, number, given.hashes))[given.count],
        appended_by = pg_current_xact_id()::text::bigint
      FROM held JOIN given USING (stream_id)
      WHERE journal_head.stream_id = held.stream_id
      RETURNING journal_head.stream_id, given.ids, given.hashes, number - given.count AS base,
        journal_chain(previous_hash, number - given.count, given.hashes) AS chain
    ), content AS (
      INSERT INTO journal_entry SELECT * FROM json_populate_recordset(NULL::journal_entry, ${JSON.stringify(entries.map(columnsOf))}::json)
      WHERE EXISTS (SELECT FROM head)
    )
    INSERT INTO journal_line (stream_id, number, entry_id, content_hash, chain_hash)
    SELECT head.stream_id,
      CASE WHEN (SELECT count(*) FROM head) = (SELECT count(*) FROM given) THEN head.base + line.place::integer END,
      line.id, line.content_hash, line.chain_hash
    FROM head, unnest(head.ids, head.hashes, head.chain) WITH ORDINALITY AS line (id, content_hash, chain_hash, place)
    RETURNING number`;
}

/**
 * Appends what commands recorded whose entries are all that they change, those of many commands in one transaction. What
 * one command makes fail is no other's fault: so the others are appended without it.
 */
export class Appends {
  private readonly together = new Together((commands: readonly Recorded[]) => this.appendAll(commands));

  constructor(private readonly run: Run) {}

  async append(entries: Recorded): Promise<void> {
    const failure = await this.together.do(entries);
    if (failure) throw failure.error;
  }

  private async appendAll(commands: readonly Recorded[]): Promise<readonly (Failure | undefined)[]> {
    try {
      await append(this.run, commands.flat());
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
      await append(this.run, entries);
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
function columnsOf(entry: JournalEntryRow): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(entry)) {
    const name = snake(property);
    if (Buffer.isBuffer(value)) columns[name] = `\\x${value.toString('hex')}`;
    else if (isEmbedded(value)) {
      for (const [part, cell] of Object.entries(value)) columns[`${name}_${snake(part)}`] = cell;
    } else columns[name] = value;
  }
  return columns;
}

function isEmbedded(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value);
}
