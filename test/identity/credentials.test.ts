import { hashOf } from '../../src/identity/secret';
import { incident } from '../../src/incident/incident.reads';
import { stakeholder } from '../../src/stakeholder/stakeholder.reads';
import { carryOut, declare, done, refusal } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import { Party } from '../support/party';
import { admitted } from './doorstep';

let cellule: TestCellule;
let bretagne: Party;
let office: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  bretagne = await cellule.party('ARS-BRE');
  office = await cellule.colleague(bretagne, ['ADMINISTER']);
});
afterAll(() => cellule.stop());

const whoAmI = '{ viewer { person { id } stakeholder { code } rights } }';
const ofPerson = (whom: Party, hours = 12) => ({
  ...{ personId: whom.person, stakeholderId: whom.stakeholder, label: 'La nuit du 20', hours },
});
const ofSystem = (of: Party) => ({ stakeholderId: of.stakeholder, label: 'Supervision' });

test('a person acts with an access code as with any other token, for the stakeholder that it names', async () => {
  const { id } = await declare(bretagne);
  const { token, credential, entries } = await make('createAccessCode', ofPerson(bretagne));

  const { viewer } = await bearer(token).ask(whoAmI);
  const written = await done(bearer(token), 'writeEntry', {
    incidentId: id,
    entry: { text: 'Le fournisseur est tombé.' },
  });
  const elsewhere = await bearer(token, 'DGS-CCS').refused(whoAmI);

  expect(token).toMatch(/^cel_per_[0-9A-Za-z]{49}$/);
  expect(viewer).toMatchObject({ person: { id: bretagne.person }, stakeholder: { code: 'ARS-BRE' } });
  expect(written.text).toBe('Le fournisseur est tombé.');
  expect(elsewhere.extensions.code).toBe('UNAUTHENTICATED');
  expect(credential).toMatchObject({ kind: 'PERSON', label: 'La nuit du 20', revokedAt: null, lastUsedAt: null });
  expect(entries).toEqual([expect.objectContaining({ kind: 'CREDENTIAL_CREATED' })]);
});

test('a system reads with an API token, and changes nothing', async () => {
  const { id } = await declare(bretagne);
  const { token } = await make('createApiToken', ofSystem(bretagne));

  const read = await bearer(token).ask('query ($id: ID!) { incident(id: $id) { title } viewer { rights } }', { id });
  const refused = await refusal(bearer(token), 'writeEntry', { incidentId: id, entry: { text: 'Bip.' } });

  expect(token).toMatch(/^cel_sys_/);
  expect(read).toMatchObject({ incident: { title: 'Cyberattaque' }, viewer: { rights: ['READ'] } });
  expect(refused.extensions.code).toBe('FORBIDDEN');
});

test('a revoked credential opens nothing any more: no request, no operation, and its sockets are closed', async () => {
  const { token, credential } = await make('createAccessCode', ofPerson(bretagne));
  const end = await admitted(cellule.cellule.url, token);

  const { credential: revoked } = await carryOut(office, 'revokeCredential', { credentialId: credential.id });
  const refused = await bearer(token).attempt(whoAmI);
  const again = await refusal(office, 'revokeCredential', { credentialId: credential.id });

  expect(revoked.revokedAt).not.toBeNull();
  expect(refused).toMatchObject({ status: 401, errors: [{ message: 'The token was revoked.' }] });
  expect(await end()).toEqual({ code: 4403, reason: 'The token was revoked' });
  expect(again.extensions.code).toBe('CONFLICT');
});

test('every statement asks whether the credential is good: nothing hangs on the sign-in', async () => {
  const { id } = await declare(bretagne);
  const { credential } = await make('createApiToken', ofSystem(bretagne));
  const { reads } = cellule.cellule.record;
  const viewer = {
    kind: 'system',
    stakeholderId: keyOf(bretagne.stakeholder),
    credentialId: keyOf(credential.id),
  } as const;
  const seen = async (by: typeof viewer) => (await reads.rows(by, incident)).some((row) => row.id === keyOf(id));
  const foreign = { ...viewer, stakeholderId: keyOf((await cellule.party('DGS-CCS')).stakeholder) };
  const before = await seen(viewer);

  await done(office, 'revokeCredential', { credentialId: credential.id });

  expect([before, await seen(viewer)]).toEqual([true, false]);
  expect(await reads.rows(foreign, stakeholder)).toEqual([]);
});

test('a credential that has expired opens nothing, and closes its socket', async () => {
  const { token, credential } = await make('createAccessCode', ofPerson(bretagne));
  await expire(credential.id);

  expect((await bearer(token).refused(whoAmI)).message).toBe('The token has expired.');
});

test('whose rights have ended does not get in with a code that was made before', async () => {
  const leaving = await cellule.colleague(bretagne);
  const { token } = await make('createAccessCode', ofPerson(leaving));
  const on = { personId: leaving.person, stakeholderId: leaving.stakeholder, expectedVersion: 1 };

  await done(office, 'endRights', on);

  expect((await bearer(token).refused(whoAmI)).message).toBe('You no longer act for this stakeholder.');
});

test('the token is shown once: a repeated request is answered without it', async () => {
  const input = { ...ofSystem(bretagne), idempotencyKey: 'une fois' };

  const first = await carryOut(office, 'createApiToken', input);
  const again = await carryOut(office, 'createApiToken', input);

  expect(first.token).toMatch(/^cel_sys_/);
  expect(again).toEqual({ ...first, token: null });
});

