import { type JWTPayload, SignJWT } from 'jose';
import { done, heads } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { Party } from '../support/party';
import { audience, TestProvider } from '../support/provider';
import { closing, openTo } from './doorstep';

const siret = '11000001200034';

let provider: TestProvider;
let cellule: TestCellule;
let ministry: string;
beforeAll(async () => {
  provider = await new TestProvider().start();
  const issuer = {
    ...{ issuer: provider.issuer, audience, leewaySeconds: 5, trustsEmail: 'WHEN_VERIFIED' },
    claims: { name: ['given_name', 'usual_name'], organisation: 'siret' },
  };
  cellule = await startTestCellule({ env: { OIDC_ISSUERS: JSON.stringify([issuer]) } });
  ministry = await openTo(cellule, { code: 'MINISTERE', siret, defaultRights: ['CONTRIBUTE'] });
});
afterAll(async () => {
  await cellule.stop();
  await provider.stop();
});

afterEach(() => {
  jest.useRealTimers();
});

const whoAmI = '{ viewer { person { id name } stakeholder { code } rights } }';

test('who signs in for the first time from a known organisation has its default rights, and is in the registry', async () => {
  const claims = { given_name: 'Awa', usual_name: 'Diallo', siret };

  const { viewer } = await bearer(await provider.accessToken('awa', claims)).ask(whoAmI);
  const again = await bearer(await provider.accessToken('awa', claims)).ask(whoAmI);

  expect(viewer).toMatchObject({
    ...{ person: { name: 'Awa Diallo' }, stakeholder: { code: 'MINISTERE' }, rights: ['READ', 'CONTRIBUTE'] },
  });
  expect(again.viewer).toEqual(viewer);
  expect(await entriesAbout(viewer.person.id)).toEqual([
    { kind: 'PERSON_REGISTERED', author: { stakeholderName: 'Cellule' } },
    { kind: 'RIGHTS_GRANTED', author: { stakeholderName: 'Cellule' } },
  ]);
});

test('of many first requests of one person at the same time, one registers it', async () => {
  const token = await provider.accessToken('hâtive', { siret });

  const answers = await Promise.all(Array.from({ length: 8 }, () => bearer(token).ask(whoAmI)));

  const [id, ...others] = new Set(answers.map(({ viewer }) => viewer.person.id));
  expect(others).toEqual([]);
  expect((await entriesAbout(id)).map(({ kind }: { kind: string }) => kind)).toEqual([
    'PERSON_REGISTERED',
    'RIGHTS_GRANTED',
  ]);
});

test.each([
  [
    'an organisation that is not known',
    { siret: '99999999999999' },
    'The organisation 99999999999999 has no access here.',
  ],
  ['no organisation', {}, 'The token names no organisation, and nobody prepared your access.'],
  [
    'an organisation that gives new people no rights',
    { siret: '22000002200022' },
    'The organisation 22000002200022 gives new people no rights: ask its administrator for some.',
  ],
  [
    'an organisation that is several stakeholders',
    { siret: '44000004400044' },
    'The organisation 44000004400044 is several stakeholders here: ask an administrator for rights.',
  ],
  [
    'two organisations that each give rights',
    { siret: [siret, '55000005500055'] },
    `The organisation ${siret}, 55000005500055 is several stakeholders here: ask an administrator for rights.`,
  ],
])('who comes from %s has no access, and is told why', async (_, claims, message) => {
  await openTo(cellule, { code: 'FERMEE', siret: '22000002200022', defaultRights: [] });
  for (const code of ['SIEGE', 'ANTENNE'])
    await openTo(cellule, { code, siret: '44000004400044', defaultRights: ['READ'] });
  await openTo(cellule, { code: 'SECONDE', siret: '55000005500055', defaultRights: ['READ'] });
  const token = await provider.accessToken(`stranger of ${JSON.stringify(claims)}`, claims);
  const before = await heads(cellule);

  const refused = await bearer(token).refused(whoAmI);
  const socket = await closing(cellule.cellule.url, { authorization: `Bearer ${token}` });

  expect(refused).toMatchObject({ message, extensions: { code: 'UNAUTHENTICATED' } });
  expect(socket).toEqual({ code: 4401, reason: message });
  expect(await heads(cellule)).toBe(before);
});

test('of several stakeholders under one SIRET, the one that gives new people rights takes them in', async () => {
  await openTo(cellule, { code: 'MERE', siret: '66000006600066', defaultRights: [] });
  await openTo(cellule, { code: 'FILLE', siret: '66000006600066', defaultRights: ['READ'] });

  const { viewer } = await bearer(await provider.accessToken('fille', { siret: '66000006600066' })).ask(whoAmI);

  expect(viewer).toMatchObject({ stakeholder: { code: 'FILLE' }, rights: ['READ'] });
});

