import type { Finished } from '../../src/journal/unit-of-work';
import { newId } from '../../src/kernel/ids';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { Overhearing } from '../support/overhearing';
import type { Party } from '../support/party';
import { type Declared, declare, journalOf, note, numbersOf, oneTo, viewerOf, write } from './crisis';

const appending = new Overhearing((text) => text.includes('INSERT INTO journal_line'));
let cellule: TestCellule;
let bretagne: Party;
let incidents: Declared[];
beforeAll(async () => {
  cellule = await startTestCellule({ env: { DATABASE_POOL: '2' } });
  cellule.cellule.record.dataSource.logger = appending;
  bretagne = await cellule.party('ARS-BRE');
});
beforeEach(async () => {
  incidents = [await declare(bretagne), await declare(bretagne), await declare(bretagne)];
  appending.heard = [];
});
afterAll(() => cellule.stop());

const commands = 30;

const noted = (incident: Declared, text: string): Promise<Finished<void>> =>
  cellule.cellule.record.work.run(viewerOf(bretagne), { mutation: 'note', input: {} }, (work) =>
    note(work, incident, { text }),
  );

const notes = () => oneTo(commands).map((at) => noted(incidents[at % 3] as Declared, `Note ${at}`));

test('what many commands record at the same time is appended by few statements, in the order of each journal', async () => {
  const before = await Promise.all(incidents.map(({ id }) => journalOf(bretagne, id)));

  await Promise.all(notes());

  for (const [at, { id }] of incidents.entries()) {
    const journal = await journalOf(bretagne, id);
    expect(numbersOf(journal)).toEqual(oneTo((before[at]?.length ?? 0) + commands / 3));
  }
  expect(appending.heard.length).toBeLessThan(commands / 3);
});

test('what cannot be appended fails alone, and leaves nothing behind', async () => {
  const nowhere: Declared = { ...(incidents[0] as Declared), key: newId() };

  const [lost, ...others] = await Promise.allSettled([noted(nowhere, 'Perdue'), ...notes(), noted(nowhere, 'Perdue')]);

  expect([lost, others.pop()]).toMatchObject([
    { status: 'rejected', reason: { message: 'A stream has no head to append to.' } },
    { status: 'rejected', reason: { message: 'A stream has no head to append to.' } },
  ]);
  expect(others.filter(({ status }) => status === 'rejected')).toEqual([]);
  const { dataSource } = cellule.cellule.record;
  expect(await dataSource.query("SELECT text FROM journal_entry WHERE text = 'Perdue'")).toEqual([]);
});

test('commands that together want more connections than there are wait for each other, and none for good', async () => {
  const [incident] = incidents as [Declared, ...Declared[]];
  const marking = { tlp: 'TLP_AMBER_STRICT', audience: 'AUTHORITIES' };

  await Promise.all(oneTo(commands).map((at) => write(bretagne, incident.id, `Ligne ${at}`, { marking })));

  const journal = await journalOf(bretagne, incident.id);
  expect(numbersOf(journal)).toEqual(oneTo(journal.length));
});
