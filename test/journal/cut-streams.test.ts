import { randomInt } from 'node:crypto';
import { EventSource } from 'eventsource';
import { createClient } from 'graphql-sse';
import { Line as Wire } from '../client/line';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { EventReader } from '../support/event-reader';
import type { Party } from '../support/party';
import { type Declared, declare, involve, involvementOf, journalOf, oneTo, release, write } from './crisis';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
afterAll(() => cellule.stop());

interface Line {
  readonly id: string;
  readonly number: number;
  readonly chainHash: string;
}

const query = `subscription ($incidents: [ID!], $after: [JournalPositionInput!]) {
  journal(incidents: $incidents, after: $after) { __typename
    ... on JournalBatch { lines { ... on NumberedLine { number chainHash } ... on JournalEntry { id text } } head { incidentId } }
    ... on JournalEnded { incidentId reason } ... on JournalReset { incidentId reason } } }`;

function address(variables: object, base = cellule.cellule.url): string {
  return `${base}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`;
}

const bearer = (party: Party) => ({ authorization: `Bearer ${party.token}` });
const opened = (party: Party, variables: object, headers: Record<string, string> = {}) =>
  EventReader.open(address(variables), { headers: { ...bearer(party), ...headers } });
const updatesOf = ({ results }: EventReader) => results.map(({ data }) => data.journal);
const numbersOf = (reader: EventReader) =>
  updatesOf(reader).flatMap(({ lines = [] }) => lines.map(({ number }: Line) => number));
const lastIdOf = ({ blocks }: EventReader) => blocks.findLast(({ id }) => id !== undefined)?.id ?? '';
const asHeld = ({ number, chainHash }: Line) => ({ number, chainHash });
const reaches = (reader: EventReader, number: number) => reader.until((one) => numbersOf(one).includes(number));

function anIncident(): Promise<Declared> {
  return declare(bretagne, { parties: [dgs] });
}

test('a reader whose line is cut again and again has each line once, in order', async () => {
  const incidents = [await anIncident(), await anIncident(), await anIncident()];
  const ids = incidents.map(({ id }) => id);
  const held = new Map<string, Line[]>(ids.map((id) => [id, []]));
  const writing = Promise.all(
    oneTo(6).map(async (writer) => {
      for (const round of oneTo(20)) await write(bretagne, ids[(writer + round) % 3] ?? '', `${writer}.${round}`);
    }),
  );
  let isWritten = false;
  void writing.then(() => {
    isWritten = true;
  });

  let [lastId, cuts] = ['', 0];
  const listen = async (until: (reader: EventReader) => boolean, orUntil?: Promise<unknown>) => {
    const named: Record<string, string> = lastId === '' ? {} : { 'last-event-id': lastId };
    const reader = await opened(dgs, { incidents: ids, after: [] }, named);
    await Promise.race([reader.until(until), ...(orUntil ? [orUntil] : [])]);
    reader.leave();
    lastId = lastIdOf(reader) || lastId;
    for (const { lines, head } of updatesOf(reader)) held.get(head.incidentId)?.push(...lines);
  };
  while (!isWritten) {
    const patience = randomInt(1, 8);
    await listen(({ results }) => results.length >= patience, writing);
    cuts++;
  }
  const journals = await Promise.all(ids.map((id) => journalOf(dgs, id)));
  const missing = journals.flat().length - [...held.values()].flat().length;
  if (missing > 0) await listen((reader) => numbersOf(reader).length >= missing);

  expect(cuts).toBeGreaterThan(5);
  expect(ids.map((id) => held.get(id)?.map(asHeld))).toEqual(journals.map((lines) => lines.map(asHeld)));
});

test('an EventSource comes back by itself, and has each line once', async () => {
  const incident = await anIncident();
  const wire = new Wire(Number(new URL(cellule.cellule.url).port));
  const base = await wire.open();
  const numbers: number[] = [];
  let heard: (() => void) | undefined;
  const source = new EventSource(address({ incidents: [incident.id], after: [] }, base), {
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, ...bearer(dgs) } }),
  });
  source.addEventListener('next', ({ data }) => {
    numbers.push(...JSON.parse(data).data.journal.lines.map(({ number }: Line) => number));
    heard?.();
  });
  const until = async (number: number) => {
    while (!numbers.includes(number)) {
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
  };

  for (const number of [4, 6]) {
    await write(bretagne, incident.id, 'En direct');
    await until(number);
    wire.cut();
    await write(bretagne, incident.id, 'Entre-temps');
  }
  await until(7);
  source.close();
  await wire.close();

  expect(numbers).toEqual(oneTo(7));
  expect(wire.connections).toBe(3);
});

test('the client of GraphQL over SSE follows a journal', async () => {
  const incident = await anIncident();
  const client = createClient({ url: `${cellule.cellule.url}/graphql`, headers: bearer(dgs), retryAttempts: 0 });
  const updates = client.iterate<{ journal: { lines: Line[] } }>({ query, variables: { incidents: [incident.id] } });
  await updates.next();

  await write(bretagne, incident.id, 'En direct');
  const { value } = await updates.next();
  client.dispose();

  expect(value?.data?.journal.lines).toMatchObject([{ text: 'En direct' }]);
});