test('a reason that is longer than a socket may say is cut short, and its code stays', async () => {
  const token = await provider.accessToken('bavard', { siret });
  const elsewhere = 'é'.repeat(80);

  const { code, reason } = await closing(cellule.cellule.url, {
    authorization: `Bearer ${token}`,
    actingFor: elsewhere,
  });

  expect(code).toBe(4401);
  expect(`You do not act for "${elsewhere}".`.startsWith(reason.slice(0, -1))).toBe(true);
  expect(reason).toMatch(/é…$/);
});

test('a stakeholder that is only named gives nobody access by its SIRET', async () => {
  const input = { code: 'NOMMEE', name: 'Nommée', kind: 'OTHER', scope: 'LOCAL', siret: '33000003300033' };
  const { id, version } = await done(cellule.admin, 'registerStakeholder', input);
  await done(cellule.admin, 'reviseStakeholder', {
    stakeholderId: id,
    expectedVersion: version,
    defaultRights: ['READ'],
  });

  const refused = await bearer(await provider.accessToken('named', { siret: input.siret })).refused(whoAmI);

  expect(refused.message).toBe('The organisation 33000003300033 has no access here.');
});

test('an access that was prepared by e-mail belongs to who signs in with that verified address', async () => {
  const dgs = await cellule.party('DGS-CCS');
  const input = { name: 'Léa', email: 'Lea@sante.example', stakeholderId: dgs.stakeholder, rights: ['READ'] };
  const prepared = await done(cellule.admin, 'registerPerson', input);
  const email = 'LEA@sante.example';

  const unverified = await bearer(await provider.accessToken('faux-léa', { email })).refused(whoAmI);
  const denied = await bearer(await provider.accessToken('faux-léa', { email, email_verified: false })).refused(whoAmI);
  const { viewer } = await bearer(await provider.accessToken('léa', { email, email_verified: true })).ask(whoAmI);
  const late = await bearer(await provider.accessToken('faux-léa', { email, email_verified: true })).refused(whoAmI);

  for (const { extensions } of [unverified, denied, late]) expect(extensions.code).toBe('UNAUTHENTICATED');
  expect(viewer).toMatchObject({ person: { id: prepared.id, name: 'Léa' }, stakeholder: { code: 'DGS-CCS' } });
  expect((await entriesAbout(prepared.id)).at(-1)).toMatchObject({ kind: 'PERSON_BOUND' });
});

test('who acts for several says for which, by header and when the socket opens', async () => {
  const { viewer } = await bearer(await provider.accessToken('double', { siret })).ask(whoAmI);
  const dgs = await cellule.party('DGS-CCS');
  const grant = { personId: viewer.person.id, stakeholderId: dgs.stakeholder, rights: ['READ'] };
  await done(cellule.admin, 'grantRights', grant);
  const token = await provider.accessToken('double', { siret });
  const elsewhere = (await cellule.party('ANSSI')).stakeholder;

  const silent = await bearer(token).refused(whoAmI);
  const byCode = await bearer(token, 'DGS-CCS').ask(whoAmI);
  const byId = await bearer(token, ministry).ask(whoAmI);
  const foreign = await bearer(token, elsewhere).refused(whoAmI);
  const overSocket = bearer(token, 'DGS-CCS').subscribe(whoAmI);

  expect(silent.message).toMatch(/^You act for DGS-CCS, MINISTERE: say for which, in the header acting-for/);
  expect(silent.extensions['choices']).toMatchObject([{ code: 'DGS-CCS' }, { code: 'MINISTERE', name: 'MINISTERE' }]);
  expect([byCode, byId].map((one) => one.viewer.stakeholder.code)).toEqual(['DGS-CCS', 'MINISTERE']);
  expect(foreign.message).toBe(`You do not act for "${elsewhere}".`);
  expect(await overSocket.until((events) => events.length === 1)).toMatchObject([byCode]);
  expect(await closing(cellule.cellule.url, { authorization: `Bearer ${token}` })).toEqual({
    code: 4401,
    reason: silent.message,
  });
});

test('whose rights have ended is not signed in, nor registered anew; a socket brings no more operations', async () => {
  const token = await provider.accessToken('partie', { siret });
  const socket = bearer(token);
  const { viewer } = await socket.ask(whoAmI);
  await socket.subscribe('subscription { incidents { __typename } }').until((events) => events.length > 0);
  const on = { personId: viewer.person.id, stakeholderId: ministry, expectedVersion: 1 };

  await done(cellule.admin, 'endRights', on);
  const refused = await bearer(token).refused('{ incidents { totalCount } }');
  const overSocket = await socket.subscribe('{ incidents { totalCount } }').ending();

  expect(refused).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  expect(refused.message).toBe('You act for nobody here: ask an administrator for rights.');
  expect(overSocket).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await socket.leave();
});

