import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor } from '../access/actor';
import { badInput } from '../kernel/errors';
import { type Run, sql } from '../kernel/sql';

/**
 * The closed list of writes that record no entry. They are notes of the server about its own work, not changes of the
 * record: idempotency rows, written inside the transaction of the command that they belong to, and their expiry.
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

const nobody = '00000000-0000-0000-0000-000000000000';

function scopeOf({ actor }: OnceOnly): { stakeholder: string; actor: string } {
  return { stakeholder: actor.stakeholderId ?? nobody, actor: actor.personId ?? nobody };
}

function hashOf(input: object): Buffer {
  return createHash('sha256')
    .update(canonicalize(JSON.parse(JSON.stringify(input))) as string)
    .digest();
}
