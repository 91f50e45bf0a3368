import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Refusal } from './errors';
import { type Limits, readLimits } from './limits';
import { type OidcIssuer, oidcIssuersOf } from './oidc-config';
import { packageRoot } from './package-root';
import { numberOf, seconds, variable, whole } from './variable';

/** What the server is told from outside. An empty variable counts as absent. */
export interface Config {
  /** PORT: where the server listens; 0 lets the system choose. */
  readonly port: number;
  /** HOST: the address or name that the server listens on. */
  readonly host: string;
  /** DATABASE_URL: the PostgreSQL to use; absent: the server runs its own in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** DATABASE_OWNER_URL: the same database, as the role that migrates it; absent: as DATABASE_URL. */
  readonly databaseOwnerUrl: string | undefined;
  /** DATA_DIR: where the server's own PostgreSQL keeps its data; an absolute path. */
  readonly dataDir: string;
  /** ALLOWED_ORIGINS: other web origins whose pages may use the API, over HTTP and WebSocket; its own always may. */
  readonly allowedOrigins: readonly string[];
  /** BASE_PATH: what comes before `/graphql` in every address: empty, or like `/cellule`. */
  readonly basePath: string;
  /** PUBLIC_URL: the address under which the public finds what is at `basePath`; absent: that of each request. */
  readonly publicUrl: string | undefined;
  /** TRUSTED_PROXY: the proxies whose `X-Forwarded-…` headers are believed, by address or by number of hops. */
  readonly trustedProxy: readonly string[] | number | false;
  /** ACCESS_CODE_HOURS: how long an access code of a person is good at most. */
  readonly accessCodeHours: number;
  /** OIDC_ISSUERS: the issuers whose access tokens are accepted; none: nobody signs in with one. */
  readonly oidcIssuers: readonly OidcIssuer[];
  /** HEARTBEAT_SECONDS: how often a silent journal subscription gives a sign of life. */
  readonly heartbeatSeconds: number;
  /** SWEEP_SECONDS: how often the journals are looked through for what no wake-up told of. */
  readonly sweepSeconds: number;
  /** DATABASE_POOL: the number of database connections for requests. */
  readonly databasePool: number;
  /** KEPT_ANSWER_CHARACTERS: how much of what the database answered is kept, with what was made of it. */
  readonly keptAnswerCharacters: number;
  /** READ_LOG_DAYS: how long it is kept who read what is marked. */
  readonly readLogDays: number;
  /** LOG_LEVEL: the least serious lines that the log keeps. */
  readonly logLevel: (typeof logLevels)[number];
  /** METRICS_PORT: where `/metrics` is served; absent: nowhere. */
  readonly metricsPort: number | undefined;
  /** METRICS_HOST: the address or name that it is served on. */
  readonly metricsHost: string;
  /** DRAIN_SECONDS: how long `/ready` says 503 before connections are refused, so that a load balancer can notice. */
  readonly drainSeconds: number;
  /** SHUTDOWN_SECONDS: how long requests in progress may take to finish when the server stops. */
  readonly shutdownSeconds: number;
  /** INTROSPECTION: who may ask for the schema. */
  readonly introspection: (typeof audiences)[number];
  /** PERSISTED_DOCUMENTS: the documents that alone are accepted; undefined unless PERSISTED_ONLY is 1. */
  readonly persistedDocuments: string | undefined;
  /** How much anybody may ask for, and how long they may take. */
  readonly limits: Limits;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const audiences = ['authenticated', 'everybody', 'nobody'] as const;

const variables = z.object({
  PORT: whole(0, 65_535).default(4000),
  HOST: variable('a host name or an address', hostOf).default('127.0.0.1'),
  DATABASE_URL: databaseUrl().optional(),
  DATABASE_OWNER_URL: databaseUrl().optional(),
  DATA_DIR: variable('a directory', (text) => resolve(text)).default(() => resolve('.data')),
  ALLOWED_ORIGINS: variable('origins such as https://crisis.example, with commas between', originsOf).default([]),
  BASE_PATH: variable('a path such as /cellule, without a slash at its end', basePathOf).default(''),
  PUBLIC_URL: variable('an address such as https://crisis.example, without a slash at its end', publicUrlOf).optional(),
  TRUSTED_PROXY: variable('a number of hops, or addresses or subnets with commas between', proxiesOf).default(false),
  ACCESS_CODE_HOURS: whole(1, 720).default(72),
  OIDC_ISSUERS: issuers().default([]),
  HEARTBEAT_SECONDS: seconds(1, 3600).default(15),
  SWEEP_SECONDS: seconds(0.1, 3600).default(2),
  DATABASE_POOL: whole(2, 1000).default(10),
  KEPT_ANSWER_CHARACTERS: whole(0, 1_000_000_000).default(8_000_000),
  READ_LOG_DAYS: whole(1, 36_500).default(400),
  LOG_LEVEL: variable(`one of ${logLevels.join(', ')}`, (text) => logLevels.find((level) => level === text)).default(
    'info',
  ),
  METRICS_PORT: whole(0, 65_535).optional(),
  METRICS_HOST: variable('a host name or an address', hostOf).default('127.0.0.1'),
  DRAIN_SECONDS: seconds(0, 300).default(0),
  SHUTDOWN_SECONDS: seconds(0, 3600).default(10),
  INTROSPECTION: variable(`one of ${audiences.join(', ')}`, (text) => audiences.find((one) => one === text)).default(
    'authenticated',
  ),
  PERSISTED_ONLY: whole(0, 1).default(0),
  PERSISTED_DOCUMENTS: variable('a folder of .graphql files, or a file of JSON, that is there', existingPath).default(
    () => join(packageRoot, 'schema', 'operations'),
  ),
});

/** Reads the environment, and refuses it with all its faults at once, a line for each. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.entries(env).filter(([, text]) => text !== undefined && text.trim() !== '');
  const { data, error } = variables.safeParse(Object.fromEntries(given));
  const faults = error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  const { limits, faults: faultsOfLimits } = readLimits(Object.fromEntries(given));
  faults.push(...faultsOfLimits);
  if (env.DATABASE_OWNER_URL?.trim() && !env.DATABASE_URL?.trim()) {
    faults.push('DATABASE_OWNER_URL: expected only beside DATABASE_URL, which is absent');
  }
  if (!data || faults.length > 0) throw new Refusal(['The configuration cannot be used:', ...faults].join('\n  '));
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL ?? data.DATABASE_URL,
    dataDir: data.DATA_DIR,
    allowedOrigins: data.ALLOWED_ORIGINS,
    basePath: data.BASE_PATH,
    publicUrl: data.PUBLIC_URL,
    trustedProxy: data.TRUSTED_PROXY,
    accessCodeHours: data.ACCESS_CODE_HOURS,
    oidcIssuers: data.OIDC_ISSUERS,
    heartbeatSeconds: data.HEARTBEAT_SECONDS,
    sweepSeconds: data.SWEEP_SECONDS,
    databasePool: data.DATABASE_POOL,
    keptAnswerCharacters: data.KEPT_ANSWER_CHARACTERS,
    readLogDays: data.READ_LOG_DAYS,
    logLevel: data.LOG_LEVEL,
    metricsPort: data.METRICS_PORT,
    metricsHost: data.METRICS_HOST,
    drainSeconds: data.DRAIN_SECONDS,
    shutdownSeconds: data.SHUTDOWN_SECONDS,
    introspection: data.INTROSPECTION,
    persistedDocuments: data.PERSISTED_ONLY === 1 ? data.PERSISTED_DOCUMENTS : undefined,
    limits,
  };
}

function issuers() {
  return z.string().transform((text, context): OidcIssuer[] => {
    const found = oidcIssuersOf(text);
    if (found.issuers) return found.issuers;
    for (const message of found.faults) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

function databaseUrl() {
  const isOne = (text: string) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
  return variable('a URL that starts with postgres://', (text) => (isOne(text) ? text : undefined), schemeOf);
}

function schemeOf(text: string): string {
  return URL.canParse(text) ? `a URL that starts with ${new URL(text).protocol}` : 'something that is not a URL';
}

function hostOf(text: string): string | undefined {
  return isIP(text) !== 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text) ? text : undefined;
}

function basePathOf(text: string): string | undefined {
  return /^(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/.test(text) ? text : undefined;
}

function publicUrlOf(text: string): string | undefined {
  if (!/^https?:\/\/[^\s?#@\\]*[^\s?#@\\/]$/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href.replace(/\/$/, '');
}

function originsOf(text: string): string[] | undefined {
  const origins = listOf(text).map((origin) => origin.toLowerCase());
  return origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin) ? origins : undefined;
}

function proxiesOf(text: string): Config['trustedProxy'] | undefined {
  const hops = numberOf(text, /^\d{1,2}$/, 1, 99);
  if (hops !== undefined) return hops;
  const proxies = listOf(text);
  return proxies.every(isProxy) ? proxies : undefined;
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = isIP(address) === 4 ? 32 : 128;
  const hasPrefix = prefix === undefined || numberOf(prefix, /^\d{1,3}$/, 0, bits) !== undefined;
  return isIP(address) !== 0 && hasPrefix && rest.length === 0;
}

function existingPath(text: string): string | undefined {
  return existsSync(text) ? resolve(text) : undefined;
}

function listOf(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}
