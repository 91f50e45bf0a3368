import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { verifyJournal } from '../../src/commands/verify-journal';
import { StoredJournals } from '../../src/journal/stored-journals';
import { verifyStored } from '../../src/journal/verify-stored';
import { done } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import { type Declared, declare, note, oneTo, viewerOf, write } from './crisis';

let cellule: TestCellule;
let owner: Client;
let incident: Declared;
let said: string[];
const environment = { ...process.env };
beforeAll(async () => {
  cellule = await startTestCellule();
  process.env['DATABASE_URL'] = cellule.databaseUrl;
  process.env['LOG_LEVEL'] = 'fatal';
  owner = new Client(cellule.databaseUrl);
  await owner.connect();
  await owner.query('ALTER TABLE journal_line DISABLE TRIGGER USER; ALTER TABLE journal_entry DISABLE TRIGGER USER');
});
beforeEach(async () => {
  const bretagne = await cellule.party('ARS-BRE');
  incident = await declare(bretagne);
  for (const number of oneTo(3)) await write(bretagne, incident.id, `Note ${number}`);
  said = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  process.env = environment;
  await owner.end();
  await cellule.stop();
});

test('the whole record verifies while it is served and written to', async () => {
  const bretagne = await cellule.party('ARS-BRE');
  const writing = Promise.all(oneTo(30).map((number) => write(bretagne, incident.id, `Pendant ${number}`)));

  await verifyJournal({});
  await writing;
  await verifyJournal({});

  const last = said.slice(-3).join('');
  expect(said.join('')).toMatch(/^registry: \d+ lines, intact, chain hash [0-9a-f]{64}\n/);
  expect(last).toContain(`${incident.reference}: 35 lines, intact, chain hash `);
  expect(said.at(-1)).toBe('The record verifies.\n');
});

test('a journal of more lines than are read at once verifies', async () => {
  const bretagne = await cellule.party('ARS-BRE');
  await cellule.cellule.record.work.run(viewerOf(bretagne), { mutation: 'note', input: {} }, async (work) => {
    for (const _ of oneTo(1100)) await note(work, incident);
  });

  await verifyJournal({});

  expect(said.join('')).toContain(`${incident.reference}: 1105 lines, intact`);
});

const entry = '(SELECT entry_id FROM journal_line WHERE stream_id = $1 AND number = 4)';
const line = 'stream_id = $1 AND number = 4';
const forgeries: [string, string, string][] = [
  [
    'the text of an entry was changed',
    `UPDATE journal_entry SET text = 'Rien.' WHERE id = ${entry}`,
    'line 4: its content does not have its content hash',
  ],
  [
    'the hour of an entry was changed by a millisecond',
    `UPDATE journal_entry SET recorded_at = recorded_at + interval '1 ms' WHERE id = ${entry}`,
    'line 4: its content',
  ],
  [
    'the author of an entry was changed',
    `UPDATE journal_entry SET author_stakeholder_name = 'ANSSI' WHERE id = ${entry}`,
    'line 4: its content',
  ],
  [
    'the marking of an entry was widened',
    `UPDATE journal_entry SET marking_audience = 'ENROLLED' WHERE id = ${entry}`,
    'line 4: its content',
  ],
  [
    'half of a reported time was lost',
    `UPDATE journal_entry SET occurred_words = 'hier' WHERE id = ${entry}`,
    'line 4: its content',
  ],
  [
    'an hour became no hour at all',
    `UPDATE journal_entry SET recorded_at = 'infinity' WHERE id = ${entry}`,
    'line 4: its content',
  ],
  [
    'a content hash was made to fit another text',
    `UPDATE journal_line SET content_hash = sha256('x') WHERE ${line}`,
    'line 4: its chain hash does not follow',
  ],
  [
    'a chain hash was changed',
    `UPDATE journal_line SET chain_hash = sha256('x') WHERE ${line}`,
    'line 5: its chain hash does not follow',
  ],
  ['a line was removed', `DELETE FROM journal_line WHERE ${line}`, 'line 4: it is missing'],
  [
    'the last line was removed',
    'DELETE FROM journal_line WHERE stream_id = $1 AND number = 5',
    'line 5: it is missing',
  ],
  [
    'several lines were removed',
    'DELETE FROM journal_line WHERE stream_id = $1 AND number BETWEEN 2 AND 4',
    'line 2: it is missing, and all up to line 4',
  ],
  ['an entry was removed', `DELETE FROM journal_entry WHERE id = ${entry}`, 'line 4: its entry is missing'],
  [
    'an entry was moved to another journal',
    `UPDATE journal_entry SET stream_id = '${randomUUID()}' WHERE id = ${entry}`,
    'line 4: its entry belongs to another journal',
  ],
  ['the head was set back', 'UPDATE journal_head SET number = 4 WHERE stream_id = $1', 'line 5: the head is at line 4'],
  ['the head was put forward', 'UPDATE journal_head SET number = 6 WHERE stream_id = $1', 'line 6: it is missing'],
  [
    'the head has another hash',
    "UPDATE journal_head SET chain_hash = sha256('x') WHERE stream_id = $1",
    'line 5: the head has another chain hash',
  ],
  ['the head was removed', 'DELETE FROM journal_head WHERE stream_id = $1', 'it has no head'],
];
test.each(forgeries)('it is found out that %s', async (_, forgery, fault) => {
  const { rowCount } = await owner.query(forgery, [incident.key]);

  const faults = [];
  for await (const finding of verifyStored(new StoredJournals(cellule.cellule.record.dataSource))) {
    if (finding.kind === 'fault') faults.push(inWords(finding));
  }
  await gone(incident);

  expect(rowCount).toBeGreaterThan(0);
  expect(faults.join('\n')).toContain(`${incident.reference}: ${fault}`);
});

