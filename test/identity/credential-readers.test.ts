import type { Viewer } from '../../src/access/viewer';
import { membership } from '../../src/identity/person.reads';
import { hashOf } from '../../src/identity/secret';
import { welcome } from '../../src/identity/sign-in.commands';
import { incident } from '../../src/incident/incident.reads';
import { AppError } from '../../src/kernel/errors';
import { stakeholder } from '../../src/stakeholder/stakeholder.reads';
import { carryOut, declare, done, refusal } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let office: Party;
let dgs: Party;
let viewers: Record<string, Party>;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  bretagne = await cellule.party('ARS-BRE');
  office = await cellule.colleague(bretagne, ['ADMINISTER']);
  dgs = await cellule.party('DGS-CCS');
  viewers = {
    platform: cellule.admin,
    'another administrator of the platform': await cellule.colleague(cellule.admin, ['PLATFORM_ADMIN']),
    'a colleague at the platform': await cellule.colleague(cellule.admin),
    office,
    'another administrator': await cellule.colleague(bretagne, ['ADMINISTER']),
    bretagne,
    'a colleague': await cellule.colleague(bretagne),
    'a system': await cellule.system(bretagne),
    dgs,
    'an administrator elsewhere': await cellule.colleague(dgs, ['ADMINISTER']),
    anonymous: cellule.anonymous,
  };
});
afterAll(() => cellule.stop());

const administrators = [
  'platform',
  'another administrator of the platform',
  'office',
  'another administrator',
] as const;
const ofPerson = (whom: Party) => ({
  ...{ personId: whom.person, stakeholderId: whom.stakeholder, label: 'La nuit du 20', hours: 12 },
});
const ofSystem = (of: Party) => ({ stakeholderId: of.stakeholder, label: 'Supervision' });
const withEntries = 'token credential { id } entries { id kind }';

test.each(['office', 'platform'])(
  'what %s did with credentials is read by administrators of the platform and of the stakeholder',
  async (by) => {
    const steward = viewers[by] as Party;

    const created = await carryOut(steward, 'createAccessCode', ofPerson(bretagne), withEntries);
    const revoked = await carryOut(steward, 'revokeCredential', { credentialId: created.credential.id }, withEntries);

    const entries = [...created.entries, ...revoked.entries];
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['CREDENTIAL_CREATED', 'CREDENTIAL_REVOKED']);
    for (const { id } of entries) expect(await readersOf(id)).toEqual(administrators);
  },
);

test('who gave up a code reads that entry, and not the one by which it was made', async () => {
  const created = await carryOut(office, 'createAccessCode', ofPerson(bretagne), withEntries);

  const given = await carryOut(bretagne, 'revokeCredential', { credentialId: created.credential.id }, withEntries);

  expect(await readersOf(created.entries[0].id)).toEqual(administrators);
  expect(await readersOf(given.entries[0].id)).toEqual([...administrators, 'bretagne']);
});

test('who gives up a code while acting for somebody else tells nobody there', async () => {
  const shared = await cellule.colleague(bretagne);
  const input = { personId: shared.person, stakeholderId: dgs.stakeholder, rights: ['READ'] };
  await done(cellule.admin, 'grantRights', input);
  const elsewhere = await cellule.actingFor(shared, dgs);
  const { credential } = await carryOut(cellule.admin, 'createAccessCode', ofPerson(shared));

  const given = await carryOut(elsewhere, 'revokeCredential', { credentialId: credential.id }, withEntries);

  expect(await readersOf(given.entries[0].id)).toEqual(administrators);
  expect([await seen(elsewhere, given.entries[0].id), await seen(shared, given.entries[0].id)]).toEqual([true, false]);
});

const signIn = (subject: string, email: string) => {
  const identity = { issuer: 'https://provider.example', subject, name: subject, email, organisations: [] };
  return cellule.cellule.record.work.run({ kind: 'platform' }, { mutation: 'signIn', input: {} }, (work) =>
    welcome(work, identity),
  );
};

