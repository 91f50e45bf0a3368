import { build } from '../demo/running-demo';
import { admitted } from '../identity/doorstep';
import { aDatabase } from '../support/database';
import { Party } from '../support/party';
import { Command, type Ended, run } from './terminal';

const whoAmI = '{ viewer { person { id name } stakeholder { id code } rights } }';
const first = ['administrator', '--name', 'Awa Diallo', '--code', 'PLATEFORME', '--stakeholder', 'La plateforme'];
const code = ['token', '--stakeholder', 'PLATEFORME'];

let database: Awaited<ReturnType<typeof aDatabase>>;
let environment: { readonly DATABASE_URL: string };
let tooEarly: Ended;
let made: Ended;
let server: Command;
let url: string;
let awa: Party;
let person: string;
beforeAll(async () => {
  await build();
  database = await aDatabase();
  environment = { DATABASE_URL: database.url };
  tooEarly = await terminal('start');
  made = await terminal(...first);
  server = new Command(['start'], environment);
  url = await server.address();
  awa = bearer(made.output.trim());
  person = (await awa.ask(whoAmI)).viewer.person.id;
}, 180_000);
afterAll(async () => {
  await server?.stop();
  await database.drop();
});

const terminal = (...args: string[]) => run(args, environment);

test('where nobody could sign in, the server does not start, and says what to do', () => {
  const { exitCode, output, errors } = tooEarly;

  expect([exitCode, output]).toEqual([1, '']);
  expect(errors).toMatch(
    /^Nobody could sign in: set OIDC_ISSUERS to .*, or make an access code with "cellule admin.*\n$/,
  );
});

test('the first administrator gets an access code, by which the server starts and lets her in', async () => {
  const { exitCode, output, errors } = made;

  const { viewer } = await awa.ask(whoAmI);

  expect([exitCode, output]).toEqual([0, expect.stringMatching(/^cel_per_[0-9A-Za-z]{49}\n$/)]);
  expect(errors).toBe(
    `Awa Diallo (${person}) administers the platform. This access code is good for 72 hours, and is not shown again:\n`,
  );
  expect(viewer).toMatchObject({ person: { name: 'Awa Diallo' }, rights: ['ADMINISTER', 'PLATFORM_ADMIN'] });
});

test('a token that the terminal makes works on the running server, until the terminal revokes it', async () => {
  const { output, errors, exitCode } = await terminal(...code, '--label', 'Écran du mur');
  const wall = bearer(output.trim());
  const { viewer } = await wall.ask(whoAmI);
  const end = await admitted(url, output.trim());
  const listed = (await credentialsAt('--stakeholder', 'PLATEFORME')).find(({ label }) => label === 'Écran du mur');

  const revoked = await terminal('revoke-token', '--id', listed?.id ?? '');
  const refused = await wall.attempt(whoAmI);

  expect([exitCode, errors]).toEqual([0, 'This is not shown again:\n']);
  expect(viewer).toMatchObject({ person: null, stakeholder: { code: 'PLATEFORME' }, rights: ['READ'] });
  expect(revoked).toEqual({ exitCode: 0, output: 'Revoked.\n', errors: '' });
  expect(refused).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(await end()).toEqual({ code: 4403, reason: 'The token was revoked' });
});

test('a code that the terminal makes for a person is that person, for so many hours', async () => {
  const { output } = await terminal(...code, '--label', 'Nuit', '--person', person, '--hours', '12');

  const { viewer } = await bearer(output.trim()).ask(whoAmI);
  const listed = (await credentialsAt('--stakeholder', 'PLATEFORME')).find(({ label }) => label === 'Nuit');

  expect(viewer.person.id).toBe(person);
  expect(Date.parse(listed?.expiresAt ?? '') - Date.parse(listed?.createdAt ?? '')).toBe(12 * 3_600_000);
});

test('the list holds what was made, and nothing that is secret about it', async () => {
  const token = (await terminal(...code, '--label', 'Liste')).output.trim();

  const { exitCode, output, errors } = await terminal('tokens', '--stakeholder', 'PLATEFORME');
  const listed = output.trimEnd().split('\n');

  expect([exitCode, errors]).toEqual([0, '']);
  expect(listed.map((line) => JSON.parse(line))).toContainEqual({
    ...{ id: expect.any(String), kind: 'SYSTEM', label: 'Liste', createdAt: expect.any(String) },
    ...{ expiresAt: null, revokedAt: null, lastUsedAt: null },
  });
  expect(output).not.toContain(token.slice(8, 40));
});

test('the registry has what the terminal did, in the name of the platform', async () => {
  await terminal(...code, '--label', 'Registre');
  const id = (await credentialsAt('--stakeholder', 'PLATEFORME')).find(({ label }) => label === 'Registre')?.id;
  await terminal('revoke-token', '--id', id ?? '');

  const query =
    '{ registryJournal(last: 2) { edges { node { ... on JournalEntry { kind author { stakeholderName } } } } } }';
  const { registryJournal } = await awa.ask(query);

  const author = { stakeholderName: 'Cellule' };
  expect(registryJournal.edges.map(({ node }: { node: object }) => node)).toEqual([
    { kind: 'CREDENTIAL_CREATED', author },
    { kind: 'CREDENTIAL_REVOKED', author },
  ]);
});