const seconds = () => Math.floor(Date.now() / 1000);
const forged: readonly [string, () => Promise<string>, RegExp][] = [
  ['for another audience', () => signed({ aud: 'urn:other' }), /another service/],
  ['for no audience', () => signed({ aud: undefined as never }), /"aud"/],
  ['of another issuer', () => signed({ iss: 'https://other.example' }), /not of an issuer|not one that/],
  ['of no issuer', () => signed({ iss: undefined as never }), /not of an issuer|not one that/],
  ['that has expired beyond the leeway', () => signed({ exp: seconds() - 30 }), /has expired/],
  ['that never expires', () => signed({ exp: undefined as never }), /lacks .*"exp"/],
  ['that is not good yet', () => signed({ nbf: seconds() + 60 }), /not good yet/],
  ['without a subject', () => signed({ sub: undefined as never }), /"sub"/],
  ['with a key id that the issuer does not have', () => signed({}, { kid: 'key-0' }), /not signed with a key/],
  ['signed by somebody else', () => strange(), /not signed with a key/],
  ['that is not signed', async () => unsigned({ alg: 'none', typ: 'at+jwt' }), /signed in a way/],
  ['signed with the public key as a secret', () => confused('HS256'), /signed in a way/],
  ['by an algorithm that is not on the list', () => signed({}, { alg: 'RS512' }), /signed in a way/],
  ['that is an ID token', () => signed({ nonce: 'n', at_hash: 'h' }, { typ: 'JWT' }), /not an access token/],
  ['that is an ID token by another name', () => signed({ typ: 'ID' }), /not an access token/],
  ['that is an ID token all over', () => signed({ nonce: 'n' }), /not an access token/],
  ['of log-out', () => signed({ events: {} }, { typ: 'logout+jwt' }), /not an access token/],
  ['of no type', () => signed({}, { typ: undefined }), /not an access token/],
  ['with an extension that must be understood', () => signed({}, { crit: ['x'], x: 1 }), /cannot be read/],
  ['whose claims were changed', () => changed(), /not signed with a key/],
];

test.each(forged)('a token %s is refused over HTTP and socket alike', async (_, make, reason) => {
  const token = await make();

  const refused = await bearer(token).attempt(whoAmI);
  const socket = await closing(cellule.cellule.url, { authorization: `Bearer ${token}` });

  expect(refused).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(refused.errors?.[0]?.message).toMatch(reason);
  expect(socket).toEqual({ code: 4401, reason: refused.errors?.[0]?.message });
});

test('what the tests change makes the difference: without it the same token is good', async () => {
  const { viewer } = await bearer(await signed({ siret, exp: seconds() - 2, nbf: seconds() + 2 })).ask(whoAmI);

  expect(viewer.stakeholder.code).toBe('MINISTERE');
});

test('a socket is closed when its token expires', async () => {
  const [exp, leeway] = [seconds() + 600, 5];
  const token = await signed({ sub: 'brève', siret, exp });
  standStill(new Date((exp + leeway) * 1000 - 50));

  const end = await closing(cellule.cellule.url, { authorization: `Bearer ${token}` });

  expect(end).toEqual({ code: 4403, reason: 'The token has expired' });
});

function bearer(token: string, actingFor?: string): Party {
  return new Party({ url: cellule.cellule.url, token, code: 'bearer', personId: null, stakeholderId: null, actingFor });
}

async function entriesAbout(personId: string) {
  const rows = await cellule.cellule.record.dataSource.query(
    `SELECT kind, author_stakeholder_name AS name FROM journal_entry JOIN journal_line ON journal_line.entry_id = journal_entry.id
     WHERE subject_id = $1 ORDER BY number`,
    [Buffer.from(personId, 'base64url').toString().split(':')[1]],
  );
  return rows.map(({ kind, name }: Record<string, string>) => ({ kind, author: { stakeholderName: name } }));
}

/** The hour stays what it is, and all timers run: whatever is good now is good until its timer ends it. */
function standStill(now: Date): void {
  const running = [
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'setImmediate',
    'clearImmediate',
  ] as const;
  jest.useFakeTimers({ now, doNotFake: [...running, 'nextTick', 'queueMicrotask', 'hrtime', 'performance'] });
}

function signed(claims: JWTPayload, header: object = {}): Promise<string> {
  return provider.signed(claims, header);
}

function unsigned(header: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part({ ...provider.usual(), siret })}.`;
}

async function confused(alg: string): Promise<string> {
  return new SignJWT({ ...provider.usual(), siret })
    .setProtectedHeader({ alg, typ: 'at+jwt', kid: 'key-1' })
    .sign(new TextEncoder().encode(await provider.publicKey()));
}

async function changed(): Promise<string> {
  const [header, , signature] = (await signed({})).split('.');
  const claims = Buffer.from(JSON.stringify({ ...provider.usual(), sub: 'awa' })).toString('base64url');
  return `${header}.${claims}.${signature}`;
}

/** Of a provider that nobody trusts, and that says to be another. */
async function strange(): Promise<string> {
  const other = await new TestProvider().start();
  const token = await other.signed(provider.usual());
  await other.stop();
  return token;
}
