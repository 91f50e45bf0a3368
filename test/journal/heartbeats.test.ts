import { Client } from 'pg';
import type { Logger } from 'typeorm';
import { JournalFeed, type JournalNews } from '../../src/journal/feed';
import { systemClock } from '../../src/kernel/clock';
import { Junction } from '../../src/kernel/live';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { testServer, urlOf } from '../support/database';
import type { Live } from '../support/live';
import type { Party } from '../support/party';
import { declare, follow, headOf, news, viewerOf } from './crisis';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let alone: AsyncIterableIterator<JournalNews | Junction> | undefined;
beforeEach(async () => {
  cellule = await startTestCellule({ env: { HEARTBEAT_SECONDS: '1', SWEEP_SECONDS: '3600' } });
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
afterEach(async () => {
  jest.useRealTimers();
  await alone?.return?.();
  alone = undefined;
  await dgs.leave();
  await cellule.stop();
});

const beats = (live: Live) => news(live.events, 'JournalHeartbeat');

/** Waits until so many heartbeats have come since now. */
async function hears(live: Live, more: number): Promise<void> {
  const before = beats(live).length;
  await live.until(() => beats(live).length >= before + more);
}

test('a wall clock that is set back by an hour stops no heartbeat of those who are live together', async () => {
  await declare(bretagne, { parties: [dgs] });
  const live = follow(dgs);
  await hears(live, 1);

  setWallClock(Date.now() - 3_600_000);

  await hears(live, 2);
});

test('a wall clock that is set back by an hour stops no heartbeat of who follows alone', async () => {
  await declare(bretagne, { parties: [dgs] });
  const { reads, doorbell } = cellule.cellule.record;
  const feed = new JournalFeed({ reads, doorbell, clock: systemClock, heartbeatMs: 200 });
  alone = feed.follow(viewerOf(dgs), { incidents: null, after: null });
  await nextBeat(alone);

  setWallClock(Date.now() - 3_600_000);

  await nextBeat(alone);
  await nextBeat(alone);
});

test('heartbeats go on after the database was away when one was due, for those who come later, too', async () => {
  const incident = await declare(bretagne, { parties: [dgs] });
  const live = follow(dgs);
  await hears(live, 1);

  await onServer(`ALTER DATABASE ${databaseName()} ALLOW_CONNECTIONS false`);
  await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${databaseName()}'`);
  await nextLook();
  await onServer(`ALTER DATABASE ${databaseName()} ALLOW_CONNECTIONS true`);
  const later = follow(dgs);

  await Promise.all([hears(live, 2), hears(later, 2)]);
  expect(beats(later).at(-1).heads).toEqual([await headOf(dgs, incident.id)]);
});

/** Whoever does not take the way to others that a junction offers goes on alone. */
async function nextBeat(reader: AsyncIterableIterator<JournalNews | Junction>): Promise<void> {
  for (;;) {
    const { value } = await reader.next();
    if (!(value instanceof Junction) && value.kind === 'heartbeat') return;
  }
}

/** Resolves when the journals are read again, or were to be. */
function nextLook(): Promise<void> {
  return new Promise((resolve) => {
    const { logger } = cellule.cellule.record.dataSource;
    const logQuery: Logger['logQuery'] = (text) => void (text.includes('now_followed') && resolve());
    cellule.cellule.record.dataSource.logger = Object.assign(Object.create(logger), { logQuery });
  });
}

/** The wall clock only: timers do not go by it, here as in life. It stands still at that hour, which makes no difference. */
function setWallClock(now: number): void {
  const others = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const;
  const timers = ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const;
  jest.useFakeTimers({ now, doNotFake: [...others, ...timers] });
}

function databaseName(): string {
  return new URL(cellule.databaseUrl).pathname.slice(1);
}

async function onServer(statement: string): Promise<void> {
  const server = testServer();
  const client = new Client(urlOf(server, server.database));
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