const long = 'é'.repeat(101);
const faults: [string, () => string[], RegExp][] = [
  ['no label', () => [...code], /^error: required option '--label <text>' not specified\n/],
  ['a blank label', () => [...code, '--label', ' '], /^--label: Expected some text, and got none\.\n$/],
  ['a long label', () => [...code, '--label', long], /^--label: Expected at most 100 characters, and got 101\.\n$/],
  [
    'no such stakeholder',
    () => ['token', '--stakeholder', 'LICORNE', '--label', 'x'],
    /^There is no stakeholder .*\n$/,
  ],
  ['garbage for a person', () => [...code, '--label', 'x', '--person', 'zzz'], /^--person: "zzz" is not an id: .*\n$/],
  [
    'a stakeholder for a person',
    () => [...code, '--label', 'x', '--person', id('Stakeholder')],
    /^--person: Expected .*\n$/,
  ],
  ['nobody', () => [...code, '--label', 'x', '--person', id('Person')], /^--person: There is no such person.*\n$/],
  [
    'half an hour',
    () => [...code, '--label', 'x', '--hours', '0.5'],
    /^--hours: expected a whole number .*"0\.5"\.\n$/,
  ],
  ['no hours', () => [...code, '--label', 'x', '--hours', '0'], /^--hours: expected a whole number .*"0"\.\n$/],
  ['too many hours', () => [...code, '--label', 'x', '--hours', '99999'], /^--hours: Expected 1 to 87600 hours.*\n$/],
  [
    'more hours than a person gets',
    () => [...code, '--label', 'x', '--person', person, '--hours', '73'],
    /^--hours: An access code is good for at most 72 hours, and 73 were asked for\.\n$/,
  ],
  [
    'tokens of nobody',
    () => ['tokens', '--stakeholder', 'LICORNE'],
    /^There is no stakeholder with the code LICORNE\.\n$/,
  ],
  ['garbage to revoke', () => ['revoke-token', '--id', 'zzz'], /^--id: "zzz" is not an id: .*\n$/],
  ['a person to revoke', () => ['revoke-token', '--id', id('Person')], /^--id: Expected the id of Credential, .*\n$/],
  ['nothing to revoke', () => ['revoke-token', '--id', id('Credential')], /^--id: There is no such credential.*\n$/],
  ['an administrator twice', () => first, /^--code: There is a stakeholder with the code PLATEFORME already\.\n$/],
  ['a code in small letters', () => administrator('--code', 'petit'), /^--code: A code is made of capitals, .*\n$/],
  ['a blank name', () => administrator('--name', ''), /^--name: Expected some text, and got none\.\n$/],
  [
    'a long stakeholder',
    () => administrator('--stakeholder', 'é'.repeat(201)),
    /^--stakeholder: Expected at most 200 .*\n$/,
  ],
  ['a word too many', () => [...code, '--label', 'Nuit', 'du', '20'], /^error: too many arguments for 'token'/],
];

test.each(faults)('%s is refused in one clear sentence, and nothing is written', async (_, args, sentence) => {
  const before = await credentials();

  const { exitCode, output, errors } = await terminal(...args());

  expect(errors).toMatch(sentence);
  expect(errors).not.toMatch(/\n\s+at /);
  expect([exitCode, output]).toEqual([errors.startsWith('error:') ? 2 : 1, '']);
  expect(await credentials()).toBe(before);
});

test('a database that is not there is told in a sentence, without its password', async () => {
  const away = { DATABASE_URL: 'postgres://someone:s3cret@127.0.0.1:1/nowhere' };

  const { exitCode, errors } = await run(['tokens', '--stakeholder', 'PLATEFORME'], away);

  expect(exitCode).toBe(1);
  expect(errors).not.toMatch(/\n\s+at |s3cret/);
});

function administrator(option: string, value: string): string[] {
  const given: Record<string, string> = { '--name': 'X', '--code': 'AUTRE', '--stakeholder': 'Autre', [option]: value };
  return ['administrator', ...Object.entries(given).flat()];
}

function id(type: string): string {
  return Buffer.from(`${type}:01928374-aaaa-7bbb-8ccc-0123456789ab`).toString('base64url');
}

function bearer(token: string): Party {
  return new Party({ url, token, code: 'bearer', personId: null, stakeholderId: null });
}

interface Listed {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

async function credentialsAt(...args: string[]): Promise<Listed[]> {
  const { output } = await terminal('tokens', ...args);
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** All of them, as the API has them: last uses aside. */
async function credentials(): Promise<string> {
  const { stakeholders } = await awa.ask(
    '{ stakeholders(first: 500) { edges { node { code version credentials { id version } } } } }',
  );
  return JSON.stringify(stakeholders);
}
