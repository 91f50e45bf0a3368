import { change } from '../journal/changes';
import type { Work } from '../journal/work';
import { AppError } from '../kernel/errors';
import { newId } from '../kernel/ids';
import { sql } from '../kernel/sql';
import type { StakeholderRow } from '../stakeholder/stakeholder.entity';
import { stakeholder } from '../stakeholder/stakeholder.reads';
import type { Identity } from './issuer';
import type { MembershipRow } from './membership.entity';
import { join, membershipOf, record } from './person.commands';
import { PersonRow } from './person.entity';
import { membership, person } from './person.reads';
import { isIdentity } from './sign-in.reads';
import { unauthenticated } from './token';

/**
 * Who signs in for the first time is bound to what was prepared for their e-mail address, or else registered, if their
 * organisation is known here and gives new people rights. The platform itself records it.
 */
export async function welcome(work: Work, identity: Identity): Promise<string> {
  const [known] = await work.visibleRows(person, isIdentity(identity.issuer, identity.subject));
  if (known) throw new AppError('CONFLICT', 'Somebody was faster: this person is known by now.');
  const prepared = await preparedFor(work, identity);
  const organisations = await organisationsOf(work, identity);
  const joined = await onlyOpen(work, organisations, prepared);
  if (!joined) {
    if (prepared && (await membershipsOf(work, prepared)).length > 0) return bind(work, prepared, identity);
    throw unwelcome(identity, organisations);
  }
  const personId = prepared ? await bind(work, prepared, identity) : await register(work, identity, joined);
  await join(work, personId, joined, joined.defaultRights);
  return personId;
}

/** The one that gives new people rights, unless this person had rights there before. */
async function onlyOpen(
  work: Work,
  organisations: readonly StakeholderRow[],
  prepared: PersonRow | undefined,
): Promise<StakeholderRow | undefined> {
  const [of, ...others] = organisations.filter(isOpen);
  if (!of || others.length > 0) return undefined;
  return prepared && (await membershipOf(work, prepared.id, of.id)) ? undefined : of;
}

async function preparedFor(work: Work, { email }: Identity): Promise<PersonRow | undefined> {
  if (email === null) return undefined;
  return (await work.visibleRows(person, sql`person.email = ${email} AND person.issuer IS NULL`))[0];
}

function organisationsOf(work: Work, { organisations }: Identity): Promise<readonly StakeholderRow[]> {
  return work.visibleRows(
    stakeholder,
    sql`stakeholder.siret = ANY (${organisations}::text[]) AND stakeholder.enrolled`,
  );
}

/** A clear reason why this is nobody's person. */
function unwelcome({ organisations }: Identity, found: readonly StakeholderRow[]): AppError {
  if (organisations.length === 0)
    return unauthenticated('The token names no organisation, and nobody prepared your access.');
  const named = organisations.join(', ');
  if (found.length === 0) return unauthenticated(`The organisation ${named} has no access here.`);
  if (!found.some(isOpen))
    return unauthenticated(`The organisation ${named} gives new people no rights: ask its administrator for some.`);
  const several = found.filter(isOpen).length > 1;
  return unauthenticated(
    several
      ? `The organisation ${named} is several stakeholders here: ask an administrator for rights.`
      : `Your rights for the organisation ${named} have ended: ask its administrator for some.`,
  );
}

function isOpen({ defaultRights }: StakeholderRow): boolean {
  return defaultRights.length > 0;
}

async function register(work: Work, { issuer, subject, name }: Identity, of: StakeholderRow): Promise<string> {
  const row: PersonRow = { id: newId(), version: 1, name, email: null, issuer, subject };
  await work.add(PersonRow, row);
  const changes = [change('name', null, name), ...knownBy(row)];
  record(work, 'PERSON_REGISTERED', { person: row.id, of, changes });
  return row.id;
}

/** Each stakeholder that the person was prepared for reads of it in an entry of its own, and of no other one. */
async function bind(work: Work, row: PersonRow, { issuer, subject }: Identity): Promise<string> {
  await work.change(PersonRow, row, { issuer, subject });
  for (const { stakeholderId } of await membershipsOf(work, row)) {
    const changes = knownBy({ issuer, subject });
    record(work, 'PERSON_BOUND', { person: row.id, of: { id: stakeholderId }, changes });
  }
  return row.id;
}

/** Where rights have ended, nobody is told any more. */
function membershipsOf(work: Work, { id }: PersonRow): Promise<readonly MembershipRow[]> {
  return work.visibleRows(membership, sql`membership.person_id = ${id} AND membership.ended_at IS NULL`);
}

function knownBy({ issuer, subject }: Pick<PersonRow, 'issuer' | 'subject'>): ReturnType<typeof change>[] {
  return [change('issuer', null, issuer), change('subject', null, subject)];
}
