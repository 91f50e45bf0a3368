import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig } from '../../src/kernel/config';
import { readLimits, standardFigures } from '../../src/kernel/limits';
import { packageRoot } from '../../src/kernel/package-root';

const faultsOf = (env: Record<string, string>) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    const [, ...faults] = (error as Error).message.split('\n');
    return faults.map((fault) => fault.trim());
  }
};

test('without any variable the server runs for one machine, with a database of its own', () => {
  expect(readConfig({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    dataDir: resolve('.data'),
    allowedOrigins: [],
    basePath: '',
    publicUrl: undefined,
    trustedProxy: false,
    accessCodeHours: 72,
    oidcIssuers: [],
    heartbeatSeconds: 15,
    sweepSeconds: 2,
    keptAnswerCharacters: 8_000_000,
    readLogDays: 400,
    metricsPort: undefined,
    metricsHost: '127.0.0.1',
    databasePool: 10,
    logLevel: 'info',
    drainSeconds: 0,
    shutdownSeconds: 10,
    introspection: 'authenticated',
    persistedDocuments: undefined,
    limits: readLimits({}).limits,
  });
});

test('every variable is read', () => {
  const env = {
    PORT: '0',
    HOST: '::1',
    DATABASE_URL: 'postgres://runtime:secret@db/cellule',
    DATABASE_OWNER_URL: 'postgresql://owner:secret@db/cellule',
    DATA_DIR: '/var/lib/cellule',
    ALLOWED_ORIGINS: 'https://Crisis.example, http://localhost:5173',
    BASE_PATH: '/crisis/cellule',
    PUBLIC_URL: 'https://Crisis.example/Cellule',
    TRUSTED_PROXY: 'loopback, 10.0.0.0/8, fd00::1',
    ACCESS_CODE_HOURS: '24',
    OIDC_ISSUERS: '[{ "issuer": "https://oidc.example", "audience": "urn:cellule" }]',
    HEARTBEAT_SECONDS: '30',
    SWEEP_SECONDS: '0.5',
    DATABASE_POOL: '20',
    KEPT_ANSWER_CHARACTERS: '0',
    READ_LOG_DAYS: '30',
    METRICS_PORT: '9464',
    METRICS_HOST: '::1',
    LOG_LEVEL: 'debug',
    DRAIN_SECONDS: '5',
    SHUTDOWN_SECONDS: '0',
    INTROSPECTION: 'nobody',
    PERSISTED_ONLY: '1',
    PERSISTED_DOCUMENTS: packageRoot,
    MAX_COST: '7',
    INIT_SECONDS: '0.5',
  };
  const { limits } = readLimits({});

  expect(readConfig(env)).toEqual({
    port: 0,
    host: '::1',
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    dataDir: resolve('/var/lib/cellule'),
    allowedOrigins: ['https://crisis.example', 'http://localhost:5173'],
    basePath: '/crisis/cellule',
    publicUrl: 'https://crisis.example/Cellule',
    trustedProxy: ['loopback', '10.0.0.0/8', 'fd00::1'],
    accessCodeHours: 24,
    oidcIssuers: [expect.objectContaining({ issuer: 'https://oidc.example', audience: ['urn:cellule'] })],
    heartbeatSeconds: 30,
    sweepSeconds: 0.5,
    keptAnswerCharacters: 0,
    readLogDays: 30,
    metricsPort: 9464,
    metricsHost: '::1',
    databasePool: 20,
    logLevel: 'debug',
    drainSeconds: 5,
    shutdownSeconds: 0,
    introspection: 'nobody',
    persistedDocuments: packageRoot,
    limits: { ...limits, cost: 7, seconds: { ...limits.seconds, init: 0.5 } },
  });
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', OIDC_ISSUERS: ' ', BASE_PATH: '', DATABASE_OWNER_URL: '' })).toEqual(readConfig({}));
});

test('the database is migrated by its owner, or else by who uses it', () => {
  const DATABASE_URL = 'postgres://runtime@db/cellule';

  expect(readConfig({ DATABASE_URL }).databaseOwnerUrl).toBe(DATABASE_URL);
});

test('the documents that are accepted are told only where no others are', () => {
  expect(readConfig({ PERSISTED_DOCUMENTS: packageRoot }).persistedDocuments).toBeUndefined();
  expect(readConfig({ PERSISTED_ONLY: '1' }).persistedDocuments).toBe(join(packageRoot, 'schema', 'operations'));
});

test('each limit is set by its own variable', () => {
  for (const [variable, standard] of standardFigures) {
    const changed = JSON.stringify(readConfig({ [variable]: String(standard - 1) }).limits);
    const numbers = (text: string) => text.match(/[\d.]+/g) ?? [];
    const [before, after] = [numbers(JSON.stringify(readConfig({}).limits)), numbers(changed)];

    expect(before.filter((figure, index) => figure !== after[index])).toEqual([String(standard)]);
  }
});

test('each limit stands in the docs, with what holds if it is not set', () => {
  const page = readFileSync(join(packageRoot, 'docs', 'limits.md'), 'utf8');
  const told = [...page.matchAll(/^\| `([A-Z_]+)` \| ([\d ]+) \|/gm)];

  expect(told.map(([, name, figure = '']) => [name, Number(figure.replaceAll(' ', ''))]).sort()).toEqual(
    [...standardFigures].sort(),
  );
});

test('a number of hops is a proxy too', () => {
  expect(readConfig({ TRUSTED_PROXY: '2' }).trustedProxy).toBe(2);
});

test('all faults are listed at once, with what was expected and what came', () => {
  const faults = faultsOf({
    PORT: 'http',
    LOG_LEVEL: 'loud',
    DATABASE_OWNER_URL: 'postgres://owner@db/cellule',
    MAX_COST: 'all',
  });

  expect(faults).toEqual([
    'PORT: expected a whole number from 0 to 65535, got "http"',
    'LOG_LEVEL: expected one of trace, debug, info, warn, error, fatal, silent, got "loud"',
    'MAX_COST: expected a whole number from 1 to 100000000, got "all"',
    'DATABASE_OWNER_URL: expected only beside DATABASE_URL, which is absent',
  ]);
});

test.each([
  { PORT: '65536' },
  { PORT: '4e3' },
  { PORT: '-1' },
  { HOST: 'http://localhost' },
  { DATABASE_URL: 'mysql://db' },
  { ALLOWED_ORIGINS: 'https://crisis.example/' },
  { ALLOWED_ORIGINS: '*' },
  { ALLOWED_ORIGINS: 'https://crisis.example,,' },
  { BASE_PATH: 'cellule' },
  { BASE_PATH: '/cellule/' },
  { BASE_PATH: '/../etc' },
  { PUBLIC_URL: 'crisis.example' },
  { PUBLIC_URL: 'ftp://crisis.example' },
  { PUBLIC_URL: 'https://crisis.example/' },
  { PUBLIC_URL: 'https://crisis.example?feed' },
  { PUBLIC_URL: 'https://somebody@crisis.example' },
  { TRUSTED_PROXY: 'true' },
  { TRUSTED_PROXY: '10.0.0.0/33' },
  { TRUSTED_PROXY: '10.0.0.0/8/8' },
  { HEARTBEAT_SECONDS: '0' },
  { SWEEP_SECONDS: '0' },
  { DATABASE_POOL: '1.5' },
  { SHUTDOWN_SECONDS: 'Infinity' },
  { INTROSPECTION: 'true' },
  { PERSISTED_ONLY: 'yes' },
  { PERSISTED_DOCUMENTS: '/there/is/no/such/folder' },
  { MAX_DEPTH: '0' },
  { MAX_TOKENS: '1e3' },
  { REQUESTS_PER_VIEWER: '-1' },
  { INIT_SECONDS: 'never' },
])('%j is refused', (env) => {
  expect(faultsOf(env)).toEqual([expect.stringMatching(new RegExp(`^${Object.keys(env)[0]}: expected .+, got .+`))]);
});

test('a secret is not shown back', () => {
  const faults = faultsOf({ DATABASE_URL: 'mysql://owner:secret@db/cellule' });

  expect(faults).toEqual([
    'DATABASE_URL: expected a URL that starts with postgres://, got a URL that starts with mysql:',
  ]);
});

test('what cannot be an issuer of access tokens is refused, with each of its faults', () => {
  const issuer = { issuer: 'https://oidc.example', audience: 'urn:cellule' };
  const faults = (...issuers: object[]) => faultsOf({ OIDC_ISSUERS: JSON.stringify(issuers) });

  expect(faults({ ...issuer, issuer: 'http://oidc.example', algorithms: ['HS256'] })).toEqual([
    'OIDC_ISSUERS: 0: issuer: expected an https:// address (http:// on this machine only), as the issuer spells it',
    expect.stringContaining('OIDC_ISSUERS: 0: algorithms: 0: Invalid option'),
  ]);
  expect(faults({ ...issuer, algorithms: ['none'] })).toHaveLength(1);
  expect(faults(issuer, issuer)).toEqual(['OIDC_ISSUERS: expected each issuer once']);
  expect(faults({ issuer: issuer.issuer })).toHaveLength(1);
});

test('how people sign in at an issuer says which client they come by, and asks for no less than who they are', () => {
  const issuer = { issuer: 'https://oidc.example', audience: 'urn:cellule' };
  const [plain] = readConfig({ OIDC_ISSUERS: JSON.stringify([{ ...issuer, signIn: { clientId: 'x' } }]) }).oidcIssuers;
  const faults = (signIn: object) => faultsOf({ OIDC_ISSUERS: JSON.stringify([{ ...issuer, signIn }]) });

  expect(plain?.signIn).toEqual({ clientId: 'x', scope: 'openid', parameters: {} });
  expect(faults({})).toHaveLength(1);
  expect(faults({ clientId: 'x', scope: 'profile' })).toEqual([
    'OIDC_ISSUERS: 0: signIn: scope: expected scopes with blanks between, openid among them',
  ]);
  expect(faults({ clientId: 'x', clientSecret: 'not for a page' })).toHaveLength(1);
});

test.each([
  ['a file that is not there', '/nowhere.json'],
  ['a folder', packageRoot],
  ['a file of something else', join(packageRoot, 'README.md')],
  ['a slip in the JSON', '[{ "issuer": }]'],
])('%s names no issuers', (_, text) => {
  expect(faultsOf({ OIDC_ISSUERS: text })).toEqual([
    'OIDC_ISSUERS: expected a JSON array, or the path of a file that holds one',
  ]);
});
