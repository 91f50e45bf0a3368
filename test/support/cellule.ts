import pino, { type Logger } from 'pino';
import { type Cellule, startCellule } from '../../src/app';
import { registerFirstAdministrator } from '../../src/identity/first-administrator.commands';
import { KeyedTokens } from '../../src/identity/keyed-tokens';
import type { Clock } from '../../src/kernel/clock';
import { systemClock } from '../../src/kernel/clock';
import { type Config, readConfig } from '../../src/kernel/config';
import { aDatabase } from './database';
import { anAnonymousReader, Party } from './party';

export const tokenKey = 'a key that only the tests know, 32+ characters';

/** A whole server on a database of its own, and the parties that tests make on it. */
export interface TestCellule {
  readonly cellule: Cellule;
  readonly databaseUrl: string;
  readonly tokens: KeyedTokens;
  readonly admin: Party;
  readonly anonymous: Party;
  /** An enrolled stakeholder with one person, who may do everything but administer. */
  party(code: string, options?: PartyOptions): Promise<Party>;
  /** Another person of the same stakeholder. */
  colleague(of: Party, rights?: readonly string[]): Promise<Party>;
  /** The same person, acting for another stakeholder that it has rights for. */
  actingFor(who: Party, other: Party): Promise<Party>;
  /** A system of the same stakeholder. */
  system(of: Party): Promise<Party>;
  /** A stakeholder that is only named; answers with its id. */
  named(code: string, kind?: string): Promise<string>;
  /** Another server on the same database. */
  node(): Promise<Cellule>;
  stop(): Promise<void>;
}

interface PartyOptions {
  readonly kind?: string;
  readonly rights?: readonly string[];
}

export function testConfig(databaseUrl: string, overrides: Readonly<Record<string, string>> = {}): Config {
  return readConfig({
    DATABASE_URL: databaseUrl,
    PORT: '0',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
    HEARTBEAT_SECONDS: '3600',
    ...overrides,
  });
}

export interface TestOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  readonly log?: Logger;
}

export async function startTestCellule(options: TestOptions = {}): Promise<TestCellule> {
  const { env = {}, clock = systemClock } = options;
  const database = await aDatabase();
  const config = testConfig(database.url, env);
  const { log = pino({ level: config.logLevel }) } = options;
  const tokens = new KeyedTokens(tokenKey);
  const nodes: Cellule[] = [];
  const node = async () => {
    const started = await startCellule({ config, log, clock, tokens });
    nodes.push(started);
    const stop = async () => {
      nodes.splice(nodes.indexOf(started), 1);
      await started.stop();
    };
    return { ...started, stop };
  };
  const cellule = await node();
  const tokenOf = (personId: string | undefined, stakeholderId: string) =>
    tokens.sign({ personId, stakeholderId, expiresInSeconds: 3600 });
  const first = await registerFirstAdministrator(cellule.record.work, {
    code: 'PLATFORM',
    stakeholderName: 'Exploitant de la plateforme',
    personName: 'Administratrice',
  });
  const admin = new Party({
    url: cellule.url,
    token: await tokenOf(first.personId, first.stakeholderId),
    code: 'PLATFORM',
    ...first,
  });

  const person = async (stakeholder: { id: string; code: string }, rights: readonly string[]): Promise<Party> => {
    const { registerPerson } = await admin.ask<{ registerPerson: { person: { id: string } } }>(
      'mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { person { id } } }',
      { input: { name: `Quelqu’un de ${stakeholder.code}`, stakeholderId: stakeholder.id, rights } },
    );
    const personId = keyOf(registerPerson.person.id);
    const stakeholderId = keyOf(stakeholder.id);
    return new Party({
      url: cellule.url,
      token: await tokenOf(personId, stakeholderId),
      code: stakeholder.code,
      personId,
      stakeholderId,
    });
  };
  return {
    cellule,
    databaseUrl: database.url,
    tokens,
    admin,
    anonymous: anAnonymousReader(cellule.url),
    party: async (code, { kind = 'OTHER', rights = ['COORDINATE'] } = {}) =>
      person({ id: await stakeholderId(admin, code, kind), code }, rights),
    colleague: (of, rights = ['COORDINATE']) => person({ id: of.stakeholder, code: of.code }, rights),
    actingFor: async (who, other) => {
      const [personId, stakeholderId] = [keyOf(who.person), keyOf(other.stakeholder)];
      const token = await tokenOf(personId, stakeholderId);
      return new Party({ url: cellule.url, token, code: other.code, personId, stakeholderId });
    },
    system: async ({ code, stakeholder }) => {
      const stakeholderId = keyOf(stakeholder);
      const token = await tokenOf(undefined, stakeholderId);
      return new Party({ url: cellule.url, token, code, personId: null, stakeholderId });
    },
    named: (code, kind = 'OTHER') => stakeholderId(admin, code, kind),
    node,
    stop: async () => {
      for (const one of [...nodes]) await one.stop();
      await database.drop();
    },
  };
}

/** The id of the stakeholder with this code, registered if it is not there yet. */
async function stakeholderId(admin: Party, code: string, kind: string): Promise<string> {
  const known = await admin.attempt<{ stakeholder: { id: string } }>(
    'query ($code: String!) { stakeholder(code: $code) { id } }',
    { code },
  );
  if (known.data?.stakeholder) return known.data.stakeholder.id;
  const { registerStakeholder } = await admin.ask<{ registerStakeholder: { stakeholder: { id: string } } }>(
    'mutation ($input: RegisterStakeholderInput!) { registerStakeholder(input: $input) { stakeholder { id } } }',
    { input: { code, name: `Partie ${code}`, kind, scope: 'NATIONAL' } },
  );
  return registerStakeholder.stakeholder.id;
}

export function keyOf(globalId: string): string {
  return Buffer.from(globalId, 'base64url').toString().split(':')[1] as string;
}

export function globalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}
