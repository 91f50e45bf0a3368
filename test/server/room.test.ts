import { once } from 'node:events';
import { request as ask } from 'node:http';
import { AppError } from '../../src/kernel/errors';
import { Gate, Toy, type ToyOptions, token } from './toy-api';

let toy: Toy;
/** Where operations wait. */
let room: Gate;
let hasBegun: boolean;
const serve = async (options?: ToyOptions) => {
  room = new Gate();
  toy = await new Toy({ room: () => room.pass().then(() => undefined), ...options }).start();
  hasBegun = false;
  void toy.gate.reached.then(() => {
    hasBegun = true;
  });
};
const signed = async () => ({ authorization: `Bearer ${await token()}` });

afterEach(() => {
  toy.gate.open();
  room.open();
  return toy.stop();
});

test('an operation waits until there is room, and who has no token does not', async () => {
  await serve();
  const answer = toy.post({ query: '{ slow }' }, await signed());
  await room.reached;

  expect((await toy.post({ query: '{ viewer }' })).body).toEqual({ data: { viewer: 'anonymous' } });
  expect(hasBegun).toBe(false);
  room.open();
  await toy.gate.reached;
  toy.gate.open();
  expect((await answer).body).toEqual({ data: { slow: 'passed' } });
});

test.each([
  ['HTTP', 'application/json'],
  ['a stream', 'text/event-stream'],
])('what was asked over %s by who left meanwhile is not begun', async (_way, accept) => {
  await serve();
  const headers = { accept, 'content-type': 'application/json', ...(await signed()) };
  const asked = ask(toy.url('/graphql'), { method: 'POST', agent: false, headers });
  asked.on('error', () => undefined);
  asked.end(JSON.stringify({ query: '{ slow }' }));
  await room.reached;

  asked.destroy();
  await new Promise((resolve) => asked.once('close', resolve));
  await fetch(toy.url('/health'));
  room.open();
  await fetch(toy.url('/health'));

  expect(hasBegun).toBe(false);
});

test('what was asked over a socket and ended meanwhile is not begun', async () => {
  await serve();
  const socket = toy.socket('/graphql');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: await signed() }));
  await once(socket, 'message');
  socket.send('{"type":"subscribe","id":"1","payload":{"query":"{ slow }"}}');
  await room.reached;

  socket.send('{"type":"complete","id":"1"}');
  socket.send('{"type":"ping"}');
  await once(socket, 'message');
  room.open();
  socket.send('{"type":"subscribe","id":"2","payload":{"query":"{ viewer }"}}');
  const [answer] = await once(socket, 'message');

  expect(JSON.parse(String(answer))).toMatchObject({ id: '2', payload: { data: { viewer: 'person' } } });
  expect(hasBegun).toBe(false);
});

test('a stream that waits while the server stops is not opened', async () => {
  await serve();
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json', ...(await signed()) };
  const body = JSON.stringify({ query: 'subscription { ticks { text } }' });
  const answer = fetch(toy.url('/graphql'), { method: 'POST', headers, body });
  await room.reached;

  const stopped = toy.shutDown();
  await toy.untilClosed();
  room.open();

  expect((await answer).status).toBe(503);
  await stopped;
});

test('where there is no room for long, it says when to try again', async () => {
  const full = () => Promise.reject(new AppError('UNAVAILABLE', 'No room.', { retryAfterSeconds: 5 }));
  await serve({ room: full });

  const { status, headers, body } = await toy.post({ query: '{ viewer }' }, await signed());

  expect([status, headers.get('retry-after'), body.errors?.[0]?.extensions]).toEqual([
    503,
    '5',
    { code: 'UNAVAILABLE', retryAfterSeconds: 5 },
  ]);
});
