import { permit } from '../access/permissions';
import { registryStream } from '../access/visibility';
import { change, changesBetween } from '../journal/changes';
import { type CommandInput, detailsOf } from '../journal/journal.inputs';
import { registryMarking } from '../journal/registry';
import type { Work } from '../journal/work';
import { AppError, badInput, notFound } from '../kernel/errors';
import { type NodeRef, toGlobalId } from '../kernel/ids';
import { enrol } from '../stakeholder/stakeholder.commands';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { CredentialRow } from './credential.entity';
import type { CreateAccessCodeInput, CreateApiTokenInput, RevokeCredentialInput } from './credential.inputs';
import { credential } from './credential.reads';
import { membershipOf } from './person.commands';
import { person } from './person.reads';
import type { Minted } from './secret';

const hourMs = 3_600_000;

/** Answers with the id of what was minted: the token is in the hands of who asked, and nothing here keeps it. */
export async function createApiToken(
  work: Work,
  input: Omit<CreateApiTokenInput, 'fault'>,
  minted: Minted,
): Promise<string> {
  const of = await managed(work, input.stakeholderId);
  await enrol(work, of);
  return keep(work, { of, personId: null, hours: input.hours ?? null, input, minted });
}

export async function createAccessCode(
  work: Work,
  input: Omit<CreateAccessCodeInput, 'fault'>,
  { minted, maxHours }: { readonly minted: Minted; readonly maxHours: number },
): Promise<string> {
  const of = await managed(work, input.stakeholderId);
  const whom = await work.visible(person, input.personId, 'input.personId');
  const membership = await membershipOf(work, whom.id, of.id);
  if (!membership || membership.endedAt) throw notFound('membership', 'input.personId');
  // A code is the person: who made one for an administrator of the platform would be one.
  if (membership.rights.includes('PLATFORM_ADMIN') && !work.actor.rights.has('PLATFORM_ADMIN')) {
    const inputPath = ['input', 'personId'];
    throw new AppError('FORBIDDEN', 'Only an administrator of the platform makes a code for another one.', {
      inputPath,
    });
  }
  if (input.hours > maxHours) {
    throw badInput(
      `An access code is good for at most ${maxHours} hours, and ${input.hours} were asked for.`,
      'input.hours',
    );
  }
  return keep(work, { of, personId: whom.id, hours: input.hours, input, minted });
}

/** People may give up their own codes; the rest is for administrators. */
export async function revokeCredential(work: Work, input: RevokeCredentialInput): Promise<string> {
  const row = await work.visible(credential, input.credentialId, 'input.credentialId');
  const isOwn = row.personId !== null && row.personId === work.actor.personId;
  if (!isOwn) permit(await work.standing(), 'CREDENTIAL_MANAGE', { responsible: row.stakeholderId });
  if (row.revokedAt) throw new AppError('CONFLICT', 'This credential was revoked already.');
  await work.change(CredentialRow, row, { revokedAt: work.realNow });
  const changes = [change('credential', toGlobalId('Credential', row.id), null), change('label', row.label, null)];
  record(work, 'CREDENTIAL_REVOKED', { row, changes, entry: input.entry });
  return row.id;
}

async function managed(work: Work, stakeholderId: string): Promise<StakeholderRow> {
  const row = await work.visible(stakeholder, stakeholderId, 'input.stakeholderId');
  permit(await work.standing(), 'CREDENTIAL_MANAGE', { responsible: row.id });
  return row;
}

interface New {
  readonly of: StakeholderRow;
  readonly personId: string | null;
  readonly hours: number | null;
  readonly input: { readonly label: string; readonly entry?: CommandInput['entry'] };
  readonly minted: Minted;
}

async function keep(work: Work, { of, personId, hours, input, minted }: New): Promise<string> {
  const createdAt = work.realNow;
  const expiresAt = hours === null ? null : new Date(createdAt.getTime() + hours * hourMs);
  const kind = personId === null ? 'SYSTEM' : 'PERSON';
  const { id, hash } = minted;
  const row: CredentialRow = {
    ...{ id, version: 1, kind, stakeholderId: of.id, personId, label: input.label, hash, createdAt, expiresAt },
    ...{ revokedAt: null, lastUsedAt: null },
  };
  await work.add(CredentialRow, row);
  const told = { credential: toGlobalId('Credential', id), kind, for: of.code, label: row.label, expiresAt };
  record(work, 'CREDENTIAL_CREATED', { row, changes: changesBetween({}, told), entry: input.entry });
  return id;
}

/** About the person or the stakeholder whom it is for: whoever reads of them reads of it. */
function record(
  work: Work,
  kind: 'CREDENTIAL_CREATED' | 'CREDENTIAL_REVOKED',
  { row, changes, entry }: { row: CredentialRow; changes: ReturnType<typeof change>[]; entry: CommandInput['entry'] },
): void {
  const { personId, stakeholderId } = row;
  const subject: NodeRef =
    personId === null ? { type: 'Stakeholder', key: stakeholderId } : { type: 'Person', key: personId };
  const marking = registryMarking(work.actor, stakeholderId, entry);
  work.record({ kind, stream: registryStream, subject, marking, changes, details: detailsOf(entry) });
}
