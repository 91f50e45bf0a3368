import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { RawSocket, subscribe } from './raw-socket';

let cellule: TestCellule;
let dgs: Party;
let url: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  dgs = await cellule.party('DGS-CCS');
  ({ url } = cellule.cellule);
});
afterAll(() => cellule.stop());

const viewer = '{ viewer { stakeholder { code } } }';
const closes = async (socket: RawSocket) => (await socket.closed).code;

describe('the socket', () => {
  test('speaks graphql-transport-ws, also where others are offered first', async () => {
    const sockets = [await RawSocket.open(url), await RawSocket.open(url, ['soap', 'graphql-transport-ws'])];

    expect(sockets.map(({ socket }) => socket.protocol)).toEqual(['graphql-transport-ws', 'graphql-transport-ws']);
    for (const socket of sockets) socket.close();
  });

  test('is closed with 4406 where none is named', async () => {
    expect(await (await RawSocket.open(url, [])).closed).toEqual({ code: 4406, reason: 'Subprotocol not acceptable' });
  });

  test('is closed by a client with 1000', async () => {
    const socket = await RawSocket.admitted(url, dgs.token);

    socket.socket.close(1000, 'Normal Closure');

    expect(await closes(socket)).toBe(1000);
  });
});

describe('connection_init', () => {
  test('is acknowledged first, and with nothing but that', async () => {
    const socket = await RawSocket.open(url);

    socket.say({ type: 'connection_init', payload: { authorization: `Bearer ${dgs.token}` } });
    await socket.until(() => socket.heard.length > 0);

    expect(socket.heard).toEqual([{ type: 'connection_ack' }]);
    socket.close();
  });

  test.each([
    ['none', { type: 'connection_init' }],
    ['null', { type: 'connection_init', payload: null }],
    ['an empty object', { type: 'connection_init', payload: {} }],
  ])('may have %s as its payload', async (_, message) => {
    const socket = await RawSocket.open(url);

    socket.say(message);
    await socket.until(() => socket.heard.length > 0);

    expect(socket.heard).toEqual([{ type: 'connection_ack' }]);
    socket.close();
  });

  test('that does not come in time closes with 4408', async () => {
    const impatient = await startTestCellule({ env: { INIT_SECONDS: '0.2' } });

    const { code, reason } = await (await RawSocket.open(impatient.cellule.url)).closed;
    await impatient.stop();

    expect({ code, reason }).toEqual({ code: 4408, reason: 'Connection initialisation timeout' });
  });

  test('that came in time keeps the socket after that time', async () => {
    const impatient = await startTestCellule({ env: { INIT_SECONDS: '0.5' } });
    const admitted = await RawSocket.admitted(impatient.cellule.url, impatient.admin.token);

    await (await RawSocket.open(impatient.cellule.url)).closed;
    admitted.say(subscribe('1', viewer));
    await admitted.over('1');

    expect(admitted.typesOf('1')).toEqual(['next', 'complete']);
    admitted.close();
    await impatient.stop();
  });

  test.each([
    ['after the first was acknowledged', async () => RawSocket.admitted(url, dgs.token)],
    [
      'before the first was acknowledged',
      async () => {
        const socket = await RawSocket.open(url);
        socket.say({ type: 'connection_init' });
        return socket;
      },
    ],
  ])('that comes a second time, %s, closes with 4429', async (_, begin) => {
    const socket = await begin();

    socket.say({ type: 'connection_init' });

    expect(await socket.closed).toEqual({ code: 4429, reason: 'Too many initialisation requests' });
  });

  test('with a token that is no good closes with 4401', async () => {
    const socket = await RawSocket.open(url);

    socket.say({ type: 'connection_init', payload: { authorization: 'Bearer none' } });

    expect(await closes(socket)).toBe(4401);
    expect(socket.heard).toEqual([]);
  });
});