test('who hands back the id of an event goes on after it, by the header or by the address', async () => {
  const incident = await anIncident();
  const variables = { incidents: [incident.id] };
  const first = await opened(dgs, { ...variables, after: [] });
  await reaches(first, 3);
  first.leave();
  await write(bretagne, incident.id, 'Entre-temps');

  const byHeader = await opened(dgs, { ...variables, after: [] }, { 'last-event-id': lastIdOf(first) });
  const byAddress = await EventReader.open(
    `${address({ ...variables, after: [] })}&lastEventId=${encodeURIComponent(lastIdOf(first))}`,
    { headers: bearer(dgs) },
  );
  await Promise.all([reaches(byHeader, 4), reaches(byAddress, 4)]);
  byHeader.leave();
  byAddress.leave();

  expect([numbersOf(byHeader), numbersOf(byAddress)]).toEqual([[4], [4]]);
});

test('the header is newer than the address of an EventSource, which stays as it was', async () => {
  const incident = await anIncident();
  const variables = { incidents: [incident.id] };
  const early = await opened(dgs, { ...variables });
  await early.until(({ results }) => results.length > 0);
  await write(bretagne, incident.id, 'Quatre');
  const late = await reaches(early, 4);
  const [firstId] = late.blocks.flatMap(({ id }) => id ?? []);
  late.leave();
  await write(bretagne, incident.id, 'Cinq');

  const reader = await EventReader.open(`${address(variables)}&lastEventId=${firstId}`, {
    headers: { ...bearer(dgs), 'last-event-id': lastIdOf(late) },
  });
  await reaches(reader, 5);
  reader.leave();

  expect(numbersOf(reader)).toEqual([5]);
});

test('an id names where the reader is in each incident, those that did not move too', async () => {
  const [quiet, busy] = [await anIncident(), await anIncident()];
  const variables = { incidents: [quiet.id, busy.id] };
  const first = await opened(dgs, variables);
  await first.until(({ results }) => results.length === 2);
  await write(bretagne, busy.id, 'Du nouveau');
  await reaches(first, 4);
  first.leave();
  await write(bretagne, quiet.id, 'Enfin');

  const again = await opened(dgs, variables, { 'last-event-id': lastIdOf(first) });
  await again.until((one) => updatesOf(one).length === 2);
  again.leave();

  expect(numbersOf(again)).toEqual([4]);
  expect(updatesOf(again).find(({ lines }) => lines.length > 0).head.incidentId).toBe(quiet.id);
});

test('an incident whose stream has ended is not named, and one joined meanwhile replays', async () => {
  const ccs = await cellule.party('CERT-SANTE');
  const incident = await declare(bretagne, { parties: [ccs] });
  const other = await declare(bretagne);
  const reader = await opened(ccs, {});
  await reader.until(({ results }) => results.length === 1);
  await release(bretagne, involvementOf(incident, ccs));
  await reader.until(({ results }) => results.length === 2);
  reader.leave();
  await involve(bretagne, other.id, ccs);

  const again = await opened(ccs, {}, { 'last-event-id': lastIdOf(reader) });
  await again.until(({ results }) => results.length > 0);
  again.leave();

  expect(updatesOf(reader)[1]).toEqual({ __typename: 'JournalEnded', incidentId: incident.id, reason: 'WITHDRAWN' });
  expect(updatesOf(again)).toMatchObject([{ __typename: 'JournalBatch', head: { incidentId: other.id } }]);
  expect(numbersOf(again)).toHaveLength(1);
});

test('an id of a journal that is another than this one resets its incident', async () => {
  const incident = await anIncident();
  const first = await opened(dgs, { incidents: [incident.id] });
  await first.until(({ results }) => results.length > 0);
  first.leave();
  const bytes = Buffer.from(lastIdOf(first).slice(2), 'base64url');
  bytes[51] = (bytes[51] ?? 0) ^ 1;

  const forged = { 'last-event-id': `1.${bytes.toString('base64url')}` };
  const again = await opened(dgs, { incidents: [incident.id] }, forged);
  await again.until(({ results }) => results.length > 0);
  again.leave();

  expect(updatesOf(again)).toEqual([{ __typename: 'JournalReset', incidentId: incident.id, reason: 'HASH_MISMATCH' }]);
});

test('an id is no right: who does not follow the incident is told what anybody is told', async () => {
  const incident = await anIncident();
  const outsider = await cellule.party('ANSSI');
  const insider = await opened(dgs, { incidents: [incident.id] });
  await insider.until(({ results }) => results.length > 0);
  insider.leave();

  const reader = await opened(outsider, { incidents: [incident.id] }, { 'last-event-id': lastIdOf(insider) });
  await reader.until(({ results }) => results.length > 0);
  reader.leave();

  expect(updatesOf(reader)).toEqual([{ __typename: 'JournalEnded', incidentId: incident.id, reason: 'NOT_FOLLOWED' }]);
});

test('a reader of the overview has no id, and begins with the picture again', async () => {
  const overview = 'subscription { incidents { __typename } }';
  const reader = await EventReader.open(`${cellule.cellule.url}/graphql?${new URLSearchParams({ query: overview })}`, {
    headers: bearer(dgs),
  });

  await reader.until(({ results }) => results.length > 0);
  reader.leave();

  expect(reader.blocks.filter(({ id }) => id !== undefined)).toEqual([]);
});
