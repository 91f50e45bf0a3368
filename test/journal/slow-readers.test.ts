import { RawSocket } from '../protocol/raw-socket';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { type Declared, declare, headOf, linesOf, news, numbersOf, oneTo, type Place, reaches, write } from './crisis';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let incident: Declared;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { FLUSH_SECONDS: '1', CLOSE_SECONDS: '0.1', METRICS_PORT: '0' } });
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
  incident = await declare(bretagne, { parties: [dgs] });
});
afterAll(async () => {
  await dgs.leave();
  await cellule.stop();
});

/** The text of each entry again and again, so that few entries fill what a system holds for a reader. */
const query = `subscription ($incidents: [ID!], $after: [JournalPositionInput!]) {
  journal(incidents: $incidents, after: $after) { __typename ... on JournalBatch {
    lines { ... on NumberedLine { number } ... on JournalEntry { ${oneTo(40)
      .map((place) => `t${place}: text`)
      .join(' ')} } }
    head { incidentId number chainHash } } } }`;

test('who travels with others and stops reading is left behind and closed, the others go on, and it resumes without a gap', async () => {
  const others = oneTo(3).map(() => dgs.subscribe(query, { incidents: [incident.id] }));
  const { number: first } = await headOf(dgs, incident.id);
  const slow = await reading();
  await Promise.all([has(slow, first), ...others.map((one) => reaches(one, incident.id, first))]);
  await write(bretagne, incident.id, 'Tous ensemble');
  await has(slow, first + 1);

  slow.socket.pause();
  const before = await closings();
  let last = first + 1;
  for (const place of oneTo(100)) {
    last = (await write(bretagne, incident.id, `${place} ${'x'.repeat(5000)}`)).number;
    await Promise.all(others.map((one) => reaches(one, incident.id, last)));
  }
  while ((await closings()) === before);
  slow.socket.resume();
  const { code } = await slow.closed;
  const held = linesBy(slow);
  const again = await reading(headBy(slow));
  await has(again, last);
  again.socket.close();

  expect([1006, 1013]).toContain(code);
  expect(held.length).toBeLessThan(last - first);
  expect([...held, ...linesBy(again)]).toEqual(oneTo(last, first + 1));
  for (const one of others) expect(numbersOf(linesOf(one.events, incident.id))).toEqual(oneTo(last, first + 1));
});

/** A follower whose socket can be left unread. */
async function reading(after?: Place): Promise<RawSocket> {
  const socket = await RawSocket.admitted(cellule.cellule.url, dgs.token);
  const variables = { incidents: [incident.id], ...(after && { after: [after] }) };
  socket.say({ type: 'subscribe', id: '1', payload: { query, variables } });
  return socket;
}

const heardBy = (reader: RawSocket) =>
  news(
    reader.of('1').map(({ payload }) => payload.data),
    'JournalBatch',
  );
const headBy = (reader: RawSocket): Place => heardBy(reader).at(-1)?.head;
const linesBy = (reader: RawSocket) => heardBy(reader).flatMap(({ lines }) => numbersOf(lines));
const has = (reader: RawSocket, number: number) => reader.until(() => headBy(reader)?.number >= number);

async function closings(): Promise<number> {
  const page = await (await fetch(String(cellule.cellule.metricsUrl))).text();
  const counted = [...page.matchAll(/^cellule_socket_closings_total\{.*\} (\d+)$/gm)];
  return counted.reduce((sum, [, count]) => sum + Number(count), 0);
}
