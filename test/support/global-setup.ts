import 'reflect-metadata';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { makeReady } from '../../src/kernel/migrate';
import { attachCluster } from '../../src/kernel/postgres/cluster';
import { model } from '../../src/record';
import { type TestServer, testRole, urlOf } from './database';

/** One PostgreSQL for the whole run, and in it a migrated template that each test file copies. */
// biome-ignore lint/style/noDefaultExport: jest calls the default export.
export default async function globalSetup(): Promise<void> {
  const server = await serverOf(process.env['TEST_DATABASE_URL']);
  const template = `cellule_template_${process.pid}`;
  const client = new Client(urlOf(server, server.database));
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const address = { url: urlOf(server, template) };
  await makeReady({ owner: address, runtime: address, role: testRole }, model, async () => undefined);
  process.env['CELLULE_TEST_SERVER'] = JSON.stringify({ ...server, template });
}

async function serverOf(url: string | undefined): Promise<TestServer> {
  if (url !== undefined) return { url, database: decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres' };
  const dataDir = join(tmpdir(), `cellule-test-${process.pid}`);
  const cluster = await attachCluster({ dataDir });
  Object.assign(globalThis, { celluleTestCluster: { cluster, dataDir } });
  const { host, port, owner, database } = cluster.address;
  return { url: `postgres://${owner}@/?host=${encodeURIComponent(host)}&port=${port}`, database };
}
