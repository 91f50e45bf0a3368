import { on, once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { BrokenChain, Refused } from '../../src/client';
import { requireChain } from '../../src/client/chain';
import { type Declared, declare, involve, involvementOf, journalOf, oneTo, release, write } from '../journal/crisis';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { Heard } from './heard';
import { Line } from './line';

let cellule: TestCellule;
let url: string;
let bretagne: Party;
let dgs: Party;
let line: Line;
let away: string;
const heard: Heard[] = [];
beforeAll(async () => {
  cellule = await startTestCellule({ env: { HEARTBEAT_SECONDS: '1' } });
  url = cellule.cellule.url;
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
  line = new Line(Number(new URL(url).port));
  away = await line.open();
});
afterEach(async () => {
  for (const one of heard.splice(0)) await one.stop().catch(() => undefined);
});
afterAll(async () => {
  await line.close();
  await cellule.stop();
});

function follows(options: Partial<ConstructorParameters<typeof Heard>[1]> = {}, party = dgs): Heard {
  const one = new Heard(party, { url, ...options });
  heard.push(one);
  return one;
}

const anIncident = (): Promise<Declared> => declare(bretagne, { parties: [dgs] });

test('over a line that is cut again and again each line comes once, in order', async () => {
  const incidents = [await anIncident(), await anIncident()];
  const ids = incidents.map(({ id }) => id);
  const listener = follows({ url: away, incidents: ids, after: [], checksContent: true });

  for (const round of oneTo(12)) {
    await Promise.all(oneTo(8).map((writer) => write(bretagne, ids[writer % 2] as string, `${writer}.${round}`)));
    line.cut();
  }
  const journals = await Promise.all(ids.map((id) => journalOf(dgs, id)));
  await Promise.all(journals.map((lines, index) => listener.reaches(ids[index] as string, lines.length)));

  expect(line.connections).toBeGreaterThan(1);
  for (const [index, lines] of journals.entries()) {
    expect(listener.numbers(ids[index] as string)).toEqual(oneTo(lines.length));
  }
});

test('who follows from now on hears what is written from now on, with the fields that were asked for', async () => {
  const { id } = await anIncident();
  const listener = follows({ incidents: [id], fields: 'text author { stakeholder { code } }' });
  await listener.until(() => listener.of('lines').length === 1);

  const { number } = await write(bretagne, id, 'Reprise des livraisons.');
  await listener.reaches(id, number);

  expect(listener.lines(id)).toEqual([
    {
      __typename: 'JournalEntry',
      id: expect.any(String),
      number,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      chainHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      text: 'Reprise des livraisons.',
      author: { stakeholder: { code: 'ARS-BRE' } },
    },
  ]);
});

test('what one program held the next one goes on from', async () => {
  const { id } = await anIncident();
  const before = follows({ incidents: [id], after: [] });
  await before.reaches(id, 1);
  await before.stop();
  const held = before.following.positions;

  const { number } = await write(bretagne, id, 'Entre deux.');
  const after = follows({ incidents: [id], after: held });
  await after.reaches(id, number);

  expect([...before.numbers(id), ...after.numbers(id)]).toEqual(oneTo(number));
});

test('a position is held only once its update was dealt with, and what that throws ends the following', async () => {
  const { id } = await anIncident();
  const failing = follows({
    incidents: [id],
    after: [],
    onUpdate: () => {
      throw new Error('The disk is full.');
    },
  });

  await expect(failing.following.ended).rejects.toThrow('The disk is full.');
  expect(failing.following.positions).toEqual([]);
});

test('sealed lines are lines, and hold the chain together', async () => {
  const { id } = await anIncident();
  const { number } = await write(bretagne, id, 'Pour nous.', {
    marking: { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [bretagne.stakeholder] },
  });
  const listener = follows({ incidents: [id], after: [] });
  await listener.reaches(id, number);

  expect(listener.lines(id).at(-1)).toMatchObject({ __typename: 'SealedEntry', number });
});

test('whose rights end is told so, and follows again once involved again', async () => {
  const declared = await anIncident();
  const { id } = declared;
  const listener = follows({ after: [] });
  await listener.reaches(id, 1);

  await release(bretagne, involvementOf(declared, dgs));
  await listener.until(() => listener.of('ended').some(({ incidentId }) => incidentId === id));
  const gone = listener.following.positions.map(({ incidentId }) => incidentId);
  await involve(bretagne, id, dgs);
  const { number } = await write(bretagne, id, 'De retour.');
  await listener.reaches(id, number);

  expect(gone).not.toContain(id);
  expect(listener.of('ended')).toEqual([{ kind: 'ended', incidentId: id, reason: 'WITHDRAWN' }]);
});

test('a position of another journal is reset, and the following goes on', async () => {
  const { id } = await anIncident();
  const elsewhere = { incidentId: id, number: 1, chainHash: 'f'.repeat(64) };
  const listener = follows({ incidents: [id], after: [elsewhere] });
  await listener.until(() => listener.of('reset').length === 1);

  const { number } = await write(bretagne, id, 'Ensuite.');
  await listener.reaches(id, number);

  expect(listener.of('reset')).toMatchObject([{ incidentId: id, reason: 'HASH_MISMATCH' }]);
  expect(listener.numbers(id)).toEqual([number]);
});

test('as of when it is up to date is said by signs of life', async () => {
  const { id } = await anIncident();
  const listener = follows({ incidents: [id] });
  await listener.until(() => listener.of('upToDate').length >= 2);

  const [first, second] = listener.of('upToDate').map(({ asOf }) => asOf.getTime());
  expect(second).toBeGreaterThan(first as number);
  expect(listener.following.asOf?.getTime()).toBeGreaterThanOrEqual(second as number);
});

test('a line that goes dead is noticed, and another one taken', async () => {
  const { id } = await anIncident();
  const listener = follows({ url: away, incidents: [id], after: [], silenceSeconds: 3 });
  await listener.reaches(id, 1);
  const connections = line.connections;

  line.goDead();
  const { number } = await write(bretagne, id, 'Dans le silence.');
  await listener.reaches(id, number);

  expect(line.connections).toBeGreaterThan(connections);
  expect(listener.numbers(id)).toEqual(oneTo(number));
});

test('a token that expires is replaced by the next one', async () => {
  const { id } = await anIncident();
  const ids = { personId: keyIn(dgs.person), stakeholderId: keyIn(dgs.stakeholder) };
  const given: string[] = [];
  const token = async () => {
    given.push(await cellule.tokens.sign({ ...ids, expiresInSeconds: given.length === 0 ? 2 : 600 }));
    return given.at(-1) as string;
  };
  const reasons: string[] = [];
  const onStatus = (status: { kind: string; reason?: string }) => void (status.reason && reasons.push(status.reason));
  const listener = follows({ incidents: [id], after: [], token, onStatus });
  await listener.until(() => given.length === 2);

  const { number } = await write(bretagne, id, 'Après.');
  await listener.reaches(id, number);

  expect(reasons).toEqual(['The socket was closed with 4403. The token has expired']);
  expect(listener.numbers(id)).toEqual(oneTo(number));
});

test('who gives tokens is asked for a fresh one however long the server was away', async () => {
  const { id } = await anIncident();
  const answers = ['away', 'away', 'away', 'no-token-at-all'];
  const token = () => {
    const answer = answers.shift();
    if (answer === 'away') throw new Error('The provider is away.');
    return answer ?? dgs.token;
  };
  const reasons: string[] = [];
  const onStatus = (status: { kind: string; reason?: string }) => void (status.reason && reasons.push(status.reason));

  const listener = follows({ incidents: [id], after: [], token, onStatus });
  await listener.reaches(id, 1);

  expect(reasons).toHaveLength(4);
  expect(reasons[0]).toContain('The provider is away.');
});

const keyIn = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] as string;

