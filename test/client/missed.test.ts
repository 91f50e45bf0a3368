import WebSocket from 'ws';
import { declare, oneTo, write } from '../journal/crisis';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { Heard } from './heard';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { HEARTBEAT_SECONDS: '1' } });
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
afterAll(() => cellule.stop());

/** Sockets on which one message of the server comes as something else, or not at all. */
function altering(alter: (message: string) => string | undefined) {
  let isDone = false;
  return class extends WebSocket {
    override emit(event: string | symbol, ...given: unknown[]): boolean {
      if (event !== 'message' || isDone) return super.emit(event, ...given);
      const message = String(given[0]);
      const altered = alter(message);
      isDone = altered !== message;
      return altered === undefined || super.emit('message', Buffer.from(altered), false);
    }
  };
}

test('lines that were lost are noticed at the next sign of life, and come after all, once', async () => {
  const { id } = await declare(bretagne, { parties: [dgs] });
  const lossy = altering((message) => (message.includes('Perdue.') ? undefined : message));
  const reasons: string[] = [];
  const listener = new Heard(dgs, {
    ...{ url: cellule.cellule.url, incidents: [id], after: [], webSocket: lossy },
    onStatus: (status) => {
      if (status.kind === 'disconnected') reasons.push(status.reason);
    },
  });
  await listener.until(() => listener.of('upToDate').length > 0);

  const { number } = await write(bretagne, id, 'Perdue.');

  await listener.reaches(id, number);
  expect(reasons).toEqual([`The server is at line ${number} of ${id}, which did not come: resuming.`]);
  expect(listener.numbers(id)).toEqual(oneTo(number));
  await listener.stop();
});

test('a sign of life that says nothing of a journal that is held is none', async () => {
  const ids = [(await declare(bretagne, { parties: [dgs] })).id, (await declare(bretagne, { parties: [dgs] })).id];
  const [silenced = ''] = ids;
  const leavesOut = altering((message) => {
    const { payload, ...rest } = JSON.parse(message);
    const told = payload?.data?.journal;
    if (told?.__typename !== 'JournalHeartbeat') return message;
    const heads = told.heads.filter((head: { incidentId: string }) => head.incidentId !== silenced);
    return JSON.stringify({ ...rest, payload: { data: { journal: { ...told, heads } } } });
  });
  const reasons: string[] = [];
  const upToDate: number[] = [];
  const listener = new Heard(dgs, {
    ...{ url: cellule.cellule.url, incidents: ids, after: [], webSocket: leavesOut },
    onStatus: (status) => {
      if (status.kind === 'disconnected') reasons.push(status.reason);
    },
    onUpdate: ({ kind }) => {
      if (kind === 'upToDate') upToDate.push(reasons.length);
    },
  });

  await listener.until(() => listener.of('upToDate').length > 0);

  expect(reasons).toEqual([`The server says no more of ${silenced}, and not that it has ended: resuming.`]);
  expect(upToDate).toEqual([1]);
  await listener.stop();
});
