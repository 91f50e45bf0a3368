import { Client } from 'pg';
import pino from 'pino';
import type { Cellule } from '../../src/app';
import { UnitOfWork } from '../../src/journal/unit-of-work';
import { systemClock } from '../../src/kernel/clock';
import { Doorbell } from '../../src/kernel/doorbell';
import { runOn } from '../../src/kernel/sql';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import {
  type Declared,
  declare,
  follow,
  headOf,
  news,
  note,
  numbersOf,
  oneTo,
  reaches,
  viewerOf,
  write,
} from './crisis';

const rarely = { SWEEP_SECONDS: '3600' };
let cellule: TestCellule;
let dgs: Party;
afterEach(async () => {
  await dgs.leave();
  await cellule.stop();
});

test('an entry whose wake-up is lost is found by the sweep', async () => {
  const { bretagne, incident } = await aCrisis({ SWEEP_SECONDS: '0.2' });
  const live = follow(dgs);
  await live.until((events) => events.length === 1);
  const silent = silentWork(cellule.cellule);

  for (const _ of oneTo(3)) await silent.run(viewerOf(bretagne), request, (work) => note(work, incident));

  expect(numbersOf(await reaches(live, incident.id, 6))).toEqual([4, 5, 6]);
});

test('an entry that was committed long after it was begun is found by the sweep all the same', async () => {
  const { bretagne, incident } = await aCrisis({ SWEEP_SECONDS: '0.2' });
  const live = follow(dgs);
  await live.until((events) => events.length === 1);
  const other = await declare(bretagne, { parties: [dgs] });
  const silent = silentWork(cellule.cellule);

  await silent.run(viewerOf(bretagne), request, async (work) => {
    await work.takeTurns(incident.key);
    for (const number of oneTo(3)) {
      await silent.run(viewerOf(bretagne), request, (meanwhile) => note(meanwhile, other));
      await reaches(live, other.id, 3 + number);
    }
    await note(work, incident);
  });

  expect(numbersOf(await reaches(live, incident.id, 4))).toEqual([4]);
});

test('what is written at one node is heard at the other, without waiting for a sweep', async () => {
  const { bretagne, incident } = await aCrisis(rarely);
  const node = await cellule.node();
  const [here, there] = [follow(dgs), follow(dgs.at(node.url))];
  await Promise.all([here, there].map((live) => live.until((events) => events.length === 1)));

  await write(bretagne, incident.id, 'Du premier nœud');
  await write(bretagne.at(node.url), incident.id, 'Du second nœud');

  expect(numbersOf(await reaches(here, incident.id, 5))).toEqual([4, 5]);
  expect(numbersOf(await reaches(there, incident.id, 5))).toEqual([4, 5]);
});

test('a node that loses its ear to the database hears again, and misses nothing', async () => {
  const { bretagne, incident } = await aCrisis(rarely);
  const own = await listeners();
  const node = await cellule.node();
  const others = (await listeners()).filter((pid) => !own.includes(pid));
  const live = follow(dgs);
  await live.until((events) => events.length === 1);

  for (const round of oneTo(3)) {
    await listeners(others);
    for (const number of oneTo(5)) await write(bretagne.at(node.url), incident.id, `Ligne ${round}.${number}`);
  }

  expect(numbersOf(await reaches(live, incident.id, 18))).toEqual(oneTo(18, 4));
});

test('what was written while a node had no ear to the database is found when it hears again', async () => {
  const { bretagne, incident } = await aCrisis(rarely);
  const live = follow(dgs);
  await live.until((events) => events.length === 1);
  await silentWork(cellule.cellule).run(viewerOf(bretagne), request, (work) => note(work, incident));

  await listeners([]);

  expect(numbersOf(await reaches(live, incident.id, 4))).toEqual([4]);
});

test('a silent stream gives signs of life, with the position in every journal', async () => {
  const { bretagne, incident } = await aCrisis({ HEARTBEAT_SECONDS: '1' });
  const other = await declare(bretagne, { parties: [dgs] });
  const live = follow(dgs);
  await live.until((events) => events.length === 2);
  await write(bretagne, incident.id, 'Une ligne');
  await reaches(live, incident.id, 4);

  const beats = news(await live.until((events) => news(events, 'JournalHeartbeat').length === 2), 'JournalHeartbeat');

  expect(byIncident(beats.at(-1).heads)).toEqual(
    byIncident([await headOf(dgs, incident.id), await headOf(dgs, other.id)]),
  );
  expect(Date.parse(beats[1].asOf)).toBeGreaterThan(Date.parse(beats[0].asOf));
});

const request = { mutation: 'note', input: {} };

async function aCrisis(env: Record<string, string>): Promise<{ bretagne: Party; incident: Declared }> {
  cellule = await startTestCellule({ env });
  const bretagne = await cellule.party('ARS-BRE');
  dgs = await cellule.party('DGS-CCS');
  return { bretagne, incident: await declare(bretagne, { parties: [dgs] }) };
}

/** Another node that writes to the same database, and whose rings nobody hears. */
function silentWork({ record }: Cellule): UnitOfWork {
  const deaf = new Doorbell({}, runOn(record.dataSource), 3_600_000, pino({ level: 'silent' }));
  return new UnitOfWork(record.dataSource, record.actors, record.reads, deaf, systemClock);
}

/** The connections that listen for rings; all but the given ones, if any are given, are ended. */
async function listeners(spared?: readonly number[]): Promise<number[]> {
  const client = new Client(cellule.databaseUrl);
  await client.connect();
  const { rows } = await client.query(
    `SELECT pid, CASE WHEN pid <> ALL ($1::integer[]) THEN pg_terminate_backend(pid) END FROM pg_stat_activity
     WHERE datname = current_database() AND (query LIKE 'LISTEN%' OR query LIKE '%pg_notify(%') AND pid <> pg_backend_pid()`,
    [spared],
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}

function byIncident<Place extends { readonly incidentId: string }>(heads: readonly Place[]): Place[] {
  return [...heads].sort((one, other) => (one.incidentId < other.incidentId ? -1 : 1));
}