test('who is refused is told why, and does not knock again', async () => {
  const badToken = follows({ token: 'no-token-at-all' }).following.ended;
  const badFields = follows({ fields: 'nothingOfTheKind' }).following.ended;
  const alwaysBad = follows({ token: () => 'no-token-at-all' }).following.ended;

  await expect(badToken).rejects.toMatchObject({ name: 'Refused', code: '4401' });
  await expect(badFields).rejects.toMatchObject({ name: 'Refused', code: 'GRAPHQL_VALIDATION_FAILED' });
  await expect(alwaysBad).rejects.toBeInstanceOf(Refused);
});

test('a server that is not there is waited for', async () => {
  const { id } = await anIncident();
  const port = new URL(away).port;
  await line.close();
  const said: string[] = [];
  const listener = follows({
    ...{ url: `http://127.0.0.1:${port}`, incidents: [id], after: [] },
    onStatus: ({ kind }) => void said.push(kind),
  });
  await listenerSays(said, 'disconnected');

  line = new Line(Number(new URL(url).port));
  away = await line.open(Number(port));
  await listener.reaches(id, 1);

  expect(said.slice(0, 2)).toEqual(['connecting', 'disconnected']);
  expect(said.at(-1)).toBe('following');
});

test('a server that is doubted is asked, and followed on when it has answered', async () => {
  const { id } = await anIncident();
  const said: string[] = [];
  const listener = follows({ incidents: [id], after: [], onStatus: ({ kind }) => void said.push(kind) });
  await listener.reaches(id, 1);

  listener.following.doubt();
  listener.following.doubt();

  expect(said.splice(0)).toEqual(['connecting', 'following', 'doubted']);
  await listenerSays(said, 'following');
});

