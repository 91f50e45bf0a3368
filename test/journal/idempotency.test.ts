import { Client } from 'pg';
import { forgetOldKeys } from '../../src/journal/bookkeeping';
import { runOn } from '../../src/kernel/sql';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { type Declared, declare, involvementOf, journalOf, oneTo, release, write } from './crisis';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let incident: Declared;
beforeAll(async () => {
  cellule = await startTestCellule();
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
beforeEach(async () => {
  incident = await declare(bretagne, { parties: [dgs] });
});
afterAll(() => cellule.stop());

test('the same request under the same key is done once, and answered the same', async () => {
  const first = await write(bretagne, incident.id, 'Une fois', { idempotencyKey: 'a' });
  const again = await write(bretagne, incident.id, 'Une fois', { idempotencyKey: 'a' });

  expect(again).toEqual(first);
  expect(await notes()).toEqual(['Une fois']);
});

test('another request under the same key is refused, and changes nothing', async () => {
  await write(bretagne, incident.id, 'La première', { idempotencyKey: 'b' });

  const fault = await bretagne.refused(writing, written('Une autre', 'b'));

  expect(fault.extensions).toMatchObject({ code: 'BAD_USER_INPUT', inputPath: ['input', 'idempotencyKey'] });
  expect(await notes()).toEqual(['La première']);
});

test('twenty at once under the same key record one entry, and all hear of it', async () => {
  const answers = await Promise.all(
    oneTo(20).map(() => write(bretagne, incident.id, 'Vingt fois', { idempotencyKey: 'c' })),
  );

  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await notes()).toEqual(['Vingt fois']);
});

test('twenty different requests at once under the same key: one is done, and the others are refused', async () => {
  const answers = await Promise.all(oneTo(20).map((n) => bretagne.attempt(writing, written(`Variante ${n}`, 'd'))));

  expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code)).toEqual(
    Array(19).fill('BAD_USER_INPUT'),
  );
  expect(await notes()).toHaveLength(1);
});

test('a refusal is not remembered: the same request may succeed later', async () => {
  await release(bretagne, involvementOf(incident, dgs));
  const refused = await dgs.refused(writing, written('Plus tard', 'e'));
  await bretagne.ask(
    'mutation ($input: InvolveStakeholderInput!) { involveStakeholder(input: $input) { entries { id } } }',
    {
      input: {
        incidentId: incident.id,
        party: { stakeholderId: dgs.stakeholder, role: 'FOLLOW_UP', access: 'CONTRIBUTE' },
      },
    },
  );

  await write(dgs, incident.id, 'Plus tard', { idempotencyKey: 'e' });

  expect(refused.extensions.code).toBe('NOT_FOUND');
  expect(await notes()).toEqual(['Plus tard']);
});

test('a key belongs to one person, one stakeholder and one mutation', async () => {
  const colleague = await cellule.colleague(bretagne);
  for (const writer of [bretagne, colleague, dgs])
    await write(writer, incident.id, `Par ${writer.person}`, { idempotencyKey: 'f' });
  const [last] = (await journalOf(bretagne, incident.id)).slice(-1);
  await bretagne.ask('mutation ($input: CorrectEntryInput!) { correctEntry(input: $input) { entry { id } } }', {
    input: { entryId: last.id, entry: { text: 'Corrigé' }, idempotencyKey: 'f' },
  });

  expect(await notes()).toHaveLength(4);
});

test('a key is remembered for seven days, and no longer', async () => {
  await write(bretagne, incident.id, 'Chaque semaine', { idempotencyKey: 'g' });
  await age('g', '6 days 23 hours');
  await write(bretagne, incident.id, 'Chaque semaine', { idempotencyKey: 'g' });
  await age('g', '2 hours');
  await write(bretagne, incident.id, 'Chaque semaine', { idempotencyKey: 'g' });

  expect(await notes()).toEqual(['Chaque semaine', 'Chaque semaine']);
});

test('keys of more than seven days are cleared away, and the others are kept', async () => {
  await write(bretagne, incident.id, 'Ancienne', { idempotencyKey: 'old' });
  await write(bretagne, incident.id, 'Récente', { idempotencyKey: 'recent' });
  await age('old', '7 days 1 hour');

  await forgetOldKeys(runOn(cellule.cellule.record.dataSource));

  const left = await cellule.cellule.record.dataSource.query(
    "SELECT key FROM idempotency WHERE key IN ('old', 'recent')",
  );
  expect(left).toEqual([{ key: 'recent' }]);
});

test('a repetition is answered with the rights of today: who was released since sees nothing', async () => {
  const first = await dgs.ask(writing, written('Avant le départ', 'h'));
  await release(bretagne, involvementOf(incident, dgs));

  const again = await dgs.ask(writing, written('Avant le départ', 'h'));

  expect(first.writeEntry).toMatchObject({ entry: { text: 'Avant le départ' }, entries: [{ kind: 'NOTE' }] });
  expect(again.writeEntry).toEqual({ entry: null, entries: [] });
});

test('a declaration repeated after its declarer was released answers without the incident', async () => {
  const input = { title: 'Répétée', nature: 'CYBERATTACK', severity: 'MAJOR', idempotencyKey: 'i' };
  const parties = [{ stakeholderId: bretagne.stakeholder, role: 'LEAD', access: 'COORDINATE' }];
  const declaring = `mutation ($input: DeclareIncidentInput!) {
    declareIncident(input: $input) { incident { id involvements { id stakeholder { code } } } entries { number } } }`;
  const { declareIncident } = await dgs.ask(declaring, { input: { ...input, parties } });
  const own = declareIncident.incident.involvements.find(
    ({ stakeholder }: { stakeholder: { code: string } }) => stakeholder.code === dgs.code,
  );
  await release(dgs, own.id);

  const again = await dgs.ask(declaring, { input: { ...input, parties } });

  expect(again.declareIncident).toEqual({ incident: null, entries: [] });
});

const writing = 'mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { text } entries { kind } } }';

function written(text: string, idempotencyKey: string): object {
  return { input: { incidentId: incident.id, entry: { text }, idempotencyKey } };
}

/** The texts of what was written to the incident. */
async function notes(): Promise<string[]> {
  const lines = await journalOf(bretagne, incident.id);
  return lines.filter(({ kind }) => kind === 'NOTE' || kind === 'CORRECTION').map(({ text }) => text);
}

/** Makes the keys of that name older. */
async function age(key: string, by: string): Promise<void> {
  const owner = new Client(cellule.databaseUrl);
  await owner.connect();
  await owner.query('UPDATE idempotency SET stored_at = stored_at - $2::interval WHERE key = $1', [key, by]);
  await owner.end();
}
