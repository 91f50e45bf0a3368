import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from '../access/actor';
import { badInput } from '../kernel/errors';
import { type Run, sql } from '../kernel/sql';

/**
 * The closed list of writes that record no entry. They are notes of the server about its own work, not changes of the
 * record: idempotency rows, written inside the transaction of the command that they belong to, and their expiry; who
 * read what is marked, written in batches after the fact, and its expiry (an entry for each reading would be read, too);
 * how far somebody has read a journal, as they say themselves; and when a credential was last used, which says that a token is in use, and nothing of what was done with it.
 */
const kept = '7 days';

/** What a command left behind for its repetition. */
export interface Done {
  readonly result: unknown;
  readonly entryIds: string[];
}

export interface OnceOnly {
  readonly actor: Actor;
  readonly mutation: string;
  readonly key: string;
  readonly input: object;
}

/**
 * Takes the key for this transaction: a concurrent twin waits here until this one ends. Answers with what an earlier
 * command left, if it had the same input.
 */
export async function takeKey(run: Run, once: OnceOnly): Promise<Done | undefined> {
  const { stakeholder, actor } = scopeOf(once);
  const hash = hashOf(once.input);
  await run(sql`
    DELETE FROM idempotency WHERE stakeholder_id = ${stakeholder} AND actor_id = ${actor} AND mutation = ${once.mutation}
      AND key = ${once.key} AND stored_at < now() - ${kept}::interval`);
  const taken = await run(sql`
    INSERT INTO idempotency (stakeholder_id, actor_id, mutation, key, input_hash, stored_at)
    VALUES (${stakeholder}, ${actor}, ${once.mutation}, ${once.key}, ${hash}, now())
    ON CONFLICT DO NOTHING RETURNING key`);
  if (taken.length === 1) return undefined;
  const [earlier] = await run(sql`
    SELECT input_hash, done FROM idempotency WHERE stakeholder_id = ${stakeholder} AND actor_id = ${actor}
      AND mutation = ${once.mutation} AND key = ${once.key}`);
  if (!hash.equals(earlier?.['input_hash'] as Buffer)) {
    throw badInput('This idempotency key was used with another input.', 'input.idempotencyKey');
  }
  return earlier?.['done'] as Done;
}

export async function keepDone(run: Run, once: OnceOnly, done: Done): Promise<void> {
  const { stakeholder, actor } = scopeOf(once);
  await run(sql`
    UPDATE idempotency SET done = ${JSON.stringify(done)} WHERE stakeholder_id = ${stakeholder} AND actor_id = ${actor}
      AND mutation = ${once.mutation} AND key = ${once.key}`);
}

export async function forgetOldKeys(run: Run): Promise<void> {
  await run(sql`DELETE FROM idempotency WHERE stored_at < now() - ${kept}::interval`);
}

/** What one operation of a reader was handed of one originator and incident, as a row of `read_record`. */
export interface KeptReading {
  readonly id: string;
  readonly operation_id: string;
  readonly means: string;
  /** ISO 8601. */
  readonly read_from: string;
  readonly read_to: string;
  readonly person_id: string | null;
  readonly stakeholder_id: string;
  readonly originator_id: string;
  readonly incident_id: string;
  readonly entries: string;
  readonly things: readonly string[];
}

/** Writes each reading, or adds it to what is known of its operation: to write one twice changes nothing. */
export async function keepReadings(run: Run, readings: readonly KeptReading[]): Promise<void> {
  await run(sql`
    INSERT INTO read_record (id, operation_id, means, read_from, read_to, person_id, stakeholder_id, originator_id,
      incident_id, entries, things)
    SELECT * FROM json_to_recordset(${JSON.stringify(readings)}::json) AS reading (id uuid, operation_id uuid, means text,
      read_from timestamptz, read_to timestamptz, person_id uuid, stakeholder_id uuid, originator_id uuid,
      incident_id uuid, entries int4multirange, things text[])
    ON CONFLICT (operation_id, originator_id, incident_id) DO UPDATE SET
      read_from = LEAST(read_record.read_from, EXCLUDED.read_from), read_to = GREATEST(read_record.read_to, EXCLUDED.read_to),
      entries = read_record.entries + EXCLUDED.entries,
      things = ARRAY(SELECT DISTINCT unnest(read_record.things || EXCLUDED.things) ORDER BY 1)`);
}

export async function forgetOldReadings(run: Run, before: Date): Promise<void> {
  await run(sql`DELETE FROM read_record WHERE read_from < ${before}`);
}

/** How far one person, acting for one stakeholder, has read. */
export interface ReadMarks {
  readonly personId: string;
  readonly stakeholderId: string;
  readonly numbers: ReadonlyMap<string, number>;
}

/** Never backwards: who reads at two windows has read what was read at either. Always in one order, against deadlocks. */
export async function keepReadMarks(run: Run, { personId, stakeholderId, numbers }: ReadMarks): Promise<void> {
  const rows = JSON.stringify([...numbers].map(([incident_id, number]) => ({ incident_id, number })));
  await run(sql`
    INSERT INTO read_mark (stakeholder_id, incident_id, person_id, number)
    SELECT ${stakeholderId}::uuid, mark.incident_id, ${personId}::uuid, mark.number
    FROM json_to_recordset(${rows}::json) AS mark (incident_id uuid, number integer) ORDER BY mark.incident_id
    ON CONFLICT (stakeholder_id, incident_id, person_id) DO UPDATE SET number = EXCLUDED.number
      WHERE read_mark.number < EXCLUDED.number`);
}

/** Several at once, and never backwards: other servers note uses of the same credential. */
export async function noteUses(run: Run, uses: ReadonlyMap<string, Date>): Promise<void> {
  const rows = JSON.stringify([...uses].map(([id, at]) => ({ id, at })));
  await run(sql`
    UPDATE credential SET last_used_at = used.at FROM json_to_recordset(${rows}::json) AS used (id uuid, at timestamptz)
    WHERE credential.id = used.id AND (credential.last_used_at IS NULL OR credential.last_used_at < used.at)`);
}

const nobody = '00000000-0000-0000-0000-000000000000';

function scopeOf({ actor }: OnceOnly): { stakeholder: string; actor: string } {
  return { stakeholder: actor.stakeholderId ?? nobody, actor: actor.personId ?? nobody };
}

function hashOf(input: object): Buffer {
  return createHash('sha256')
    .update(canonicalize(JSON.parse(JSON.stringify(input))) as string)
    .digest();
}
