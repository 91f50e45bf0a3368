import { connect } from 'node:net';
import type { JWTPayload } from 'jose';
import pino from 'pino';
import { type Cellule, startCellule } from '../../src/app';
import { carryOut, done, heads } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule, testConfig, tokenKey } from '../support/cellule';
import { Party } from '../support/party';
import { audience, TestProvider } from '../support/provider';
import { closing, openTo } from './doorstep';
import { forgeries } from './forgery';

const siret = '11000001200034';
const refusal = { message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } };
const whoAmI = '{ viewer { stakeholder { code } } }';

let provider: TestProvider;
let neighbour: TestProvider;
let cellule: TestCellule;
let server: Cellule;
let bretagne: Party;
beforeAll(async () => {
  [provider, neighbour] = [await new TestProvider().start(), await new TestProvider().start()];
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  const issuers = [provider, neighbour].map(({ issuer }) => ({ issuer, audience }));
  const config = testConfig(cellule.databaseUrl, { OIDC_ISSUERS: JSON.stringify(issuers) });
  // Without the keyed tokens of the tests: as it is started in earnest.
  server = await startCellule({ config, log: pino({ level: 'silent' }) });
  await openTo(cellule, { code: 'MINISTERE', siret, defaultRights: ['READ'] });
  await bearer(await provider.signed({ siret })).ask(whoAmI);
});
afterAll(async () => {
  await server.stop();
  await cellule.stop();
  for (const one of [provider, neighbour]) await one.stop();
});

const own: readonly (readonly [string, () => Promise<string>])[] = [
  ['an own token that was revoked', () => revoked()],
  ['an own token that has expired', () => expired()],
  ['an own token that was never given out', async () => `cel_sys_${'0'.repeat(49)}`],
  [
    'an own token with one letter changed',
    async () => (await made()).token.replace(/.(?=.{20}$)/, (one) => (one === 'a' ? 'b' : 'a')),
  ],
  ['an own token of the other kind', async () => (await made()).token.replace('cel_sys_', 'cel_per_')],
  ['an own token of a kind that there is not', async () => (await made()).token.replace('cel_sys_', 'cel_adm_')],
  ['an own token in capitals', async () => (await made()).token.toUpperCase()],
  ['an own token without its prefix', async () => (await made()).token.slice(8)],
  ['an own token with something behind it', async () => `${(await made()).token}0`],
  ['the prefix of own tokens', async () => 'cel_sys_'],
  ['the hash of an own token', async () => `cel_sys_${'a'.repeat(64)}`],
  ['a token under the key of the tests, on a server that was not given it', async () => bretagne.token],
  ['the key of the tests itself', async () => Buffer.from(tokenKey).toString('base64url')],
];

test.each([...forgeries(() => provider), ...own])(
  'a token with %s opens nothing, over HTTP and socket',
  async (_, make) => {
    const token = await make();
    const before = await written();

    const overHttp = await posted([`Authorization: Bearer ${token}`]);
    const overSocket = await closing(server.url, { authorization: `Bearer ${token}` }, 4999);

    const [fault] = overHttp.errors;
    expect(overHttp).toMatchObject({ status: 401, errors: [refusal] });
    expect(overSocket.code).toBe(4401);
    expect(sayNothing([fault.message, overSocket.reason], token)).toBe(true);
    expect(await written()).toEqual(before);
  },
);

test('of two issuers neither vouches for people of the other, and the same subject is another person', async () => {
  const whose = '{ viewer { person { id } } }';
  const forged = await neighbour.signed({ siret, iss: provider.issuer }, { kid: 'key-1' });

  const refused = await bearer(forged).refused(whose);
  const mine = await bearer(await provider.signed({ siret })).ask(whose);
  const theirs = await bearer(await neighbour.signed({ siret })).ask(whose);

  expect(refused).toMatchObject(refusal);
  expect(theirs.viewer.person.id).not.toBe(mine.viewer.person.id);
});