test('that a prepared person signed in is read by administrators only: the platform itself wrote it', async () => {
  const email = 'lea@sante.example';
  const prepared = { name: 'Léa', email, stakeholderId: bretagne.stakeholder, rights: ['READ'] };
  const { id } = await done(office, 'registerPerson', prepared);

  const { entryIds } = await signIn('léa', email);

  const [bound, ...others] = await registryFor(cellule.admin, 'kinds: [PERSON_BOUND]');
  expect(others).toEqual([]);
  expect(bound).toMatchObject({ kind: 'PERSON_BOUND', subject: { id } });
  expect(keyOf(bound?.id ?? '')).toBe(entryIds[0]);
  expect(await readersOf(bound?.id ?? '')).toEqual(administrators);
});

test('a prepared person whose rights ended before is nobody here, and nothing is written of it', async () => {
  const email = 'max@sante.example';
  const prepared = { name: 'Max', email, stakeholderId: bretagne.stakeholder, rights: ['READ'] };
  const { id: personId } = await done(office, 'registerPerson', prepared);
  await done(office, 'endRights', { personId, stakeholderId: bretagne.stakeholder, expectedVersion: 1 });
  const before = await registryFor(cellule.admin, '');

  const refused = signIn('max', email);

  await expect(refused).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await registryFor(cellule.admin, '')).toEqual(before);
});

test('nothing that the registry says of a credential holds its token or its hash', async () => {
  const { token, credential } = await carryOut(office, 'createApiToken', ofSystem(bretagne));
  await done(office, 'revokeCredential', { credentialId: credential.id });

  const told = JSON.stringify(
    (await registryFor(cellule.admin, '')).filter((entry) => JSON.stringify(entry).includes(credential.id)),
  );

  const hash = hashOf(token);
  expect(told).toContain('Supervision');
  for (const secret of [token.slice(8, 30), ...encodings.map((encoding) => hash.toString(encoding))])
    expect(told).not.toContain(secret.replace(/=+$/, ''));
});

test('a credential that is hidden is not found, whatever became of it and whatever else is wrong', async () => {
  const { credential } = await carryOut(office, 'createAccessCode', ofPerson(bretagne));
  await done(office, 'revokeCredential', { credentialId: credential.id });
  const input = { credentialId: credential.id, entry: { text: 'Fini.', marking: { tlp: 'TLP_RED', persons: [] } } };
  const hidden = ['a colleague at the platform', 'a colleague', 'dgs', 'an administrator elsewhere'];

  const answers = await Promise.all(hidden.map((who) => refusal(viewers[who] as Party, 'revokeCredential', input)));
  const known = await refusal(office, 'revokeCredential', { credentialId: credential.id });

  for (const { extensions } of answers)
    expect(extensions).toEqual({ code: 'NOT_FOUND', inputPath: ['input', 'credentialId'] });
  expect(known.extensions.code).toBe('CONFLICT');
});

test('who asks for a code elsewhere does not learn who acts there', async () => {
  const member = await refusal(office, 'createAccessCode', ofPerson(dgs));
  const stranger = await refusal(office, 'createAccessCode', { ...ofPerson(dgs), personId: bretagne.person });

  expect(member.extensions).toEqual({ code: 'FORBIDDEN', permission: 'CREDENTIAL_MANAGE' });
  expect(stranger).toEqual(member);
});

test('permissions on a stakeholder tell who may manage its credentials', async () => {
  const query = `{ viewer { permissions(on: "${bretagne.stakeholder}") } }`;

  const may = await those(async (viewer) => {
    const { data } = await viewer.attempt(query);
    return data?.viewer?.permissions.includes('CREDENTIAL_MANAGE') ?? false;
  });

  expect(may).toEqual(administrators);
});

