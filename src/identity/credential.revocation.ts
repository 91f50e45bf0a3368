import type { Right } from '../access/permissions';
import { registryStream } from '../access/visibility';
import { change } from '../journal/changes';
import { type CommandInput, detailsOf } from '../journal/journal.inputs';
import { registryMarking } from '../journal/registry';
import type { Work } from '../journal/work';
import { type NodeRef, toGlobalId } from '../kernel/ids';
import { sql } from '../kernel/sql';
import { CredentialRow } from './credential.entity';
import { credential, isGood } from './credential.reads';

type Entry = CommandInput['entry'];

export async function revoke(work: Work, row: CredentialRow, entry?: Entry): Promise<void> {
  await work.change(CredentialRow, row, { revokedAt: work.realNow });
  const changes = [change('credential', toGlobalId('Credential', row.id), null), change('label', row.label, null)];
  recordCredential(work, 'CREDENTIAL_REVOKED', { row, changes, entry });
}

export interface Gain {
  readonly personId: string;
  readonly stakeholderId: string;
  /** What the person may do there until now; nothing if it does not act there. */
  readonly before: readonly Right[];
  readonly after: readonly Right[];
}

/**
 * A code is its person: whoever made one, or holds it, would gain what the person gains. Only the platform and its
 * administrators give rights by which a code is outgrown, and they see all codes.
 */
export async function revokeOutgrownCodes(work: Work, { personId, stakeholderId, before, after }: Gain): Promise<void> {
  const rises = after.includes('PLATFORM_ADMIN') && !before.includes('PLATFORM_ADMIN');
  if (!rises && before.length > 0) return;
  const outgrown = rises ? sql`true` : sql`credential.stakeholder_id <> ${stakeholderId}`;
  const where = sql`credential.person_id = ${personId} AND ${isGood} AND ${outgrown}`;
  for (const code of await work.visibleRows(credential, where)) await revoke(work, code);
}

interface Told {
  readonly row: CredentialRow;
  readonly changes: ReturnType<typeof change>[];
  readonly entry: Entry;
}

/** About the person or the stakeholder whom it is for: whoever reads of them reads of it. */
export function recordCredential(
  work: Work,
  kind: 'CREDENTIAL_CREATED' | 'CREDENTIAL_REVOKED',
  { row, changes, entry }: Told,
): void {
  const { personId, stakeholderId } = row;
  const subject: NodeRef =
    personId === null ? { type: 'Stakeholder', key: stakeholderId } : { type: 'Person', key: personId };
  const marking = registryMarking(work.actor, stakeholderId, entry);
  work.record({ kind, stream: registryStream, subject, marking, changes, details: detailsOf(entry) });
}