test('nothing that is stored holds the token: it is found by its hash', async () => {
  const { token } = await make('createApiToken', { ...ofSystem(bretagne), idempotencyKey: 'caché' });
  const { dataSource } = cellule.cellule.record;

  const tables = ['credential', 'journal_entry', 'idempotency'];
  const texts = await Promise.all(
    tables.map((table) =>
      dataSource.query(`SELECT count(*)::int AS n FROM ${table} AS t WHERE t::text LIKE '%' || $1 || '%'`, [
        token.slice(8),
      ]),
    ),
  );
  const [row] = await dataSource.query('SELECT label FROM credential WHERE hash = $1', [hashOf(token)]);

  expect(texts.map(([{ n }]) => n)).toEqual([0, 0, 0]);
  expect(row.label).toBe('Supervision');
});

test('who administers a stakeholder makes, sees and revokes its credentials, and those of no other', async () => {
  const dgs = await cellule.party('DGS-CCS');
  const { credential } = await carryOut(cellule.admin, 'createApiToken', ofSystem(dgs));

  const foreign = await refusal(office, 'createApiToken', ofSystem(dgs));
  const coordinator = await refusal(bretagne, 'createApiToken', ofSystem(bretagne));
  const hidden = await refusal(office, 'revokeCredential', { credentialId: credential.id });

  for (const { extensions } of [foreign, coordinator])
    expect(extensions).toEqual({ code: 'FORBIDDEN', permission: 'CREDENTIAL_MANAGE' });
  expect(hidden.extensions.code).toBe('NOT_FOUND');
  expect(await labelsSeen(bretagne, 'DGS-CCS')).toEqual([]);
  expect(await labelsSeen(cellule.admin, 'DGS-CCS')).toEqual(['Supervision']);
});

test('a person sees and gives up its own codes, and not those of a colleague', async () => {
  const colleague = await cellule.colleague(bretagne);
  const { credential } = await make('createAccessCode', { ...ofPerson(colleague), label: 'Le mien' });

  const theirs = await refusal(bretagne, 'revokeCredential', { credentialId: credential.id });
  const seen = await labelsSeen(colleague, 'ARS-BRE');
  const given = await done(colleague, 'revokeCredential', { credentialId: credential.id });

  expect(theirs.extensions.code).toBe('NOT_FOUND');
  expect(seen).toEqual(['Le mien']);
  expect(given.revokedAt).not.toBeNull();
});

test('a code for an administrator of the platform is made by another one only', async () => {
  const boss = await cellule.colleague(bretagne, ['PLATFORM_ADMIN']);

  const refused = await refusal(office, 'createAccessCode', ofPerson(boss));
  const made = await carryOut(cellule.admin, 'createAccessCode', ofPerson(boss));

  expect(refused.extensions).toEqual({ code: 'FORBIDDEN', inputPath: ['input', 'personId'] });
  expect(made.token).toMatch(/^cel_per_/);
});

test('a code is good for a limited time, and for somebody who acts for the stakeholder', async () => {
  const dgs = await cellule.party('DGS-CCS');

  const long = await refusal(office, 'createAccessCode', ofPerson(bretagne, 73));
  const none = await refusal(office, 'createAccessCode', ofPerson(bretagne, 0));
  const stranger = await refusal(office, 'createAccessCode', { ...ofPerson(bretagne), personId: dgs.person });

  expect(long.message).toBe('An access code is good for at most 72 hours, and 73 were asked for.');
  for (const { extensions } of [long, none])
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'hours'] });
  expect(stranger.extensions).toEqual({ code: 'NOT_FOUND', inputPath: ['input', 'personId'] });
});

test.each([
  ['mistyped', (token: string) => token.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x')), /mistyped/],
  ['cut off', (token: string) => token.slice(0, -3), /mistyped/],
  ['of the other kind', (token: string) => token.replace('cel_sys_', 'cel_per_'), /mistyped/],
])('a token that is %s is recognised as such', async (_, spoil, reason) => {
  const { token } = await make('createApiToken', ofSystem(bretagne));

  expect((await bearer(spoil(token)).refused(whoAmI)).message).toMatch(reason);
});

test('when a credential was last used is noted, beside the record', async () => {
  const { token, credential } = await make('createApiToken', ofSystem(bretagne));
  const node = await cellule.node();

  await bearer(token).at(node.url).ask(whoAmI);
  await node.stop();

  const query = 'query ($id: ID!) { node(id: $id) { ... on Credential { lastUsedAt version } } }';
  expect((await office.ask(query, { id: credential.id })).node).toEqual({ lastUsedAt: expect.any(String), version: 1 });
});

function bearer(token: string, actingFor?: string): Party {
  return new Party({ url: cellule.cellule.url, token, code: 'bearer', personId: null, stakeholderId: null, actingFor });
}

function make(mutation: string, input: object) {
  return carryOut(office, mutation, input);
}

async function labelsSeen(by: Party, code: string): Promise<string[]> {
  const query = 'query ($code: String!) { stakeholder(code: $code) { credentials { label } } }';
  const { stakeholder } = await by.ask(query, { code });
  return stakeholder.credentials.map(({ label }: { label: string }) => label);
}

async function expire(credentialId: string): Promise<void> {
  const earlier = `UPDATE credential SET expires_at = now() - interval '1 second' WHERE id = $1`;
  await cellule.cellule.record.dataSource.query(earlier, [keyOf(credentialId)]);
}
