import { declare, oneTo, write } from '../journal/crisis';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { RawSocket, subscribe } from './raw-socket';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let incident: string;
let journal: string;
let socket: RawSocket;
beforeAll(async () => {
  cellule = await startTestCellule();
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
beforeEach(async () => {
  ({ id: incident } = await declare(bretagne, { parties: [dgs] }));
  journal = `subscription { journal(incidents: ["${incident}"]) { __typename
    ... on JournalBatch { lines { ... on NumberedLine { number } } } } }`;
  socket = await RawSocket.admitted(cellule.cellule.url, dgs.token);
});
afterEach(() => socket.close());
afterAll(() => cellule.stop());

const viewer = '{ viewer { stakeholder { code } } }';
const answer = { data: { viewer: { stakeholder: { code: 'DGS-CCS' } } } };
const numbersOf = (id: string) =>
  socket
    .of(id)
    .flatMap(({ type, payload }) => (type === 'next' ? payload.data.journal.lines : []))
    .map(({ number }) => number);
const reaches = (id: string, number: number) => socket.until(() => numbersOf(id).includes(number));
const hears = (id: string, messages: number) => socket.until(() => socket.of(id).length >= messages);
/** The reader is handed what others are handed: a line has come to it that was written while it was at the head. */
const isLive = async (id: string, number: number) => {
  await hears(id, 1);
  await write(bretagne, incident, 'En direct');
  await reaches(id, number);
};

describe('an operation with one result', () => {
  test('is answered by one next and one complete, with its id and nothing else', async () => {
    socket.say(subscribe('a b ✓', viewer));
    await socket.over('a b ✓');

    expect(socket.heard.slice(1)).toEqual([
      { id: 'a b ✓', type: 'next', payload: answer },
      { id: 'a b ✓', type: 'complete' },
    ]);
  });

  test('may be a mutation, with variables and the name of its operation', async () => {
    const query = `query Other { viewer { rights } }
      mutation Write($input: WriteEntryInput!) { writeEntry(input: $input) { entry { number } } }`;

    const variables = { input: { incidentId: incident, entry: { text: 'Par la ligne' } } };
    socket.say(subscribe('1', query, { operationName: 'Write', variables }));
    await socket.over('1');

    expect(socket.of('1')).toEqual([
      { id: '1', type: 'next', payload: { data: { writeEntry: { entry: { number: 4 } } } } },
      { id: '1', type: 'complete' },
    ]);
  });

  test('whose field fails is answered by next with the error, and is complete', async () => {
    socket.say(subscribe('1', `{ incident(id: "${incident.slice(1)}") { title } viewer { stakeholder { code } } }`));
    await socket.over('1');

    expect(socket.typesOf('1')).toEqual(['next', 'complete']);
    expect(socket.of('1')[0]?.payload.errors).toMatchObject([{ path: ['incident'] }]);
  });

  test('may use the id of one that is over', async () => {
    for (const _ of oneTo(3)) {
      socket.say(subscribe('1', viewer));
      await socket.over('1');
    }

    expect(socket.typesOf('1').slice(0, 2)).toEqual(['next', 'complete']);
  });

  test('goes on beside others, each with its id', async () => {
    const ids = oneTo(20).map((index) => `id ${index}`);

    socket.say(...ids.map((id) => subscribe(id, viewer)));
    await Promise.all(ids.map((id) => socket.over(id)));

    for (const id of ids) expect(socket.of(id).map(({ payload }) => payload)).toEqual([answer, undefined]);
  });
});

describe('an error', () => {
  test.each([
    ['a document that is not GraphQL', '{', {}],
    ['a field that there is not', '{ nothing }', {}],
    ['a variable of another type', 'query ($id: ID!) { incident(id: $id) { title } }', { variables: { id: {} } }],
    ['the name of no operation', viewer, { operationName: 'None' }],
  ])('ends %s, and no complete follows', async (_, query, more) => {
    socket.say(subscribe('1', query, more));
    await socket.over('1');
    socket.say(subscribe('2', viewer));
    await socket.over('2');

    const messages = socket.of('1');
    expect(messages.map(({ type }) => type)).toEqual(['error']);
    expect(messages[0]?.payload.length).toBeGreaterThan(0);
    for (const error of messages[0]?.payload ?? [])
      expect(error).toEqual(expect.objectContaining({ message: expect.any(String) }));
  });

  test('of a subscription that cannot begin is its only result', async () => {
    socket.say(subscribe('1', 'subscription { journal(incidents: ["x"]) { __typename } }'));
    await socket.over('1');

    expect(socket.typesOf('1')).toEqual(['next', 'complete']);
    expect(socket.of('1')[0]?.payload.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('frees its id', async () => {
    socket.say(subscribe('1', '{ nothing }'), subscribe('2', '{'));
    await Promise.all([socket.over('1'), socket.over('2')]);

    socket.say(subscribe('1', viewer));
    await socket.until(() => socket.typesOf('1').includes('complete'));

    expect(socket.typesOf('1')).toEqual(['error', 'next', 'complete']);
  });
});

describe.each([
  ['catches up', async () => hears('1', 1)],
  ['travels with others', async () => isLive('1', 4)],
])('a subscription that %s', (_, begun) => {
  beforeEach(async () => {
    socket.say(subscribe('1', journal));
    await begun();
  });

  test('is sent next alone, in the order of what happened', async () => {
    const head = Math.max(3, ...numbersOf('1'));

    for (const turn of oneTo(5)) await write(bretagne, incident, `Ligne ${turn}`);
    await reaches('1', head + 5);

    expect(numbersOf('1')).toEqual(oneTo(head + 5).slice(3));
    for (const message of socket.of('1')) expect(Object.keys(message).sort()).toEqual(['id', 'payload', 'type']);
  });

  test('whose id is used again closes with 4409, and its id in the reason', async () => {
    socket.say(subscribe('1', viewer));

    expect(await socket.closed).toEqual({ code: 4409, reason: 'Subscriber for 1 already exists' });
  });

  test('is sent nothing after the client completes it, while others go on', async () => {
    socket.say(subscribe('2', journal));
    await hears('2', 1);

    socket.say({ id: '1', type: 'complete' }, { type: 'ping' });
    await socket.until(() => socket.heard.some(({ type }) => type === 'pong'));
    const before = socket.of('1').length;
    const { number } = await write(bretagne, incident, 'Sans elle');
    await reaches('2', number);
    await write(bretagne, incident, 'Encore sans elle');
    await reaches('2', number + 1);

    expect(socket.of('1')).toHaveLength(before);
  });

  test('gives its id to another in the same breath as it is completed', async () => {
    const before = socket.of('1').length;

    socket.say({ id: '1', type: 'complete' }, subscribe('1', viewer));
    await socket.until(() => socket.of('1').length >= before + 2);

    expect(socket.of('1').slice(before)).toEqual([
      { id: '1', type: 'next', payload: answer },
      { id: '1', type: 'complete' },
    ]);
  });

  test('that is begun again with its id goes on, and can be completed again', async () => {
    const before = socket.of('1').length;

    socket.say(
      { id: '1', type: 'complete' },
      subscribe('1', journal),
      { id: '1', type: 'complete' },
      subscribe('1', journal),
    );
    await hears('1', before + 1);
    const { number } = await write(bretagne, incident, 'La suite');
    await reaches('1', number);

    expect(socket.typesOf('1')).not.toContain('complete');
    expect(numbersOf('1').filter((one) => one === number)).toEqual([number]);
  });

  test('goes on while queries run on the same socket', async () => {
    socket.say(...oneTo(5).map((turn) => subscribe(`q${turn}`, viewer)));
    const { number } = await write(bretagne, incident, 'Pendant ce temps');
    await Promise.all([reaches('1', number), ...oneTo(5).map((turn) => socket.over(`q${turn}`))]);

    expect(socket.typesOf('1')).not.toContain('complete');
  });
});

test('an id as long as ids may be is told as far as the reason of a close has room', async () => {
  const id = 'é'.repeat(100);
  socket.say(subscribe(id, journal));
  await hears(id, 1);

  socket.say(subscribe(id, journal));

  const { code, reason } = await socket.closed;
  expect(code).toBe(4409);
  expect(reason).toMatch(/^Subscriber for é+…$/);
});

test('what is completed before it began is not answered', async () => {
  socket.say(subscribe('1', viewer), { id: '1', type: 'complete' }, subscribe('2', journal), {
    id: '2',
    type: 'complete',
  });
  socket.say(subscribe('3', journal));
  await isLive('3', 4);

  expect([...socket.of('1'), ...socket.of('2')]).toEqual([]);
});

test('a complete of what there is not is taken without a word', async () => {
  socket.say({ id: 'none', type: 'complete' }, subscribe('1', viewer));
  await socket.over('1');

  expect(socket.heard.map(({ type }) => type)).toEqual(['connection_ack', 'next', 'complete']);
});

test('an id in use before its operation has begun closes with 4409 too', async () => {
  socket.say(subscribe('1', journal), subscribe('1', journal));

  expect((await socket.closed).code).toBe(4409);
});
