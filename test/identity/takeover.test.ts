import type { Viewer } from '../../src/access/viewer';
import { createAccessCode } from '../../src/identity/credential.commands';
import { grantRights } from '../../src/identity/person.commands';
import { mint } from '../../src/identity/secret';
import { welcome } from '../../src/identity/sign-in.commands';
import type { Work } from '../../src/journal/work';
import { carryOut, done, refusal } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import { Party } from '../support/party';
import { admitted, openTo } from './doorstep';

let cellule: TestCellule;
let home: Party;
let homeOffice: Party;
let attacker: Party;
let carol: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  home = await cellule.party('CHU-REN');
  homeOffice = await cellule.colleague(home, ['ADMINISTER']);
  attacker = await cellule.party('LOGICIEL', { rights: ['ADMINISTER'] });
});
beforeEach(async () => {
  carol = await cellule.colleague(home);
});
afterAll(() => cellule.stop());

const whoAmI = '{ viewer { person { id } stakeholder { code } rights } }';
const withEntries = 'entries { id kind subject { id } }';
const at = (where: Party, person = carol) => ({ personId: person.person, stakeholderId: where.stakeholder });
const codeAt = (where: Party, person = carol) => ({ ...at(where, person), label: 'La nuit du 20', hours: 12 });
const readingAt = (where: Party, person = carol) => ({ ...at(where, person), rights: ['READ'] });
const notYourPerson = { code: 'FORBIDDEN', inputPath: ['input', 'personId'] };

test('who administers a stakeholder does not make a person of another one theirs, and the person notices nothing', async () => {
  const granted = await refusal(attacker, 'grantRights', readingAt(attacker));
  const code = await refusal(attacker, 'createAccessCode', codeAt(attacker));

  expect(granted.extensions).toEqual(notYourPerson);
  expect(granted.message).toMatch(/acts, or acted, for another stakeholder/);
  expect(code.extensions).toEqual({ code: 'NOT_FOUND', inputPath: ['input', 'personId'] });
  expect(await carol.ask('{ viewer { person { memberships { rights } } } }')).toEqual({
    viewer: { person: { memberships: [{ rights: ['READ', 'CONTRIBUTE', 'COORDINATE'] }] } },
  });
});

test('nor an administrator of the platform', async () => {
  const granted = await refusal(attacker, 'grantRights', readingAt(attacker, cellule.admin));
  await done(cellule.admin, 'grantRights', readingAt(attacker, cellule.admin));

  const code = await refusal(attacker, 'createAccessCode', codeAt(attacker, cellule.admin));

  for (const { extensions } of [granted, code]) expect(extensions).toEqual(notYourPerson);
});

test('nor a person whose rights have ended, there or here', async () => {
  const back = { ...readingAt(attacker), expectedVersion: 2 };
  await done(cellule.admin, 'grantRights', readingAt(attacker));
  await done(attacker, 'endRights', { ...at(attacker), expectedVersion: 1 });
  const endedHere = await refusal(attacker, 'grantRights', back);
  await done(homeOffice, 'endRights', { ...at(home), expectedVersion: 1 });

  const endedBoth = await refusal(attacker, 'grantRights', back);
  await done(cellule.admin, 'grantRights', back);
  const endedThere = await refusal(attacker, 'createAccessCode', codeAt(attacker));

  for (const { extensions } of [endedHere, endedBoth, endedThere]) expect(extensions).toEqual(notYourPerson);
});

test('what was not found stays so, whoever the person is: the answer to a version tells nothing', async () => {
  const refused = await refusal(attacker, 'grantRights', { ...readingAt(attacker), expectedVersion: 1 });
  const elsewhere = await refusal(attacker, 'grantRights', readingAt(home));

  expect(refused.extensions).toEqual({ code: 'NOT_FOUND', inputPath: ['input', 'personId'] });
  expect(elsewhere.extensions).toEqual({ code: 'FORBIDDEN', permission: 'PERSON_REGISTER' });
});

test('a code for a person of two stakeholders is made by an administrator of the platform, and by neither of theirs', async () => {
  await done(cellule.admin, 'grantRights', readingAt(attacker));

  const there = await refusal(attacker, 'createAccessCode', codeAt(attacker));
  const here = await refusal(homeOffice, 'createAccessCode', codeAt(home));
  const made = await carryOut(cellule.admin, 'createAccessCode', codeAt(attacker));

  for (const { extensions } of [there, here]) expect(extensions).toEqual(notYourPerson);
  expect((await bearer(made.token).ask(whoAmI)).viewer.stakeholder.code).toBe('LOGICIEL');
});