const good = () => provider.signed({ siret });
const headers: readonly (readonly [string, (token: string) => string[]])[] = [
  ['no token', () => ['Authorization: Bearer']],
  ['nothing but blanks', () => ['Authorization: Bearer    ']],
  ['no scheme', (token) => [`Authorization: ${token}`]],
  ['no blank', (token) => [`Authorization: Bearer${token}`]],
  ['a colon', (token) => [`Authorization: Bearer: ${token}`]],
  ['a tab', (token) => [`Authorization: Bearer\t${token}`]],
  ['quotes', (token) => [`Authorization: Bearer "${token}"`]],
  ['a list', (token) => [`Authorization: Bearer ${token}, Bearer ${token}`]],
  ['a list of schemes', (token) => [`Authorization: Basic eDp5, Bearer ${token}`]],
  ['two tokens', (token) => [`Authorization: Bearer ${token} ${token}`]],
  ['a word before', (token) => [`Authorization: x Bearer ${token}`]],
  ['the scheme Basic', (token) => [`Authorization: Basic ${Buffer.from(`user:${token}`).toString('base64')}`]],
  ['the scheme DPoP', (token) => [`Authorization: DPoP ${token}`]],
  ['the scheme Token', (token) => [`Authorization: Token ${token}`]],
  ['another alphabet', (token) => [`Authorization: Bearer é${token}`]],
  ['a token that is too long', () => [`Authorization: Bearer ${'x'.repeat(8193)}`]],
  [
    'a bad token before the good one',
    (token) => ['Authorization: Bearer e30.e30.e30', `Authorization: Bearer ${token}`],
  ],
  [
    'a bad token after the good one',
    (token) => [`Authorization: Bearer ${token}`, 'Authorization: Bearer e30.e30.e30'],
  ],
  [
    'two stakeholders to act for',
    (token) => [`Authorization: Bearer ${token}`, 'Acting-For: MINISTERE', 'Acting-For: ARS-BRE'],
  ],
];

test.each(headers)('a header with %s opens nothing, though the token is good', async (_, lines) => {
  const before = await written();

  const answer = await posted(lines(await good()));

  expect(answer).toMatchObject({ status: 401, errors: [refusal] });
  expect(await written()).toEqual(before);
});

const payloads: readonly (readonly [string, (token: string) => object])[] = [
  ['a number', () => ({ authorization: 7 })],
  ['true', () => ({ authorization: true })],
  ['false', () => ({ authorization: false })],
  ['a list', (token) => ({ authorization: [`Bearer ${token}`] })],
  ['an object', (token) => ({ authorization: { Bearer: token } })],
  ['an object that is no text', () => ({ authorization: { toString: 1, valueOf: 1 } })],
  ['no scheme', (token) => ({ authorization: token })],
  ['a scheme too many', (token) => ({ token: `Bearer ${token}` })],
  ['a line break', (token) => ({ authorization: `Bearer ${token}\n` })],
  ['a NUL', (token) => ({ authorization: `Bearer ${token}\0` })],
  ['a megabyte but a little', () => ({ authorization: `Bearer ${'x'.repeat(1_000_000)}` })],
  ['a bad token beside a good one', (token) => ({ authorization: 'Bearer e30.e30.e30', token })],
  ['a good token beside a bad one', (token) => ({ authorization: `Bearer ${token}`, token: 'e30.e30.e30' })],
  ['two spellings', (token) => ({ authorization: `Bearer ${token}`, Authorization: 'Bearer e30.e30.e30' })],
  ['two to act for', (token) => ({ token, actingFor: 'MINISTERE', 'acting-for': 'ARS-BRE' })],
  ['somebody else to act for, as in HTTP', (token) => ({ token, 'acting-for': 'ARS-BRE' })],
  ['a list to act for', (token) => ({ authorization: `Bearer ${token}`, actingFor: ['MINISTERE'] })],
  ['somebody else to act for', (token) => ({ authorization: `Bearer ${token}`, actingFor: 'ARS-BRE' })],
  ['SQL to act for', (token) => ({ authorization: `Bearer ${token}`, actingFor: "x' OR '1'='1" })],
];