test('a server that takes a call and never answers is given up, and called again', async () => {
  const silent = createServer();
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const { port } = silent.address() as AddressInfo;
  const calls = on(silent, 'connection');
  const listener = follows({ url: `http://127.0.0.1:${port}`, silenceSeconds: 1 });

  const { value } = await calls.next();
  const hungUp = once((value as [Socket])[0].resume(), 'close');
  await hungUp;
  await calls.next();

  await listener.stop();
  silent.close();
});

test('who stops while no answer has come is let go at once, and nothing is left that fails later', async () => {
  const silent = createServer();
  const called = once(silent, 'connection');
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const { port } = silent.address() as AddressInfo;
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  const { following } = follows({ url: `http://127.0.0.1:${port}` });
  const [socket] = (await called) as [Socket];
  const hungUp = once(socket.resume(), 'close');

  following.stop();
  await following.ended;
  await hungUp;
  await new Promise((resolve) => setImmediate(resolve));

  process.off('unhandledRejection', note);
  silent.close();
  expect(unhandled).toEqual([]);
});

async function listenerSays(said: readonly string[], word: string): Promise<void> {
  while (!said.includes(word)) await new Promise((resolve) => setImmediate(resolve));
}

const held = { incidentId: 'x', number: 0, chainHash: '0'.repeat(64) };
// The first line of docs/chain.md.
const first = {
  number: 1,
  contentHash: '147adfa96edb4b5b188c5f7803cacc512f1b8a21f57bc367e3eb524d3655a776',
  chainHash: '6542a129f9f38d5e52c255d77483c43c71b65299d3ff4ba73d70b7ecf066d52e',
};
const at = ({ number, chainHash }: typeof first) => ({ incidentId: 'x', number, chainHash });

test('what holds is let through', () => {
  expect(() => requireChain(held, [first], at(first))).not.toThrow();
  expect(() => requireChain(undefined, [first], at(first))).not.toThrow();
  expect(() => requireChain(undefined, [], at(first))).not.toThrow();
});

test('a first line is one that nothing came before', () => {
  const altered = { ...first, chainHash: 'a'.repeat(64) };

  expect(() => requireChain(undefined, [altered], at(altered))).toThrow(BrokenChain);
});

test.each([
  ['a line that was left out', { ...first, number: 2 }, at(first)],
  ['another content', { ...first, contentHash: 'a'.repeat(64) }, at(first)],
  ['another chain', { ...first, chainHash: 'a'.repeat(64) }, at(first)],
  ['a text that is not what was hashed', { ...first, canonicalContent: '{}' }, at(first)],
  ['an end that was not reached', first, { ...at(first), number: 2 }],
])('%s breaks the chain', (_, given, head) => {
  expect(() => requireChain(held, [given], head)).toThrow(BrokenChain);
});
