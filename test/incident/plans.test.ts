import { Client, escapeLiteral } from 'pg';
import { asParty, declare, write } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import { Overhearing } from '../support/overhearing';
import type { Party } from '../support/party';

const lines = 60_000;
const officines = 10_000;
const overhearing = new Overhearing((text) => !/read_record|stakeholder\.id = viewer\.stakeholder_id/.test(text));

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
});
afterAll(async () => {
  await owner?.end();
  await cellule?.stop();
});

/** By so many lines like this one: three quarters of them in the long journal, the others as if in ever so many more. */
async function lengthen(sampleId: string): Promise<void> {
  await owner.query('BEGIN; SET LOCAL synchronous_commit = off');
  await multiply('journal_entry', sampleId, lines, {
    stream_id: `CASE n % 4 WHEN 0 THEN ('01900000-0000-7000-9000-' || lpad(to_hex(n % 500), 12, '0'))::uuid ELSE stream_id END`,
  });
  await owner.query(`INSERT INTO journal_line (stream_id, number, entry_id, content_hash, chain_hash)
      SELECT stream_id, 1000 + row_number() OVER (PARTITION BY stream_id ORDER BY id), id, '', '' FROM journal_entry
      WHERE id < '01900000-0000-7001-8000-000000000000';
    UPDATE journal_head SET number = (SELECT max(number) FROM journal_line WHERE stream_id = '${keyOf(long)}')
      WHERE stream_id = '${keyOf(long)}'; COMMIT`);
  await owner.query('VACUUM ANALYZE journal_entry, journal_line, journal_head, read_mark');
}

/** By so many stakeholders like this one. */
async function crowd(sampleId: string): Promise<void> {
  await multiply('stakeholder', sampleId, officines, { code: `'OFFICINE-' || n` });
  await owner.query('VACUUM ANALYZE stakeholder');
}

/** So many rows more, as one row is but for its id, and for what is another in each of them (SQL, by its number `n`). */
async function multiply(table: string, sampleId: string, count: number, other: Readonly<Record<string, string>>) {
  const values = { id: `('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`, ...other };
  const { rows } = await owner.query(
    'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped',
    [table],
  );
  const names: string[] = rows.map(({ name }) => name);
  const copied = names.map((name) => (values as Record<string, string>)[name] ?? name);
  await owner.query(`INSERT INTO ${table} (${names}) SELECT ${copied} FROM ${table}, generate_series(1, ${count}) AS n
    WHERE id = '${sampleId}'`);
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