test.each(payloads)('a socket that is opened with %s is closed with 4401', async (_, payload) => {
  const { code, reason } = await closing(server.url, payload(await good()), 4999);

  expect(code).toBe(4401);
  expect(sayNothing([reason], 'e30.e30.e30')).toBe(true);
});

const accepted: readonly (readonly [string, () => Promise<string[]>])[] = [
  ['as it is', async () => [`Authorization: Bearer ${await good()}`]],
  ['with the scheme in small letters', async () => [`authorization: bearer ${await good()}`]],
  ['with blanks around it', async () => [`Authorization:   Bearer   ${await good()}  `]],
  ['for several services', async () => [`Authorization: Bearer ${await signed({ aud: ['urn:other', audience] })}`]],
  ['within the leeway', async () => [`Authorization: Bearer ${await signed({ nbf: now() + 3 })}`]],
  [
    'of the long type',
    async () => [`Authorization: Bearer ${await provider.signed({ siret }, { typ: 'application/at+jwt' })}`],
  ],
  ['of an issuer with a clock that is fast', async () => [`Authorization: Bearer ${await signed({ iat: now() + 3 })}`]],
  ['until the end of time', async () => [`Authorization: Bearer ${await signed({ exp: 253_402_300_799 })}`]],
];

test.each(accepted)('after all that, a good token %s opens the door', async (_, lines) => {
  expect(await posted(await lines())).toMatchObject({
    status: 200,
    data: { viewer: { stakeholder: { code: 'MINISTERE' } } },
  });
});

test('after all that, a socket with a good token serves, however late it expires', async () => {
  for (const exp of [now() + 600, 253_402_300_799, 8.64e12 - 5]) {
    const party = bearer(await signed({ exp }));
    const live = party.subscribe(whoAmI);
    expect(await live.until((events) => events.length === 1)).toEqual([
      { viewer: { stakeholder: { code: 'MINISTERE' } } },
    ]);
    await party.leave();
  }
});

const now = () => Math.floor(Date.now() / 1000);
const signed = (claims: JWTPayload) => provider.signed({ siret, ...claims });

function bearer(token: string): Party {
  return new Party({ url: server.url, token, code: 'bearer', personId: null, stakeholderId: null });
}

/** What would tell an attacker how the server works, or others what the token was. */
function sayNothing(said: readonly string[], token: string): boolean {
  const inside = /\n|node_modules|\.[jt]s\b|\bat \w+ \(|select|jose|JW[KST]|Error|undefined|\[object|ECONN/;
  return said.every((text) => text.length > 10 && !inside.test(text) && (token.length < 12 || !text.includes(token)));
}

/** Persons, and how far each journal reaches. */
async function written(): Promise<object> {
  const [persons] = await cellule.cellule.record.dataSource.query('SELECT count(*) FROM person');
  return { ...persons, heads: await heads(cellule) };
}

/** A request with header lines that no ordinary client would send. */
async function posted(lines: readonly string[]) {
  const { port, hostname } = new URL(server.url);
  const body = JSON.stringify({ query: whoAmI });
  const head = ['POST /graphql HTTP/1.1', `Host: ${hostname}`, 'Connection: close', 'Content-Type: application/json'];
  const socket = connect(Number(port), hostname);
  socket.write([...head, `Content-Length: ${body.length}`, ...lines, '', body].join('\r\n'));
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  const [, status] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? [];
  return { status: Number(status), ...JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) };
}

/** An API token of a stakeholder. */
function made(): Promise<{ token: string; credential: { id: string } }> {
  return carryOut(cellule.admin, 'createApiToken', { stakeholderId: bretagne.stakeholder, label: 'Supervision' });
}

async function revoked(): Promise<string> {
  const { token, credential } = await made();
  await done(cellule.admin, 'revokeCredential', { credentialId: credential.id });
  return token;
}

async function expired(): Promise<string> {
  const { token, credential } = await made();
  const earlier = `UPDATE credential SET expires_at = now() - interval '1 second' WHERE id = $1`;
  await cellule.cellule.record.dataSource.query(earlier, [keyOf(credential.id)]);
  return token;
}
