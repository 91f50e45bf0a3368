import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { entities } from '../../src/entities';
import { systemClock } from '../../src/kernel/clock';
import { dataSourceOf } from '../../src/kernel/database';
import { migrationsAreCurrent } from '../../src/kernel/migrate';
import { model, openRecord } from '../../src/record';
import { authorities } from '../../src/stakeholder/authorities.data';
import { testConfig } from '../support/cellule';
import { aDatabase, testServer, urlOf } from '../support/database';

let database: Awaited<ReturnType<typeof aDatabase>>;
let dataSource: DataSource;
beforeAll(async () => {
  database = await aDatabase();
  dataSource = await dataSourceOf({ url: database.url }, { entities, migrations }, 2).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

test('the migrations make just what the entities say', async () => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();

  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

test('after migrating, nothing is left to migrate', async () => {
  expect(await migrationsAreCurrent(dataSource)).toBe(true);
});

test('a migration is in the list once, and the list is in the order in which they were written', () => {
  const names = migrations.map(({ name }) => name.replace(/^\D+/, ''));

  expect(names).toEqual([...new Set(names)].sort());
  expect(migrations.length).toBeGreaterThan(0);
});

test('grants.sql speaks of every table, and of nothing else', async () => {
  const grants = readFileSync(join(__dirname, '../../migrations/grants.sql'), 'utf8').replaceAll(/--.*$/gm, '');
  const granted = [...grants.matchAll(/GRANT [A-Z, ]+ ON ([\w, \n]+?) TO/g)].flatMap(([, tables = '']) =>
    tables.split(/[, \n]+/),
  );
  const tables = await dataSource.query(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`,
  );

  expect(granted.filter((name) => name !== 'SCHEMA' && name !== 'public').sort()).toEqual(
    tables.map(({ name }: { name: string }) => name).sort(),
  );
});

test('the server’s role reads every table, and changes or removes nothing that is kept for good', async () => {
  const rights = await dataSource.query(`
    SELECT relname AS name, array_agg(right_ ORDER BY right_) FILTER (WHERE has_table_privilege('cellule_runtime', oid, right_)
      OR right_ = 'UPDATE' AND has_any_column_privilege('cellule_runtime', oid, right_)) AS granted
    FROM pg_class, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) AS right_
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace GROUP BY relname`);
  const of = Object.fromEntries(
    rights.map(({ name, granted }: { name: string; granted: string[] }) => [name, granted.join(' ')]),
  );

  const {
    journal_line,
    journal_entry,
    journal_marking,
    public_statement,
    migration,
    idempotency,
    read_record,
    ...others
  } = of;
  for (const kept of [journal_line, journal_entry, journal_marking, public_statement])
    expect(kept).toBe('INSERT SELECT');
  expect(migration).toBe('SELECT');
  for (const bookkeeping of [idempotency, read_record]) expect(bookkeeping).toBe('DELETE INSERT SELECT UPDATE');
  expect([...new Set(Object.values(others))]).toEqual(['INSERT SELECT UPDATE']);
});

test('two nodes that start at once on an empty database make it ready together', async () => {
  const { url, drop } = await anEmptyDatabase();
  const open = () =>
    openRecord({ config: testConfig(url), log: pino({ level: 'silent' }), clock: systemClock, as: 'server' });

  const records = await Promise.all([open(), open(), open()]);

  const applied = records.flatMap(({ migrated }) => migrated);
  const counts = await Promise.all(
    records.map((record) => record.dataSource.query('SELECT count(*)::int AS authorities FROM stakeholder')),
  );
  for (const record of records) await record.close();
  await drop();
  expect(applied).toEqual(model.migrations.map(({ name }) => name));
  expect(counts.flat()).toEqual(Array(3).fill({ authorities: authorities.length }));
});

async function anEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = testServer();
  const name = `cellule_empty_${process.pid}`;
  const onServer = async (statement: string) => {
    const client = new Client(urlOf(server, server.database));
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await onServer(`CREATE DATABASE ${name}`);
  return { url: urlOf(server, name), drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}
