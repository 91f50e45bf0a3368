import { rmSync } from 'node:fs';
import { Client } from 'pg';
import type { Cluster } from '../../src/kernel/postgres/cluster';
import { testServer, urlOf } from './database';

// biome-ignore lint/style/noDefaultExport: jest calls the default export.
export default async function globalTeardown(): Promise<void> {
  const server = testServer();
  const client = new Client(urlOf(server, server.database));
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${server.template} WITH (FORCE)`);
  await client.end();
  const own = (globalThis as { celluleTestCluster?: { cluster: Cluster; dataDir: string } }).celluleTestCluster;
  await own?.cluster.stop();
  if (own) rmSync(own.dataDir, { recursive: true, force: true });
}
