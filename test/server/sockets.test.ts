import type WebSocket from 'ws';
import { closed, refusedWith, Toy, type ToyOptions, token } from './toy-api';

let toy: Toy;
const serve = async (options?: ToyOptions) => {
  toy = await new Toy(options).start();
  return toy;
};

afterEach(() => toy.stop());

const opened = (socket: WebSocket) => new Promise((resolve) => socket.once('open', resolve));
const nextMessage = (socket: WebSocket) =>
  new Promise<Record<string, unknown>>((resolve) =>
    socket.once('message', (text) => resolve(JSON.parse(String(text)))),
  );

async function admitted(headers?: Record<string, string>): Promise<WebSocket> {
  const socket = toy.socket('/graphql', headers);
  await opened(socket);
  socket.send('{"type":"connection_init"}');
  await nextMessage(socket);
  return socket;
}

async function viewerWith(connectionParams: Record<string, unknown>) {
  const { value } = await toy.client({ connectionParams }).iterate({ query: '{ viewer }' }).next();
  return value?.data?.viewer;
}

test('a viewer comes from the first message, in any of its forms, and is anonymous without', async () => {
  await serve();
  const good = await token();

  expect(await viewerWith({ authorization: `Bearer ${good}` })).toBe('person');
  expect(await viewerWith({ Authorization: `Bearer ${good}` })).toBe('person');
  expect(await viewerWith({ token: good })).toBe('person');
  expect(await viewerWith({ token: good, authorization: `Bearer ${good}` })).toBe('person');
  expect(await viewerWith({})).toBe('anonymous');
});

test.each([
  ['an expired token', async () => ({ token: await token(-10) }), 'The token has expired.'],
  ['nonsense', async () => ({ authorization: 'Bearer abc' }), 'The token is not one that this server gives.'],
  ['a number', async () => ({ authorization: 7 }), 'Expected "Bearer" and a token.'],
])('%s closes the socket with 4401', async (_, payload, reason) => {
  await serve();
  const socket = toy.socket();
  await opened(socket);
  const close = closed(socket);

  socket.send(JSON.stringify({ type: 'connection_init', payload: await payload() }));

  expect(await close).toEqual({ code: 4401, reason });
});

test('a token that expires closes the socket with 4403', async () => {
  await serve();
  const socket = toy.socket();
  await opened(socket);
  const close = closed(socket);

  socket.send(JSON.stringify({ type: 'connection_init', payload: { token: await token(2) } }));

  expect(await nextMessage(socket)).toEqual({ type: 'connection_ack' });
  expect((await close).code).toBe(4403);
});

test('pages of other origins are refused, those of the server and of allowed origins are not', async () => {
  await serve({ config: { allowedOrigins: ['https://crisis.example'] } });

  expect(await refusedWith(toy.socket('/graphql', { origin: 'https://other.example' }))).toBe(403);
  expect(await refusedWith(toy.socket('/graphql', { origin: 'null' }))).toBe(403);
  for (const origin of ['https://crisis.example', `http://127.0.0.1:${toy.port}`]) (await admitted({ origin })).close();
});

test('a WebSocket on another path is refused', async () => {
  await serve({ config: { basePath: '/cellule' } });

  expect(await refusedWith(toy.socket('/graphql'))).toBe(404);
  expect(await refusedWith(toy.socket('/cellule/ready'))).toBe(404);
  await opened(toy.socket('/cellule/graphql'));
});

test('who does not begin in time is closed with 4408', async () => {
  await serve({ seconds: { init: 0.05 } });

  expect((await closed(toy.socket())).code).toBe(4408);
});

test('who begins with a subscription is closed with 4401', async () => {
  await serve();
  const socket = toy.socket();
  await opened(socket);

  socket.send('{"type":"subscribe","id":"1","payload":{"query":"{ viewer }"}}');

  expect((await closed(socket)).code).toBe(4401);
});

test.each([
  ['a message over 1 MiB', `{"type":"ping","payload":{"a":"${'x'.repeat(1_100_000)}"}}`, 1009],
  ['a message that is not JSON', 'hello', 4400],
  ['a message for clients', '{"type":"connection_ack"}', 4400],
  ['a second beginning', '{"type":"connection_init"}', 4429],
])('%s closes the socket', async (_, message, code) => {
  await serve();
  const socket = await admitted();
  const close = closed(socket);

  socket.send(message);

  expect((await close).code).toBe(code);
});

