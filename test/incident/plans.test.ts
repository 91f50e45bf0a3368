import { Client, escapeLiteral } from 'pg';
import type { Logger } from 'typeorm';
import { asParty, declare, write } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

/** Hears of the statements of one question, with what they are asked with. */
class Overhearing implements Logger {
  heard: { readonly text: string; readonly values: readonly unknown[] }[] = [];

  logQuery(text: string, values: readonly unknown[] = []): void {
    if (!/read_record|stakeholder\.id = viewer\.stakeholder_id/.test(text)) this.heard.push({ text, values });
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

const lines = 60_000;
const officines = 10_000;
const unhurried = 120_000;
const overhearing = new Overhearing();

let cellule: TestCellule;
let owner: Client;
let dgs: Party;
let long: string;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  dgs = await cellule.party('DGS-CCS');
  const bretagne = await cellule.party('ARS-BRE');
  for (let n = 0; n < 20; n++) await declare(bretagne, { parties: [asParty(dgs)] });
  long = (await declare(bretagne, { parties: [asParty(dgs)] })).id;
  const sample = await write(bretagne, long, 'Un modèle.');
  owner = new Client(cellule.databaseUrl);
  await owner.connect();
  await owner.query('SET plan_cache_mode = force_generic_plan');
  await lengthen(keyOf(sample.id));
  await crowd(keyOf(dgs.stakeholder));
  cellule.cellule.record.dataSource.logger = overhearing;
}, unhurried);
afterAll(async () => {
  await owner?.end();
  await cellule?.stop();
});

/** By so many lines like this one: three quarters of them in the long journal, the others as if in ever so many more. */
async function lengthen(sampleId: string): Promise<void> {
  const columns = await owner.query(
    `SELECT string_agg(attname, ', ') AS names,
       string_agg(CASE attname WHEN 'id' THEN $1 WHEN 'stream_id' THEN $2 ELSE attname::text END, ', ') AS values
     FROM pg_attribute WHERE attrelid = 'journal_entry'::regclass AND attnum > 0 AND NOT attisdropped`,
    [
      `('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`,
      `CASE n % 4 WHEN 0 THEN ('01900000-0000-7000-9000-' || lpad(to_hex(n % 500), 12, '0'))::uuid ELSE stream_id END`,
    ],
  );
  const { names, values } = columns.rows[0];
  await owner.query(`BEGIN; SET LOCAL synchronous_commit = off;
    INSERT INTO journal_entry (${names}) SELECT ${values} FROM journal_entry, generate_series(1, ${lines}) AS n
      WHERE id = '${sampleId}';
    INSERT INTO journal_line (stream_id, number, entry_id, content_hash, chain_hash)
      SELECT stream_id, 1000 + row_number() OVER (PARTITION BY stream_id ORDER BY id), id, '', '' FROM journal_entry
      WHERE id < '01900000-0000-7001-8000-000000000000';
    UPDATE journal_head SET number = (SELECT max(number) FROM journal_line WHERE stream_id = '${keyOf(long)}')
      WHERE stream_id = '${keyOf(long)}'; COMMIT`);
  await owner.query('VACUUM ANALYZE journal_entry, journal_line, journal_head, read_mark');
}

/** By so many stakeholders like this one. */
async function crowd(sampleId: string): Promise<void> {
  const columns = await owner.query(
    `SELECT string_agg(attname, ', ') AS names,
       string_agg(CASE attname WHEN 'id' THEN $1 WHEN 'code' THEN $2 ELSE attname::text END, ', ') AS values
     FROM pg_attribute WHERE attrelid = 'stakeholder'::regclass AND attnum > 0 AND NOT attisdropped`,
    [`('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`, `'OFFICINE-' || n`],
  );
  const { names, values } = columns.rows[0];
  await owner.query(`INSERT INTO stakeholder (${names}) SELECT ${values} FROM stakeholder, generate_series(1, ${officines}) AS n
    WHERE id = '${sampleId}'`);
  await owner.query('VACUUM ANALYZE stakeholder');
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Plan[];
}

/** How many rows of the journals and of the stakeholders each statement of the question took up, planned as it is from the sixth time on. */
async function rowsTaken(query: string): Promise<number[]> {
  overhearing.heard = [];
  await dgs.ask(query);
  const counts: number[] = [];
  for (const { text, values } of overhearing.heard) {
    const given = values.map(literal);
    await owner.query(`PREPARE asked AS ${text}`);
    const explained = await owner.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE asked (${given.join()})`);
    await owner.query('DEALLOCATE asked');
    counts.push(taken(explained.rows[0]['QUERY PLAN'][0].Plan));
  }
  return counts;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return escapeLiteral(Array.isArray(value) ? `{${value.join()}}` : String(value));
}

function taken(plan: Plan): number {
  const { 'Relation Name': relation = '', 'Actual Rows': rows, 'Actual Loops': loops, Plans = [] } = plan;
  const own = relation.startsWith('journal_') || relation === 'stakeholder' ? rows * loops : 0;
  return Plans.reduce((sum, part) => sum + taken(part), own);
}

test.each([
  [
    'the unread entries of each incident',
    '{ incidents(first: 50) { edges { node { unread { byMe { count } } } } } }',
    2500,
  ],
  ['the unread entries of all incidents', '{ viewer { unread { byMe { count } } } }', 2500],
  [
    'the last situation of each incident',
    '{ incidents(first: 50) { edges { node { latestSituation { text } } } } }',
    500,
  ],
  [
    'the last entries of each incident',
    '{ incidents(first: 50) { edges { node { journal(last: 50) { edges { node { ... on JournalEntry { text } } } } } } } }',
    2500,
  ],
  [
    'the parties of each incident, and the owners of its actions',
    `{ incidents(first: 50) { edges { node { involvements { stakeholder { name } }
      actions { edges { node { owner { name } } } } } } } }`,
    500,
  ],
])('for %s no large table is read through', async (_, query, most) => {
  const counts = await rowsTaken(query);

  expect(counts.length).toBeGreaterThan(0);
  expect(Math.max(...counts)).toBeLessThan(most);
});