test('whoever comes to act for another stakeholder does so without the codes from before', async () => {
  const colleague = await cellule.colleague(home);
  const [mine, theirs] = [await make(codeAt(home)), await make(codeAt(home, colleague))];
  const end = await admitted(cellule.cellule.url, mine.token);

  const { entries } = await carryOut(cellule.admin, 'grantRights', readingAt(attacker), withEntries);

  const [granted, revoked] = entries;
  const readers = [cellule.admin, homeOffice, attacker, home, carol];
  expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['RIGHTS_GRANTED', 'CREDENTIAL_REVOKED']);
  expect(revoked.subject).toEqual({ id: carol.person });
  expect(await Promise.all(readers.map((by) => seen(by, granted.id)))).toEqual([true, false, true, false, false]);
  expect(await Promise.all(readers.map((by) => seen(by, revoked.id)))).toEqual([true, true, false, false, false]);
  expect(await end()).toEqual({ code: 4403, reason: 'The token was revoked' });
  expect((await bearer(mine.token).refused(whoAmI)).message).toBe('The token was revoked.');
  expect((await bearer(theirs.token).ask(whoAmI)).viewer.person.id).toBe(colleague.person);
});

test('and so does whoever comes to act for it again', async () => {
  await done(cellule.admin, 'grantRights', readingAt(attacker));
  await done(cellule.admin, 'endRights', { ...at(attacker), expectedVersion: 1 });
  const { token } = await carryOut(cellule.admin, 'createAccessCode', codeAt(home));

  await done(cellule.admin, 'grantRights', { ...readingAt(attacker), expectedVersion: 2 });

  expect((await bearer(token).refused(whoAmI)).message).toBe('The token was revoked.');
});

test('a code that was made before makes nobody an administrator of the platform', async () => {
  const { token } = await make(codeAt(home));
  const rise = { ...at(home), rights: ['PLATFORM_ADMIN'], expectedVersion: 1 };

  const { entries } = await carryOut(cellule.admin, 'grantRights', rise, withEntries);

  expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['RIGHTS_GRANTED', 'CREDENTIAL_REVOKED']);
  expect((await bearer(token).refused(whoAmI)).message).toBe('The token was revoked.');
});

test('a code outlives other rights at the same stakeholder, and is not revoked twice', async () => {
  const { token } = await make(codeAt(home));
  const given = await make(codeAt(home));
  await done(carol, 'revokeCredential', { credentialId: given.credential.id });

  await done(homeOffice, 'grantRights', { ...at(home), rights: ['ADMINISTER'], expectedVersion: 1 });
  const { viewer } = await bearer(token).ask(whoAmI);
  const { entries } = await carryOut(cellule.admin, 'grantRights', readingAt(attacker), withEntries);

  expect(viewer.rights).toEqual(['ADMINISTER']);
  expect(entries).toHaveLength(2);
});

test('a person who was prepared elsewhere joins its organisation without the code that was made there', async () => {
  const siret = '11000001200034';
  const ministry = await openTo(cellule, { code: 'MINISTERE', siret, defaultRights: ['READ'] });
  const email = 'carole@ministere.example';
  const prepared = { name: 'Carole', email, stakeholderId: attacker.stakeholder, rights: ['READ'] };
  const { id: personId } = await done(attacker, 'registerPerson', prepared);
  const code = { personId, stakeholderId: attacker.stakeholder, label: 'Piège', hours: 72 };
  const { token } = await carryOut(attacker, 'createAccessCode', code);
  const before = await bearer(token).ask(whoAmI);

  const { entryIds } = await asThePlatform((work) =>
    welcome(work, {
      issuer: 'https://provider.example',
      subject: 'carole',
      name: 'Carole',
      email,
      organisations: [siret],
    }),
  );
  const late = await refusal(attacker, 'createAccessCode', code);
  const back = await refusal(attacker, 'grantRights', {
    ...code,
    label: undefined,
    hours: undefined,
    rights: ['CONTRIBUTE'],
    expectedVersion: 1,
  });

  expect(before.viewer.person.id).toBe(personId);
  expect(await kindsOf(entryIds)).toEqual(['PERSON_BOUND', 'RIGHTS_GRANTED', 'CREDENTIAL_REVOKED']);
  expect((await bearer(token).refused(whoAmI)).message).toBe('The token was revoked.');
  expect(ministry).not.toBe(attacker.stakeholder);
  for (const { extensions } of [late, back]) expect(extensions).toEqual(notYourPerson);
});

