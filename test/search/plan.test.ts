import { Client } from 'pg';
import { asParty, declare, write } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import { Overhearing } from '../support/overhearing';
import type { Party } from '../support/party';

const lines = 500_000;
const unhurried = 300_000;
const overhearing = new Overhearing((text) => text.includes('cellule_question'));

let cellule: TestCellule;
let owner: Client;
let dgs: Party;
let outsider: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  [dgs, outsider] = [await cellule.party('DGS-CCS'), await cellule.party('ANSSI')];
  const bretagne = await cellule.party('ARS-BRE');
  const { id } = await declare(dgs, { parties: [asParty(bretagne)] });
  await declare(outsider);
  const sample = await write(bretagne, id, 'Un modèle.');
  owner = new Client(cellule.databaseUrl);
  await owner.connect();
  await seed(keyOf(sample.id));
  cellule.cellule.record.dataSource.logger = overhearing;
}, unhurried);
afterAll(async () => {
  await owner.end();
  await cellule.stop();
});

/** A long journal: every fifth line speaks of pharmacies. The index is built afterwards, which takes less time. */
async function seed(sampleId: string): Promise<void> {
  const columns = await owner.query(
    `SELECT string_agg(attname, ', ') AS names, string_agg(CASE attname WHEN 'id' THEN $1 WHEN 'text' THEN $2 ELSE attname::text END, ', ') AS values
     FROM pg_attribute WHERE attrelid = 'journal_entry'::regclass AND attnum > 0 AND NOT attisdropped`,
    [
      `('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`,
      `CASE n % 5 WHEN 0 THEN 'Pharmacies ' ELSE 'Livraisons ' END || 'p' || n % 5000`,
    ],
  );
  const { names, values } = columns.rows[0];
  const index = await owner.query(`SELECT pg_get_indexdef('journal_entry_words'::regclass) AS definition`);
  await owner.query(`BEGIN; SET LOCAL synchronous_commit = off; DROP INDEX journal_entry_words;
    INSERT INTO journal_entry (${names}) SELECT ${values} FROM journal_entry, generate_series(1, ${lines}) AS n
      WHERE id = '${sampleId}';
    INSERT INTO journal_line (stream_id, number, entry_id, content_hash, chain_hash)
      SELECT stream_id, 1000 + row_number() OVER (ORDER BY id), id, '', '' FROM journal_entry WHERE id < '01900000-0000-7001-8000-000000000000';
    ${index.rows[0].definition}; COMMIT`);
  await owner.query('ANALYZE journal_entry, journal_line');
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): string[] {
  const { 'Node Type': type, 'Relation Name': relation, 'Index Name': index, Plans = [] } = plan;
  return [`${type} ${index ?? relation ?? ''}`, ...Plans.flatMap(nodesOf)];
}

/** The plans of all statements of a search, as the server has them planned. */
async function plansOf(by: Party, text: string, selection: string): Promise<string[]> {
  overhearing.heard = [];
  await by.ask(
    'query ($text: String!) { search(text: $text) { edges { cursor } } }'.replace('edges { cursor }', selection),
    { text },
  );
  const nodes: string[] = [];
  for (const search of overhearing.heard) {
    await owner.query(`PREPARE search AS ${search.text}`);
    const given = search.values.map((value) => literal(value)).join(', ');
    const explained = await owner.query(`EXPLAIN (FORMAT JSON) EXECUTE search (${given})`);
    await owner.query('DEALLOCATE search');
    nodes.push(...nodesOf(explained.rows[0]['QUERY PLAN'][0].Plan));
  }
  return nodes;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]::text[]`;
  return value === null || value === undefined ? 'NULL' : owner.escapeLiteral(String(value));
}

describe.each(['force_generic_plan', 'force_custom_plan'])('with %s', (mode) => {
  beforeEach(() => owner.query(`SET plan_cache_mode = ${mode}; SET jit = off`));

  test.each([
    ['a rare word', 'p4321', 'edges { cursor }'],
    ['a common word', 'pharmacie', 'edges { cursor }'],
    ['a beginning', 'pharm', 'edges { cursor }'],
    ['several words', 'pharmacies p25', 'edges { cursor }'],
    ['what is counted', 'pharmacie', 'totalCount'],
  ])('%s is looked up in the index, and no journal is read through', async (_, text, selection) => {
    const nodes = await plansOf(dgs, text, selection);

    expect(nodes).toContain('Bitmap Index Scan journal_entry_words');
    expect(
      nodes.filter((node) => /^Seq Scan journal_|Index (Only )?Scan journal_entry_(occurred|subject)/.test(node)),
    ).toEqual([]);
  });
});

test('of a word in a hundred thousand entries the newest are ranked, and the answer says that there are more', async () => {
  const { search } = await dgs.ask(`{ search(text: "pharmacie", types: [JOURNAL_ENTRY], first: 2) {
    totalCount totalCountIsExact edges { node { ... on JournalEntry { text } } } } }`);

  expect(search).toMatchObject({ totalCount: 1000, totalCountIsExact: false });
  expect(search.edges).toEqual([{ node: { text: 'Pharmacies p0' } }, { node: { text: 'Pharmacies p4995' } }]);
});

test('to who sees none of them there is nothing, and nothing more', async () => {
  const { search } = await outsider.ask(
    '{ search(text: "pharmacie") { totalCount totalCountIsExact edges { cursor } } }',
  );

  expect(search).toEqual({ totalCount: 0, totalCountIsExact: true, edges: [] });
});
