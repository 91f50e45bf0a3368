import { StoredJournals } from '../../src/journal/stored-journals';
import { verifyStored } from '../../src/journal/verify-stored';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import {
  type Declared,
  declare,
  follow,
  journalOf,
  linesOf,
  news,
  note,
  numbersOf,
  oneTo,
  reaches,
  viewerOf,
  write,
} from './crisis';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
afterEach(() => dgs.leave());
afterAll(() => cellule.stop());

const writers = 50;
const each = 2;

test('fifty writers on one incident, some of whom fail after recording, leave a journal without a hole', async () => {
  const incident = await declare(bretagne, { parties: [dgs] });
  const live = follow(dgs);
  await live.until((events) => events.length === 1);

  const written = await Promise.all(oneTo(writers).map((writer) => writesAndFails(incident, writer)));

  const last = incident.involvements.length + 1 + writers * each;
  const delivered = await reaches(live, incident.id, last);
  const journal = await journalOf(dgs, incident.id);
  expect(numbersOf(journal)).toEqual(oneTo(last));
  expect(journal.map(({ id }) => id)).toEqual(expect.arrayContaining(written.flat()));
  expect(delivered).toEqual(journal.slice(-writers * each));
  expect(await faults()).toEqual([]);
});

test('fifty writers on fifty incidents leave fifty journals without a hole, and a reader hears each line once', async () => {
  const incidents: Declared[] = [];
  for (const number of oneTo(writers))
    incidents.push(await declare(bretagne, { parties: [dgs], title: `Incident ${number}` }));
  const live = follow(dgs, { incidents: incidents.map(({ id }) => id) });
  await live.until((events) => events.length === writers);

  await Promise.all(
    oneTo(writers).map(async (writer) => {
      for (const round of oneTo(each)) {
        const incident = incidents[(writer * 7 + round * 13) % writers] as Declared;
        await write(bretagne, incident.id, `Rédacteur ${writer}, ligne ${round}`);
        await fails(incident);
      }
    }),
  );

  for (const { id } of incidents) {
    const journal = await journalOf(dgs, id);
    expect(numbersOf(journal)).toEqual(oneTo(journal.length));
    expect(await reaches(live, id, journal.length)).toEqual(journal.slice(3));
  }
  const total = incidents.reduce((sum, { id }) => sum + linesOf(live.events, id).length, 0);
  expect(total).toBe(writers * each);
  expect(await faults()).toEqual([]);
});

test('commands that block each other are run again, and each records its entries once', async () => {
  const [first, second] = [await declare(bretagne, { parties: [dgs] }), await declare(bretagne, { parties: [dgs] })];
  const live = follow(dgs, { incidents: [first.id, second.id] });
  await live.until((events) => events.length === 2);
  const both = meeting(2);

  const attempts = await Promise.all([crosses(first, second, both), crosses(second, first, both)]);

  for (const { id } of [first, second]) {
    const lines = await reaches(live, id, 5);
    expect(numbersOf(lines)).toEqual([4, 5]);
    expect(numbersOf(await journalOf(dgs, id))).toEqual(oneTo(5));
  }
  // Whoever is run again may be overtaken again.
  expect(Math.max(...attempts)).toBeGreaterThan(1);
  expect(news(live.events, 'JournalReset')).toEqual([]);
});

async function writesAndFails(incident: Declared, writer: number): Promise<string[]> {
  const ids: string[] = [];
  for (const round of oneTo(each)) {
    const [{ id }] = await Promise.all([
      write(bretagne, incident.id, `Rédacteur ${writer}, ligne ${round}`),
      fails(incident),
    ]);
    ids.push(id);
  }
  return ids;
}

/** A command that has a number already, and then gives up. */
async function fails(incident: Declared): Promise<void> {
  const failing = cellule.cellule.record.work.run(viewerOf(bretagne), { mutation: 'fail', input: {} }, async (work) => {
    await work.holdStill(incident.key);
    await note(work, incident);
    await work.finish();
    throw new Error('Given up.');
  });
  await expect(failing).rejects.toThrow('Given up.');
}

/** Writes to two journals, in the order in which another does not; answers with the attempts that it took. */
async function crosses(one: Declared, other: Declared, both: () => Promise<void>): Promise<number> {
  let attempts = 0;
  await cellule.cellule.record.work.run(viewerOf(bretagne), { mutation: 'cross', input: {} }, async (work) => {
    attempts++;
    await work.takeTurns(one.key);
    if (attempts === 1) await both();
    await work.takeTurns(other.key);
    await note(work, one);
    await note(work, other);
  });
  return attempts;
}

/** Everyone who comes waits until all have come. */
function meeting(size: number): () => Promise<void> {
  let come = 0;
  let open: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come++;
    if (come === size) open();
    return opened;
  };
}

async function faults(): Promise<object[]> {
  const found = [];
  for await (const finding of verifyStored(new StoredJournals(cellule.cellule.record.dataSource))) {
    if (finding.kind === 'fault') found.push(finding);
  }
  return found;
}