test('a person who signs in from nowhere else stays with who prepared it, and so do its codes', async () => {
  const email = 'luc@logiciel.example';
  const prepared = { name: 'Luc', email, stakeholderId: attacker.stakeholder, rights: ['READ'] };
  const { id: personId } = await done(attacker, 'registerPerson', prepared);
  const code = { personId, stakeholderId: attacker.stakeholder, label: 'Garde', hours: 72 };
  const { token } = await carryOut(attacker, 'createAccessCode', code);

  await asThePlatform((work) =>
    welcome(work, { issuer: 'https://provider.example', subject: 'luc', name: 'Luc', email, organisations: [] }),
  );

  expect((await bearer(token).ask(whoAmI)).viewer.person.id).toBe(personId);
});

test('a code that is asked for while its person comes to act for another stakeholder is refused', async () => {
  const { asked, answer } = await meanwhile(
    (work) => grantRights(work, { ...keysAt(attacker), rights: ['READ'] }),
    () => homeOffice.attempt(createCode, { input: codeAt(home) }),
  );

  expect(asked).toBe('waits');
  expect((await answer).errors?.[0]?.extensions).toEqual(notYourPerson);
});

test('a code that is being made while its person comes to act for another stakeholder is revoked', async () => {
  const minted = mint('PERSON');
  const input = { ...keysAt(home), label: 'La nuit du 20', hours: 12 };

  const { asked, answer } = await meanwhile(
    (work) => createAccessCode(work, input, { minted, maxHours: 72 }),
    () => done(cellule.admin, 'grantRights', readingAt(attacker)),
  );
  await answer;

  expect(asked).toBe('waits');
  expect((await bearer(minted.token).refused(whoAmI)).message).toBe('The token was revoked.');
});

const createCode = 'mutation ($input: CreateAccessCodeInput!) { createAccessCode(input: $input) { token } }';

function keysAt(where: Party) {
  return { personId: keyOf(carol.person), stakeholderId: keyOf(where.stakeholder) };
}

function bearer(token: string): Party {
  return new Party({ url: cellule.cellule.url, token, code: 'bearer', personId: null, stakeholderId: null });
}

function make(input: object) {
  return carryOut(homeOffice, 'createAccessCode', input);
}

async function seen(by: Party, id: string): Promise<boolean> {
  const { data } = await by.attempt('query ($id: ID!) { node(id: $id) { id } }', { id });
  return data?.node != null;
}

function asThePlatform<Result>(command: (work: Work) => Promise<Result>) {
  const platform: Viewer = { kind: 'platform' };
  return cellule.cellule.record.work.run(platform, { mutation: 'test', input: {} }, command);
}

/** Asks for something in the middle of a command, which ends once that has an answer, or waits for it to end. */
async function meanwhile<Answer>(command: (work: Work) => Promise<unknown>, ask: () => Promise<Answer>) {
  let asked: 'waits' | 'is answered' | undefined;
  let answer: Promise<Answer> | undefined;
  await asThePlatform(async (work) => {
    await command(work);
    answer ??= ask();
    asked = await Promise.race([answer.then(() => 'is answered' as const), somebodyWaits()]);
  });
  return { asked, answer: answer as Promise<Answer> };
}

async function somebodyWaits(): Promise<'waits'> {
  const waiting =
    'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0';
  for (;;) {
    const [{ n }] = await cellule.cellule.record.dataSource.query(waiting);
    if (n > 0) return 'waits';
  }
}

async function kindsOf(entryIds: readonly string[]): Promise<string[]> {
  const query = 'SELECT kind FROM journal_entry WHERE id = ANY ($1) ORDER BY array_position($1, id)';
  const rows = await cellule.cellule.record.dataSource.query(query, [entryIds]);
  return rows.map(({ kind }: { kind: string }) => kind);
}
