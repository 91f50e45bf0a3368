import { connect, type Socket } from 'node:net';
import type WebSocket from 'ws';
import { closed, Toy, type ToyOptions } from './toy-api';

let toy: Toy;
const serve = async (options?: ToyOptions) => {
  toy = await new Toy(options).start();
  return toy;
};
afterEach(() => toy.stop());

/** A connection that says no more than this. */
function saying(text: string): Promise<{ socket: Socket; answer: Promise<string> }> {
  return new Promise((resolve) => {
    const socket = connect(toy.port, '127.0.0.1', () => {
      socket.write(text);
      let heard = '';
      const answer = new Promise<string>((end) => {
        socket.on('data', (data) => {
          heard += data;
        });
        socket.on('error', () => undefined);
        socket.on('close', () => end(heard));
      });
      resolve({ socket, answer });
    });
  });
}

test.each([
  ['who never says what is asked', 'GET /graphql HTTP/1.1\r\nHost: a\r\nX-', { headers: 0.2 }],
  [
    'who announces a body and never sends it',
    'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query"',
    { headers: 0.2, request: 0.3 },
  ],
])('%s is cut off, and meanwhile all others are served', async (_, text, seconds) => {
  await serve({ seconds });

  const slow = await Promise.all(Array.from({ length: 50 }, () => saying(text)));
  const served = await toy.post({ query: '{ viewer }' });
  const answers = await Promise.all(slow.map(({ answer }) => answer));

  expect(served.body).toEqual({ data: { viewer: 'anonymous' } });
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 408 |^$/);
});

test('headers that fill a page are refused', async () => {
  await serve();

  const { answer } = await saying(`GET /health HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`);

  expect(await answer).toMatch(/^HTTP\/1.1 431 /);
});

test('who never reads the answer is cut off, and who waits long for one is not', async () => {
  await serve({ limits: { connections: 2 }, seconds: { flush: 0.2 } });
  const asking = (query: string) =>
    `GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\nHost: a\r\nApollo-Require-Preflight: 1\r\nConnection: close\r\n\r\n`;
  const patient = await saying(asking('{ slow }'));
  const deaf = await saying(asking('{ long }'));
  deaf.socket.pause();

  let heard = '';
  while (heard === '')
    heard = await (await saying('GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).answer;
  toy.gate.open();

  expect(heard).toContain('200 OK');
  expect(await patient.answer).toContain('passed');
  deaf.socket.destroy();
});

test('more connections than the server holds are not taken', async () => {
  await serve({ limits: { connections: 5 } });
  const held = await Promise.all(Array.from({ length: 5 }, () => saying('GET /')));

  const { answer } = await saying('GET /health HTTP/1.1\r\nHost: a\r\n\r\n');

  expect(await answer).toBe('');
  for (const { socket } of held) socket.destroy();
  await Promise.all(held.map((one) => one.answer));
});

test('who has no operation for long is closed, and who has one stays', async () => {
  await serve({ seconds: { ping: 0.02, idle: 0.1 } });
  const results = toy.client().iterate({ query: 'subscription { ticks { text } }' });
  const idle = await beginning();
  const ended = closed(idle);

  expect(await ended).toMatchObject({ code: 1013, reason: 'Idle' });
  toy.ticks.send({ text: 'one' });
  expect((await results.next()).value).toEqual({ data: { ticks: { text: 'one' } } });
});

test('sockets that never begin are closed, and others go on', async () => {
  await serve({ seconds: { init: 0.1 } });
  const results = toy.client().iterate({ query: 'subscription { ticks { text } }' });
  toy.ticks.send({ text: 'one' });
  await results.next();

  const idle = Array.from({ length: 100 }, () => toy.socket());
  const codes = await Promise.all(idle.map(async (socket) => (await closed(socket)).code));

  expect(new Set(codes)).toEqual(new Set([4408]));
  toy.ticks.send({ text: 'two' });
  expect((await results.next()).value?.data).toEqual({ ticks: { text: 'two' } });
});

test('what a reader does not read is held up to a limit, and others are not disturbed', async () => {
  await serve({ limits: { unsentBytes: 1_000_000, operationsPerSocket: 5 }, seconds: { close: 0.1 } });
  const socket = await beginning();
  const other = toy.client().iterate({ query: '{ viewer }' });
  socket.send(JSON.stringify({ type: 'subscribe', id: '0', payload: { query: 'subscription { ticks { text } }' } }));
  socket.pause();

  // Each answer is 8 MB: the first fills what the system holds for it, and the limit cuts it off at the second.
  for (let id = 1; id <= 4; id++) {
    socket.send(JSON.stringify({ type: 'subscribe', id: `${id}`, payload: { query: '{ long }' } }));
  }
  expect((await other.next()).value?.data).toEqual({ viewer: 'anonymous' });
  await toy.ticks.left;
  const received: number[] = [];
  socket.on('message', (message) => void received.push(String(message).length));
  const close = closed(socket);
  socket.resume();

  expect([1006, 1013]).toContain((await close).code);
  expect(received.length).toBeLessThan(4);
});

test.each([
  ['one message', (socket: WebSocket) => socket.send('x'.repeat(2000))],
  [
    'a message in parts',
    (socket: WebSocket) => {
      for (let part = 0; part < 20; part++) socket.send('x'.repeat(200), { fin: false });
    },
  ],
])('%s above the limit closes the socket with 1009, and no other', async (_, send) => {
  await serve({ limits: { messageBytes: 1500 } });
  const [socket, other] = [await beginning(), await beginning()];
  const close = closed(socket);

  send(socket);

  expect((await close).code).toBe(1009);
  expect(other.readyState).toBe(other.OPEN);
});

test('a body above the limit is refused', async () => {
  await serve({ limits: { messageBytes: 1500 } });

  const { status, body } = await toy.post({ query: `{ viewer } #${'x'.repeat(2000)}` });

  expect([status, body.errors?.[0]?.message]).toEqual([413, 'The body is larger than 1500 bytes.']);
});

async function beginning(): Promise<WebSocket> {
  const socket = toy.socket();
  socket.once('open', () => socket.send('{"type":"connection_init"}'));
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
}
