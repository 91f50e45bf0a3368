import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { attachCluster, makeReady, model, regions } from './product.mjs';
import { seedOf } from './seed.mjs';

/** PostgreSQL as the product brings it, on data of its own that goes with the run. */
export async function startRecords() {
  const parent = mkdtempSync(join(tmpdir(), 'cellule-bench-'));
  // PostgreSQL's own account has to get in.
  chmodSync(parent, 0o755);
  const dataDir = join(parent, 'data');
  const cluster = await attachCluster({ dataDir });
  const { host, port, owner, runtime, database } = cluster.address;
  const urlOf = (name) => `postgres://${owner}@localhost/${name}?host=${encodeURIComponent(host)}&port=${port}`;
  /** A record with data of this scale; answers with its address and what filling it took. */
  const fill = async (scale) => {
    const name = `bench_${scale}`;
    await run(urlOf(database), [`CREATE DATABASE ${name}`]);
    const address = { url: urlOf(name) };
    await makeReady({ owner: address, runtime: address, role: runtime }, model, async () => undefined);
    const began = performance.now();
    const indexes = await indexesOf(urlOf(name));
    await run(urlOf(name), [
      ...baselineTables(),
      ...indexes.map(({ name: index }) => `DROP INDEX ${index}`),
      ...seedOf(scale),
      'INSERT INTO bench.head SELECT stream_id, number FROM journal_head',
      "SET maintenance_work_mem = '256MB'",
      ...indexes.map(({ definition }) => definition),
      'VACUUM ANALYZE',
      'CHECKPOINT',
    ]);
    return { scale, url: urlOf(name), seconds: (performance.now() - began) / 1000 };
  };
  const stop = async () => {
    await cluster.stop();
    rmSync(parent, { recursive: true, force: true });
  };
  return { dataDir, fill, stop };
}

async function run(url, statements) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let last;
    for (const statement of statements) last = await client.query(statement);
    return last.rows;
  } finally {
    await client.end();
  }
}

/** The indexes of the long tables that can be made again when the rows are there, which takes a third of the time. */
function indexesOf(url) {
  return run(url, [
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE indrelid IN ('journal_entry'::regclass, 'journal_line'::regclass, 'action'::regclass) AND NOT indisprimary`,
  ]);
}

/** What the baselines write to, and the names of the regions, which the product knows by itself. */
function baselineTables() {
  const names = regions.map(({ code, name }) => `('${code}', '${name.replaceAll("'", "''")}')`);
  return [
    'CREATE SCHEMA bench',
    'CREATE TABLE bench.region (code text PRIMARY KEY, name text NOT NULL)',
    `INSERT INTO bench.region VALUES ${names.join(', ')}`,
    // As a journal has it that knows neither rights nor a chain: each entry once, and found by its number and by its author.
    `CREATE TABLE bench.entry (id uuid PRIMARY KEY, stream_id uuid NOT NULL, number integer NOT NULL, kind text NOT NULL,
      category text NOT NULL, text text NOT NULL, recorded_at timestamptz(3) NOT NULL, author_person_id uuid NOT NULL,
      author_stakeholder_id uuid NOT NULL, UNIQUE (stream_id, number))`,
    'CREATE INDEX ON bench.entry (author_person_id)',
    'CREATE TABLE bench.head (stream_id uuid PRIMARY KEY, number integer NOT NULL)',
  ];
}