test.each<[string, (credentialId: string) => Promise<unknown>]>([
  ['is revoked', (credentialId) => done(office, 'revokeCredential', { credentialId })],
  ['expires', (credentialId) => expire(credentialId)],
])('a person whose code %s in the middle of something reads nothing more, and changes nothing', async (_, end) => {
  await declare(bretagne);
  const { credential } = await carryOut(office, 'createAccessCode', ofPerson(bretagne));
  const viewer = { ...personOf(bretagne), credentialId: keyOf(credential.id) };
  const before = await readBy(viewer);

  await end(credential.id);

  expect(before).toEqual([true, true, true]);
  expect(await readBy(viewer)).toEqual([false, false, false]);
  await expect(actingAs(viewer)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a code vouches for nobody but its person, and for one stakeholder', async () => {
  const { credential } = await carryOut(office, 'createAccessCode', ofPerson(bretagne));
  const credentialId = keyOf(credential.id);

  const colleague = await readBy({ ...personOf(office), credentialId });
  const system = await readBy({ kind: 'system', stakeholderId: keyOf(bretagne.stakeholder), credentialId });

  expect([colleague, system].flat()).not.toContain(true);
});

test('a code of somebody who no longer acts is UNAUTHENTICATED, for reading as for writing', async () => {
  const leaving = await cellule.colleague(bretagne);
  const { token } = await carryOut(office, 'createAccessCode', ofPerson(leaving));
  const holder = new Party({
    ...{ url: cellule.cellule.url, code: 'code', personId: null, stakeholderId: null },
    token,
  });
  const before = await holder.attempt('{ viewer { rights } }');
  const on = { personId: leaving.person, stakeholderId: leaving.stakeholder, expectedVersion: 1 };
  await done(office, 'endRights', on);

  const answers = [
    await holder.attempt('{ viewer { rights } }'),
    await holder.attempt('{ publicStatements { totalCount } }'),
    await holder.attempt('mutation { declareIncident(input: { title: "Non" }) { incident { id } } }'),
  ];

  expect(before.errors).toBeUndefined();
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

const encodings = ['hex', 'base64', 'base64url'] as const;

function seen(by: Party, id: string): Promise<boolean> {
  return by.attempt('query ($id: ID!) { node(id: $id) { id } }', { id }).then(({ data }) => data?.node != null);
}

function readersOf(id: string): Promise<string[]> {
  return those((viewer) => seen(viewer, id));
}

async function those(may: (viewer: Party) => Promise<boolean>): Promise<string[]> {
  const answers = await Promise.all(Object.values(viewers).map(may));
  return Object.keys(viewers).filter((_, index) => answers[index]);
}

interface Entry {
  readonly id: string;
  readonly kind: string;
}

/** All that there is to know of entries of the registry. */
async function registryFor(by: Party, filter: string): Promise<Entry[]> {
  const entry = `id kind text changes { field old new } subject { id } salt canonicalContent contentHash chainHash
    author { personName stakeholderName } marking { label persons { name } stakeholders { code } }`;
  const query = `{ registryJournal(last: 200, filter: { ${filter} }) { edges { node { ... on JournalEntry { ${entry} } } } } }`;
  const { registryJournal } = await by.ask(query);
  return registryJournal.edges.map(({ node }: { node: Entry }) => node);
}

function personOf(party: Party) {
  return { kind: 'person', personId: keyOf(party.person), stakeholderId: keyOf(party.stakeholder) } as const;
}

/** Whether there is anything to read: what is marked, what every enrolled stakeholder sees, and what is the own. */
async function readBy(viewer: Viewer): Promise<boolean[]> {
  const { reads } = cellule.cellule.record;
  const found = [
    await reads.rows(viewer, incident),
    await reads.rows(viewer, stakeholder),
    await reads.rows(viewer, membership),
  ];
  return found.map((rows) => rows.length > 0);
}

async function actingAs(viewer: Viewer): Promise<void> {
  await cellule.cellule.record.work.run(viewer, { mutation: 'test', input: {} }, async () => {
    throw new AppError('CONFLICT', 'It got to act.');
  });
}

async function expire(credentialId: string): Promise<void> {
  const earlier = `UPDATE credential SET expires_at = now() - interval '1 second' WHERE id = $1`;
  await cellule.cellule.record.dataSource.query(earlier, [keyOf(credentialId)]);
}