test('it is found out that a whole journal was removed', async () => {
  for (const table of ['journal_head', 'journal_line', 'journal_entry'])
    await owner.query(`DELETE FROM ${table} WHERE stream_id = $1`, [incident.key]);

  await expect(verifyJournal({})).rejects.toMatchObject({
    name: 'Refusal',
    message: expect.stringMatching(/^The record does not verify: \d+ faults?\.$/),
  });
  await gone(incident);

  expect(said.join('')).toContain(`${incident.reference}: it has no head`);
  expect(said.join('')).not.toContain(`${incident.reference}: 5 lines`);
});

test('it is found out that somebody widened an entry behind the back of the journal', async () => {
  const bretagne = await cellule.party('ARS-BRE');
  const { id } = await write(bretagne, incident.id, 'Pour moi.', { marking: { tlp: 'TLP_RED' } });
  const marking = { tlp: 'TLP_AMBER', audience: 'INVOLVED' };
  await done(bretagne, 'changeMarking', { thingId: id, expectedVersion: 1, marking });
  await verifyJournal({});
  const tampered = await owner.query(
    `INSERT INTO journal_marking SELECT entry_id, $2::uuid, 'TLP_CLEAR', 'ENROLLED', marking_pap, marking_stakeholders,
      marking_persons, marking_originator, marking_author, marking_delegate, marking_version + 1
     FROM journal_marking WHERE entry_id = $1`,
    [keyOf(id), randomUUID()],
  );

  await expect(verifyJournal({})).rejects.toThrow('does not verify');

  expect(tampered.rowCount).toBe(1);
  expect(said.join('')).toContain(`no entry tells of the marking that the entry ${keyOf(id)} has in version 3`);
  await owner.query('ALTER TABLE journal_marking DISABLE TRIGGER USER');
  await owner.query('DELETE FROM journal_marking WHERE marking_version = 3');
});

test('it is found out that an entry has no line', async () => {
  const copied = await owner.query(
    `INSERT INTO journal_entry SELECT (json_populate_record(e, json_build_object('id', gen_random_uuid()))).*
     FROM journal_entry AS e WHERE e.stream_id = $1 LIMIT 1 RETURNING id`,
    [incident.key],
  );

  await expect(verifyJournal({})).rejects.toThrow('The record does not verify: 1 fault.');
  await owner.query('DELETE FROM journal_entry WHERE id = $1', [copied.rows[0].id]);

  expect(said.join('')).toContain(`no line leads to the entry ${copied.rows[0].id}`);
});

function inWords({ journal, number, what }: { journal: string; number: number | null; what: string }): string {
  return number === null ? `${journal}: ${what}` : `${journal}: line ${number}: ${what}`;
}

/** Takes the spoilt incident out of the record, so that the next test finds one in order. */
async function gone({ key }: Declared): Promise<void> {
  await owner.query(
    'DELETE FROM journal_entry WHERE stream_id = $1 OR id IN (SELECT entry_id FROM journal_line WHERE stream_id = $1)',
    [key],
  );
  await owner.query(
    'DELETE FROM journal_entry WHERE NOT EXISTS (SELECT FROM journal_line WHERE journal_line.entry_id = journal_entry.id)',
  );
  for (const table of ['journal_line', 'journal_head'])
    await owner.query(`DELETE FROM ${table} WHERE stream_id = $1`, [key]);
  await owner.query('DELETE FROM involvement WHERE incident_id = $1', [key]);
  await owner.query('DELETE FROM incident WHERE id = $1', [key]);
}
