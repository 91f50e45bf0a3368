import { permit } from '../access/permissions';
import { changesBetween } from '../journal/changes';
import type { CommandInput } from '../journal/journal.inputs';
import type { Work } from '../journal/work';
import { AppError, badInput, notFound } from '../kernel/errors';
import { toGlobalId } from '../kernel/ids';
import { enrol } from '../stakeholder/stakeholder.commands';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { CredentialRow } from './credential.entity';
import type { CreateAccessCodeInput, CreateApiTokenInput, RevokeCredentialInput } from './credential.inputs';
import { credential } from './credential.reads';
import { recordCredential, revoke } from './credential.revocation';
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
  await permitCode(work, whom.id, of);
  if (input.hours > maxHours) {
    throw badInput(
      `An access code is good for at most ${maxHours} hours, and ${input.hours} were asked for.`,
      'input.hours',
    );
  }
  return keep(work, { of, personId: whom.id, hours: input.hours, input, minted });
}

/**
 * A code is the person, wherever it acts: who made one for somebody of another stakeholder, or for an administrator of
 * the platform, would be them.
 */
async function permitCode(work: Work, personId: string, of: StakeholderRow): Promise<void> {
  const memberships = await work.membershipsAnywhere(personId);
  const own = memberships.find(({ stakeholderId }) => stakeholderId === of.id);
  if (!own || own.endedAt) throw notFound('membership', 'input.personId');
  if (work.actor.rights.has('PLATFORM_ADMIN')) return;
  const refuse = (message: string) => new AppError('FORBIDDEN', message, { inputPath: ['input', 'personId'] });
  if (memberships.length > 1) {
    throw refuse(
      'This person acts, or acted, for another stakeholder too: only an administrator of the platform makes a code for it.',
    );
  }
  if (own.rights.includes('PLATFORM_ADMIN')) {
    throw refuse('Only an administrator of the platform makes a code for another one.');
  }
}

/** People may give up their own codes; the rest is for administrators. */
export async function revokeCredential(work: Work, input: RevokeCredentialInput): Promise<string> {
  const row = await work.visible(credential, input.credentialId, 'input.credentialId');
  const isOwn = row.personId !== null && row.personId === work.actor.personId;
  if (!isOwn) permit(await work.standing(), 'CREDENTIAL_MANAGE', { responsible: row.stakeholderId });
  if (row.revokedAt) throw new AppError('CONFLICT', 'This credential was revoked already.');
  await revoke(work, row, input.entry);
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
  recordCredential(work, 'CREDENTIAL_CREATED', { row, changes: changesBetween({}, told), entry: input.entry });
  return id;
}
