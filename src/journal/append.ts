import { snake } from '../kernel/database';
import { type Run, type Sql, sql } from '../kernel/sql';
import { canonicalContent, contentHash } from './chain';
import type { JournalEntryRow } from './journal.entity';

/**
 * Appends entries to one stream in one statement, the last of its transaction: the update of the head row takes the
 * stream's lock as late as possible and gives the numbers, so that number order is commit order.
 */
export async function append(run: Run, streamId: string, entries: readonly JournalEntryRow[]): Promise<void> {
  const lines = await run(appendStatement(streamId, entries));
  if (lines.length !== entries.length) throw new Error(`Stream ${streamId} has no head to append to.`);
}

function appendStatement(streamId: string, entries: readonly JournalEntryRow[]): Sql {
  const ids = entries.map((entry) => entry.id);
  const hashes = entries.map((entry) => contentHash(canonicalContent(entry)));
  const count = entries.length;
  return sql`
    WITH head AS (
      UPDATE journal_head SET number = number + ${count}::integer, previous_hash = chain_hash,
        chain_hash = (journal_chain(chain_hash, number, ${hashes}::bytea[]))[${count}::integer],
        appended_by = pg_current_xact_id()::text::bigint
      WHERE stream_id = ${streamId}
      RETURNING number - ${count}::integer AS base, previous_hash
    ), content AS (
      INSERT INTO journal_entry SELECT * FROM json_populate_recordset(NULL::journal_entry, ${JSON.stringify(entries.map(columnsOf))}::json)
    )
    INSERT INTO journal_line (stream_id, number, entry_id, content_hash, chain_hash)
    SELECT ${streamId}, head.base + line.place::integer, line.id, line.content_hash,
      (journal_chain(head.previous_hash, head.base, ${hashes}::bytea[]))[line.place::integer]
    FROM head, unnest(${ids}::uuid[], ${hashes}::bytea[]) WITH ORDINALITY AS line (id, content_hash, place)
    RETURNING number`;
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
