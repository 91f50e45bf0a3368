import { Client } from 'pg';
import pino from 'pino';
import { systemClock } from '../../src/kernel/clock';
import { openRecord } from '../../src/record';
import { done } from '../support/builders';
import { startTestCellule, type TestCellule, testConfig } from '../support/cellule';
import { declare, write } from './crisis';

let cellule: TestCellule;
let owner: Client;
beforeAll(async () => {
  cellule = await startTestCellule();
  const bretagne = await cellule.party('ARS-BRE');
  const { id } = await declare(bretagne);
  const entry = await write(bretagne, id, 'Pour moi.', { marking: { tlp: 'TLP_RED' } });
  const marking = { tlp: 'TLP_AMBER', audience: 'INVOLVED' };
  await done(bretagne, 'changeMarking', { thingId: entry.id, expectedVersion: 1, marking });
  owner = new Client(cellule.databaseUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await cellule.stop();
});

const rewritings = [
  "UPDATE journal_entry SET text = 'Rien ne s’est passé.'",
  'DELETE FROM journal_entry',
  'TRUNCATE journal_entry',
  'UPDATE journal_line SET number = number + 1',
  'DELETE FROM journal_line WHERE number = (SELECT max(number) FROM journal_line)',
  'TRUNCATE journal_line CASCADE',
  "UPDATE journal_marking SET marking_audience = 'ENROLLED'",
  'DELETE FROM journal_marking',
  'TRUNCATE journal_marking',
];

test.each(rewritings)('the server’s own role has no right to rewrite a journal: %s', async (statement) => {
  const rewriting = cellule.cellule.record.dataSource.query(statement);

  await expect(rewriting).rejects.toMatchObject({ code: '42501' });
});

test.each(rewritings)('the owner of the database does not rewrite a journal by mistake: %s', async (statement) => {
  await expect(owner.query(statement)).rejects.toThrow('the journal is append-only');
});

test('with one URL, that of the owner, the server takes on the role that cannot rewrite', async () => {
  const [roles] = await cellule.cellule.record.dataSource.query(
    'SELECT current_user AS acts, session_user AS logged_in',
  );
  const { rows } = await owner.query('SELECT current_user AS owner');

  expect(roles).toEqual({ acts: 'cellule_runtime', logged_in: rows[0].owner });
  expect(roles.acts).not.toBe(rows[0].owner);
});

test('the server does not start as a role that could rewrite a journal', async () => {
  const asOwner = new URL(cellule.databaseUrl);
  asOwner.searchParams.set('application_name', 'owner');
  const config = testConfig(cellule.databaseUrl, { DATABASE_OWNER_URL: asOwner.toString() });

  const opening = openRecord({ config, log: pino({ level: 'silent' }), clock: systemClock, as: 'server' });

  await expect(opening).rejects.toMatchObject({
    name: 'Refusal',
    message: expect.stringContaining('may change or remove lines of a journal'),
  });
});
