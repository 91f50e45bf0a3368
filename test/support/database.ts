import { Client } from 'pg';

export interface TestServer {
  /** The server, as an owner of databases. */
  readonly url: string;
  readonly database: string;
  readonly template?: string;
}

/** The role that tests serve as; docs/database.md. */
export const testRole = 'cellule_runtime';

export function urlOf({ url }: TestServer, database: string): string {
  const whole = new URL(url.replace('@/', '@localhost/'));
  whole.pathname = `/${database}`;
  return whole.toString();
}

export function testServer(): Required<TestServer> {
  return JSON.parse(process.env['CELLULE_TEST_SERVER'] ?? '{}');
}

let made = 0;

/** A database of its own, copied from the migrated template. */
export async function aDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const server = testServer();
  const name = `cellule_${process.pid}_${process.env['JEST_WORKER_ID'] ?? 0}_${++made}`;
  await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`));
  return {
    url: urlOf(server, name),
    drop: async () => {
      await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const server = testServer();
  const client = new Client(urlOf(server, server.database));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A copy of a database as it is now, to which it is put back; both while nobody is connected to it. */
export async function aBackup(databaseUrl: string): Promise<{ restore(): Promise<void>; drop(): Promise<void> }> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const copy = `${name}_backup`;
  await onServer((client) => client.query(`CREATE DATABASE ${copy} TEMPLATE ${name}`));
  return {
    restore: () =>
      onServer(async (client) => {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await client.query(`CREATE DATABASE ${name} TEMPLATE ${copy}`);
      }),
    drop: () =>
      onServer(async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`);
      }),
  };
}
