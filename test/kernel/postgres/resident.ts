import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { Refusal } from '../../../src/kernel/errors';
import { attachCluster, type Cluster, serveCluster } from '../../../src/kernel/postgres/cluster';

// A process of its own that lives on a cluster: `node resident.js serve|attach <data directory>`. It tells its life on
// standard output, one JSON object a line, and is told what to do on standard input, one word a line.

function tell(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}

function connect({ address }: Cluster): Promise<Client> {
  const client = new Client({ ...address, user: address.owner });
  return client.connect().then(() => client);
}

async function write(cluster: Cluster): Promise<never> {
  const client = await connect(cluster);
  for (;;) {
    const inserted = await client.query<{ id: number }>('INSERT INTO kept DEFAULT VALUES RETURNING id');
    tell({ acknowledged: inserted.rows[0]?.id });
  }
}

async function stopAfterWork(cluster: Cluster): Promise<void> {
  const client = await connect(cluster);
  await client.query('SELECT 1');
  await client.end();
  await cluster.stop();
  tell({ stopped: true });
}

function obey(word: string, cluster: Cluster): Promise<void> {
  if (word === 'write') return write(cluster);
  return stopAfterWork(cluster).then(() => process.exit());
}

async function live([role, dataDir = '']: string[]): Promise<void> {
  const open = role === 'serve' ? serveCluster : attachCluster;
  const from = performance.now();
  const cluster = await open({ dataDir, progress: (progress) => tell({ progress }) });
  process.once('SIGINT', () => void stopAfterWork(cluster).then(() => process.exit()));
  createInterface(process.stdin).on('line', (word) => void obey(word, cluster));
  tell({ address: cluster.address, after: performance.now() - from });
}

live(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof Refusal)) throw error;
  tell({ refused: error.message });
});
