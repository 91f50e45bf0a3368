import { randomInt } from 'node:crypto';
import WebSocket from 'ws';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { type Declared, declare, journalOf, oneTo, type Place, write } from './crisis';

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

/** What a reader holds on to between its connections, by incident. */
interface Held {
  readonly lines: Line[];
  head: Place;
}

test('a reader whose socket is cut again and again, and that resumes from its last head, has each line once', async () => {
  const incidents = [await anIncident(), await anIncident(), await anIncident()];
  const held = new Map(incidents.map(({ id }) => [id, { lines: [], head: beginning(id) } as Held]));
  const writing = Promise.all(
    oneTo(10).map(async (writer) => {
      for (const round of oneTo(25))
        await write(bretagne, incidents[(writer + round) % 3]?.id ?? '', `${writer}.${round}`);
    }),
  );

  let cuts = 0;
  let isWritten = false;
  void writing.then(() => {
    isWritten = true;
  });
  while (!isWritten) {
    await listens(held, { updates: randomInt(1, 12), isAbrupt: cuts % 3 !== 0, during: writing });
    cuts++;
  }
  const journals = await Promise.all(incidents.map(({ id }) => journalOf(dgs, id)));
  await listens(held, { until: journals.map((lines) => lines.at(-1)) });

  expect(cuts).toBeGreaterThan(5);
  expect(incidents.map(({ id }) => held.get(id)?.lines)).toEqual(journals.map((lines) => lines.map(asHeld)));
  expect(journals.flat()).toHaveLength(250 + 3 * 3);
});

type Patience =
  | { readonly updates: number; readonly isAbrupt: boolean; readonly during: Promise<unknown> }
  | { readonly until: readonly Line[] };

/** Connects, resumes, takes updates until its patience ends, and is gone. */
function listens(held: ReadonlyMap<string, Held>, patience: Patience): Promise<void> {
  const socket = new WebSocket(`${cellule.cellule.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const say = (message: object) => socket.send(JSON.stringify(message));
  let taken = 0;
  if ('during' in patience) void patience.during.then(() => socket.terminate());
  socket.on('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${dgs.token}` } }));
  socket.on('message', (data) => {
    const { type, payload } = JSON.parse(String(data));
    if (type === 'connection_ack')
      say({ id: '1', type: 'subscribe', payload: { query, variables: { after: heads(held) } } });
    if (type !== 'next') return;
    // Whoever had everything before it came back has nothing to take, and leaves all the same.
    if (!isOver(held, patience, taken)) {
      take(held, payload.data.journal);
      taken++;
    }
    if (!isOver(held, patience, taken)) return;
    if ('isAbrupt' in patience && patience.isAbrupt) socket.terminate();
    else socket.close();
  });
  socket.on('error', () => undefined);
  return new Promise((resolve) => socket.on('close', () => resolve()));
}

const query = `subscription ($after: [JournalPositionInput!]) { journal(after: $after) { __typename
  ... on JournalBatch { lines { ... on JournalEntry { id number chainHash } } head { incidentId number chainHash } } } }`;

function take(held: ReadonlyMap<string, Held>, update: { __typename: string; lines: Line[]; head: Place }): void {
  expect(update.__typename).toBe('JournalBatch');
  const own = held.get(update.head.incidentId) as Held;
  own.lines.push(...update.lines);
  own.head = update.head;
}

function isOver(held: ReadonlyMap<string, Held>, patience: Patience, taken: number): boolean {
  if ('updates' in patience) return taken >= patience.updates;
  const reached = [...held.values()].map(({ head }) => head.chainHash);
  return patience.until.every(({ chainHash }) => reached.includes(chainHash));
}

function heads(held: ReadonlyMap<string, Held>): Place[] {
  return [...held.values()].map(({ head }) => head);
}

const asHeld = ({ id, number, chainHash }: Line): Line => ({ id, number, chainHash });

function anIncident(): Promise<Declared> {
  return declare(bretagne, { parties: [dgs] });
}

function beginning(incidentId: string): Place {
  return { incidentId, number: 0, chainHash: '0'.repeat(64) };
}
