import { randomInt } from 'node:crypto';
import { declare, journalOf, oneTo, write } from '../journal/crisis';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { Heard } from './heard';
import { Line } from './line';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let line: Line;
let url: string;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { HEARTBEAT_SECONDS: '1' } });
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
  line = new Line(Number(new URL(cellule.cellule.url).port));
  url = await line.open();
});
afterAll(async () => {
  await line.close();
  await cellule.stop();
});

test('over lines that break anywhere in a message, each of several readers has each line once', async () => {
  const ids = await Promise.all(oneTo(3).map(async () => (await declare(bretagne, { parties: [dgs] })).id));
  const from = { fromTheBeginning: [], fromNowOn: undefined };
  // Beyond what comes first, in one piece, to who begins at the beginning: else it takes many attempts, ever longer apart.
  line.breaksAfter(() => randomInt(400, 100_000));
  const readers = [...oneTo(3).map(() => from.fromTheBeginning), from.fromNowOn].map(
    (after) => new Heard(dgs, { url, checksContent: true, ...(after && { after }) }),
  );
  for (let round = 0; line.cuts < 40; round++) {
    const { number } = await write(bretagne, ids[round % 3] as string, `Ligne ${round}`);
    await readers[round % 4]?.reaches(ids[round % 3] as string, number);
  }
  const late = await declare(bretagne, { parties: [dgs], title: 'Pendant les coupures' });
  line.holds();

  const all = [...ids, late.id];
  const journals = await Promise.all(all.map((id) => journalOf(dgs, id)));
  for (const reader of readers)
    for (const [index, lines] of journals.entries()) await reader.reaches(all[index] as string, lines.length);

  for (const reader of readers) {
    for (const [index, lines] of journals.entries()) {
      const numbers = reader.numbers(all[index] as string);
      expect(numbers).toEqual(oneTo(lines.length, numbers[0]));
    }
    await reader.stop();
  }
  for (const reader of readers.slice(0, 3)) expect(reader.numbers(ids[0] as string)[0]).toBe(1);
}, 180_000);

test('what begins while a reader of nothing is cut off comes to it from its beginning', async () => {
  const ars = await cellule.party('ARS-NOR');
  const reader = new Heard(ars, { url });
  await reader.until(() => reader.of('upToDate').length > 0);

  await line.close();
  const { id } = await declare(bretagne, { parties: [ars] });
  line = new Line(Number(new URL(cellule.cellule.url).port));
  await line.open(Number(new URL(url).port));
  await reader.reaches(id, 1);

  expect(reader.numbers(id)[0]).toBe(1);
  await reader.stop();
});

test('who follows more incidents than one names goes on after a cut, in each where it was', async () => {
  const ars = await cellule.party('ARS-PDL');
  const ids: string[] = [];
  for (const _ of oneTo(201)) ids.push((await declare(ars)).id);
  const reader = new Heard(ars, { url, after: [] });
  await reader.until(() => reader.following.positions.length === ids.length);
  line.cut();

  const { number } = await write(ars, ids[0] as string, 'Après la coupure.');
  await reader.reaches(ids[0] as string, number);

  for (const [index, id] of ids.entries()) {
    const lines = await journalOf(ars, id);
    expect(reader.numbers(id)).toEqual(oneTo(index === 0 ? number : lines.length));
  }
  await reader.stop();
}, 120_000);
