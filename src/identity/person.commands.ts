import { permit, type Right, withIncluded } from '../access/permissions';
import { registryStream } from '../access/visibility';
import { change, changesBetween, requiredChanges } from '../journal/changes';
import type { EntryKind } from '../journal/journal';
import { detailsOf, type EntryInput } from '../journal/journal.inputs';
import { registryMarking } from '../journal/registry';
import type { Work } from '../journal/work';
import { AppError, badInput, notFound } from '../kernel/errors';
import { newId } from '../kernel/ids';
import { sql } from '../kernel/sql';
import { enrol } from '../stakeholder/stakeholder.commands';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import { revokeOutgrownCodes } from './credential.revocation';
import { MembershipRow } from './membership.entity';
import { PersonRow } from './person.entity';
import type { EndRightsInput, GrantRightsInput, RegisterPersonInput } from './person.inputs';
import { membership, person } from './person.reads';

export async function registerPerson(work: Work, input: Omit<RegisterPersonInput, 'fault'>): Promise<string> {
  const of = await administered(work, input.stakeholderId);
  await permitRights(work, input.rights);
  await enrol(work, of);
  const email = input.email?.toLowerCase() ?? null;
  const [sameEmail] = email === null ? [] : await work.visibleRows(person, sql`person.email = ${email}`);
  if (sameEmail) throw new AppError('CONFLICT', 'There is a person with this e-mail address already.', at('email'));
  const row: PersonRow = { id: newId(), version: 1, name: input.name, email, issuer: null, subject: null };
  await work.add(PersonRow, row);
  const changes = changesBetween({}, { name: row.name, email });
  record(work, 'PERSON_REGISTERED', { person: row.id, of, changes }, input.entry);
  await join(work, row.id, of, input.rights);
  return row.id;
}

export async function grantRights(work: Work, input: GrantRightsInput): Promise<string> {
  const of = await administered(work, input.stakeholderId);
  const whom = await work.visible(person, input.personId, 'input.personId');
  await permitRights(work, input.rights);
  const memberships = await work.membershipsAnywhere(whom.id);
  const existing = await membershipOf(work, whom.id, of.id);
  if (!existing && input.expectedVersion != null) throw notFound('membership', 'input.personId');
  permitSharing(work, memberships, of.id);
  if (!existing) {
    await enrol(work, of);
    await join(work, whom.id, of, input.rights, input.entry);
    return whom.id;
  }
  if (input.expectedVersion == null) {
    throw badInput('This person has rights there already: give the version that you read.', 'input.expectedVersion');
  }
  const rights = withIncluded(input.rights);
  if (!rights.includes('PLATFORM_ADMIN')) await keepAnAdministrator(work, existing);
  await work.change(MembershipRow, existing, { rights, endedAt: null }, input.expectedVersion);
  const field = `rights for ${of.code}`;
  const before = existing.endedAt ? [] : existing.rights;
  const changes = requiredChanges({ [field]: before }, { [field]: rights });
  record(work, 'RIGHTS_GRANTED', { person: whom.id, of, changes }, input.entry);
  await revokeOutgrownCodes(work, { personId: whom.id, stakeholderId: of.id, before, after: rights });
  return whom.id;
}

export async function endRights(work: Work, input: EndRightsInput): Promise<string> {
  const of = await administered(work, input.stakeholderId);
  const whom = await work.visible(person, input.personId, 'input.personId');
  const existing = await membershipOf(work, whom.id, of.id);
  if (!existing || existing.endedAt) throw notFound('membership', 'input.personId');
  await keepAnAdministrator(work, existing);
  await work.change(MembershipRow, existing, { endedAt: work.now }, input.expectedVersion);
  const changes = [change(`rights for ${of.code}`, existing.rights, null)];
  record(work, 'RIGHTS_ENDED', { person: whom.id, of, changes }, input.entry);
  return whom.id;
}

/** Without anybody who administers the platform, only its operator could let somebody in again. */
async function keepAnAdministrator(work: Work, { id, rights, endedAt }: MembershipRow): Promise<void> {
  if (!rights.includes('PLATFORM_ADMIN') || endedAt) return;
  const others = (await work.platformAdministrators()).filter((one) => one !== id);
  if (others.length > 0) return;
  throw new AppError('CONFLICT', 'This is the last administrator of the platform: make another one first.');
}

/** Whoever lets somebody else's person in would have a say in who that is. */
function permitSharing(work: Work, memberships: readonly { readonly stakeholderId: string }[], of: string): void {
  const isShared = memberships.some(({ stakeholderId }) => stakeholderId !== of);
  if (!isShared || work.actor.rights.has('PLATFORM_ADMIN')) return;
  const message =
    'This person acts, or acted, for another stakeholder: only an administrator of the platform gives it rights.';
  throw new AppError('FORBIDDEN', message, at('personId'));
}

async function administered(work: Work, stakeholderId: string): Promise<StakeholderRow> {
  const row = await work.visible(stakeholder, stakeholderId, 'input.stakeholderId');
  permit(await work.standing(), 'PERSON_REGISTER', { responsible: row.id });
  return row;
}

/** Nobody but an administrator of the platform makes another one. */
async function permitRights(work: Work, rights: readonly Right[]): Promise<void> {
  if (rights.length === 0) throw badInput('Give at least one right, or end them.', 'input.rights');
  if (rights.includes('PLATFORM_ADMIN') && !work.actor.rights.has('PLATFORM_ADMIN')) {
    throw new AppError('FORBIDDEN', 'Only an administrator of the platform grants PLATFORM_ADMIN.', at('rights'));
  }
}

function at(field: string): { readonly inputPath: string[] } {
  return { inputPath: ['input', field] };
}

export async function membershipOf(
  work: Work,
  personId: string,
  stakeholderId: string,
): Promise<MembershipRow | undefined> {
  const where = sql`membership.person_id = ${personId} AND membership.stakeholder_id = ${stakeholderId}`;
  return (await work.visibleRows(membership, where))[0];
}

export async function join(
  work: Work,
  personId: string,
  of: StakeholderRow,
  granted: readonly Right[],
  entry?: EntryInput | null,
): Promise<void> {
  const rights = withIncluded(granted);
  await work.add(MembershipRow, { id: newId(), version: 1, personId, stakeholderId: of.id, rights, endedAt: null });
  const changes = [change(`rights for ${of.code}`, null, rights)];
  record(work, 'RIGHTS_GRANTED', { person: personId, of, changes }, entry);
  await revokeOutgrownCodes(work, { personId, stakeholderId: of.id, before: [], after: rights });
}

interface Told {
  readonly person: string;
  /** The stakeholder whose business it is: rights elsewhere are none of it. */
  readonly of: Pick<StakeholderRow, 'id'>;
  readonly changes: ReturnType<typeof change>[];
}

export function record(
  work: Work,
  kind: EntryKind,
  { person: key, of, changes }: Told,
  entry?: EntryInput | null,
): void {
  work.record({
    kind,
    stream: registryStream,
    subject: { type: 'Person', key },
    marking: registryMarking(work.actor, of.id, entry),
    changes,
    details: detailsOf(entry),
  });
}