describe('subscribe', () => {
  test('before connection_init closes with 4401, and runs nothing', async () => {
    const socket = await RawSocket.open(url);

    socket.say(subscribe('1', viewer));

    expect(await socket.closed).toEqual({ code: 4401, reason: 'Unauthorized' });
    expect(socket.heard).toEqual([]);
  });

  test('before the acknowledgement closes with 4401', async () => {
    const socket = await RawSocket.open(url);

    socket.say({ type: 'connection_init', payload: { authorization: `Bearer ${dgs.token}` } }, subscribe('1', viewer));

    expect(await closes(socket)).toBe(4401);
  });
});

describe('ping and pong', () => {
  test('a ping is answered by a pong, at any time, with its payload', async () => {
    const socket = await RawSocket.open(url);

    socket.say({ type: 'ping' });
    await socket.until(() => socket.heard.length === 1);
    socket.say({ type: 'connection_init' }, { type: 'ping', payload: { sent: 'à midi' } });
    await socket.until(() => socket.heard.length === 3);

    expect(socket.heard[0]).toEqual({ type: 'pong' });
    expect(socket.heard.slice(1)).toEqual(
      expect.arrayContaining([{ type: 'connection_ack' }, { type: 'pong', payload: { sent: 'à midi' } }]),
    );
    socket.close();
  });

  test('a pong that nobody asked for is taken without a word', async () => {
    const socket = await RawSocket.admitted(url, dgs.token);

    socket.say({ type: 'pong' }, { type: 'pong', payload: { any: 1 } }, subscribe('1', viewer));
    await socket.over('1');

    expect(socket.heard.map(({ type }) => type)).toEqual(['connection_ack', 'next', 'complete']);
    socket.close();
  });
});

describe('a message that the protocol does not have', () => {
  test.each([
    ['no JSON', 'subscribe'],
    ['an empty text', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"ping"'],
    ['no type', '{}'],
    ['a type that is a number', '{"type":1}'],
    ['a type of its own', '{"type":"start"}'],
    ['an acknowledgement', '{"type":"connection_ack"}'],
    ['a result', '{"type":"next","id":"1","payload":{}}'],
    ['an error', '{"type":"error","id":"1","payload":[{"message":"no"}]}'],
    ['a ping with a text', '{"type":"ping","payload":"now"}'],
    ['a pong with a list', '{"type":"pong","payload":[]}'],
    ['a beginning with a text', '{"type":"connection_init","payload":"me"}'],
    ['a subscribe without an id', '{"type":"subscribe","payload":{"query":"{ viewer { rights } }"}}'],
    ['a subscribe with an empty id', '{"type":"subscribe","id":"","payload":{"query":"{ viewer { rights } }"}}'],
    ['a subscribe whose id is a number', '{"type":"subscribe","id":1,"payload":{"query":"{ viewer { rights } }"}}'],
    ['a subscribe without a payload', '{"type":"subscribe","id":"1"}'],
    ['a subscribe without a document', '{"type":"subscribe","id":"1","payload":{}}'],
    ['a subscribe whose document is an object', '{"type":"subscribe","id":"1","payload":{"query":{}}}'],
    [
      'a subscribe whose variables are a text',
      '{"type":"subscribe","id":"1","payload":{"query":"{ a }","variables":""}}',
    ],
    [
      'a subscribe whose operation is a number',
      '{"type":"subscribe","id":"1","payload":{"query":"{ a }","operationName":1}}',
    ],
    [
      'a subscribe whose extensions are a list',
      '{"type":"subscribe","id":"1","payload":{"query":"{ a }","extensions":[]}}',
    ],
    ['a complete without an id', '{"type":"complete"}'],
  ])('%s, closes with 4400', async (_, message) => {
    const socket = await RawSocket.admitted(url, dgs.token);

    socket.say(message);

    expect(await closes(socket)).toBe(4400);
    expect(socket.heard).toEqual([{ type: 'connection_ack' }]);
  });
});