test('an id over 100 characters is refused, and the socket serves', async () => {
  await serve();
  const socket = await admitted();
  const ask = (id: string) => {
    const answer = new Promise((resolve) => socket.once('message', (message) => resolve(JSON.parse(String(message)))));
    socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query: '{ viewer }' } }));
    return answer;
  };

  const refused = await ask('x'.repeat(101));

  expect(refused).toMatchObject({
    type: 'error',
    payload: [
      {
        message: 'The id of an operation has at most 100 characters, and this one 101.',
        extensions: { code: 'BAD_USER_INPUT', inputPath: ['id'] },
      },
    ],
  });
  expect(await ask('x'.repeat(100))).toMatchObject({ type: 'next', payload: { data: { viewer: 'anonymous' } } });
});

test('an id in use closes the socket with 4409', async () => {
  await serve();
  const socket = await admitted();
  const close = closed(socket);
  const message = `{"type":"subscribe","id":"${'x'.repeat(50)}","payload":{"query":"subscription { ticks { text } }"}}`;

  socket.send(message);
  socket.send(message);

  expect((await close).code).toBe(4409);
});

test('who comes again and again with the id of an operation that is not over is closed', async () => {
  await serve();
  const socket = await admitted();
  const close = closed(socket);

  const again = () => socket.send('{"type":"subscribe","id":"1","payload":{"query":"{ slow }"}}');
  again();
  await toy.gate.reached;
  socket.send('{"type":"complete","id":"1"}');
  for (let turn = 1; turn <= 101; turn++) again();

  expect((await close).code).toBe(4429);
  toy.gate.open();
});

test('a socket carries a hundred operations, not more', async () => {
  await serve();
  const socket = await admitted();
  const answer = nextMessage(socket);

  for (let id = 1; id <= 101; id++) {
    socket.send(
      JSON.stringify({ type: 'subscribe', id: `${id}`, payload: { query: 'subscription { ticks { text } }' } }),
    );
  }

  expect(await answer).toMatchObject({ type: 'error', id: '101', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
});

test('queries and mutations run over a socket too', async () => {
  await serve();

  const { value } = await toy.client().iterate({ query: 'mutation { touch }' }).next();

  expect(value).toEqual({ data: { touch: 'touched' } });
});

test('a server that stops closes its sockets with 1001', async () => {
  await serve();
  const sockets = [await admitted(), toy.socket()];
  await opened(sockets[1] as WebSocket);
  const closes = sockets.map(closed);

  await toy.shutDown();

  expect((await Promise.all(closes)).map(({ code }) => code)).toEqual([1001, 1001]);
});

test('a client that does not answer the close does not keep the server from stopping', async () => {
  await serve({ seconds: { close: 0.05 } });
  const socket = await admitted();
  const close = closed(socket);
  socket.pause();

  await toy.shutDown();

  socket.resume();
  await close;
});

test('who answers no ping is gone', async () => {
  await serve({ seconds: { ping: 0.03 } });
  const socket = await admitted();
  toy.client();
  const results = toy.client().iterate({ query: 'subscription { ticks { text } }' });
  toy.ticks.send({ text: 'one' });
  await results.next();
  const close = closed(socket);

  (socket as unknown as { _receiver: NodeJS.EventEmitter })._receiver.removeAllListeners('ping');

  expect((await close).code).toBe(1006);
  toy.ticks.send({ text: 'still here' });
  expect((await results.next()).value?.data).toEqual({ ticks: { text: 'still here' } });
});

test('a reader who takes nothing of what is sent is closed', async () => {
  await serve({ seconds: { flush: 0.1, close: 0.1 } });
  const socket = await admitted();
  socket.pause();
  for (let id = 1; id <= 2; id++)
    socket.send(JSON.stringify({ type: 'subscribe', id: `${id}`, payload: { query: '{ long }' } }));
  const ticking = { type: 'subscribe', id: '3', payload: { query: 'subscription { ticks { text } }' } };
  socket.send(JSON.stringify(ticking));

  await toy.ticks.left;

  socket.resume();
  expect([1006, 1013]).toContain((await closed(socket)).code);
});
