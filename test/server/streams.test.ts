import { once } from 'node:events';
import { connect } from 'node:net';
import type { SignedIn } from '../../src/identity/token';
import { AppError } from '../../src/kernel/errors';
import { EventReader } from '../support/event-reader';
import { Toy, type ToyOptions, token, tokens } from './toy-api';

let toy: Toy;
const serve = async (options?: ToyOptions) => {
  toy = await new Toy(options).start();
  return toy;
};

afterEach(() => toy.stop());

const ask = (body: object, headers?: Record<string, string>) => EventReader.post(toy.url('/graphql'), body, headers);
const get = (parameters: Record<string, string>, headers?: Record<string, string>) =>
  EventReader.open(toy.url(`/graphql?${new URLSearchParams(parameters)}`), { headers: headers ?? {} });
const ticking = { query: 'subscription { ticks { text } }' };
const one = { data: { ticks: { text: 'one' } } };

test('a query and a mutation are answered by one event, and the end', async () => {
  await serve();

  const asked = await (await ask({ query: '{ viewer }' })).ended();
  const changed = await (await ask({ query: 'mutation { touch }' })).ended();

  expect(asked.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(asked.blocks.slice(1)).toEqual([
    { event: 'next', data: '{"data":{"viewer":"anonymous"}}' },
    { event: 'complete', data: '' },
  ]);
  expect(changed.results).toEqual([{ data: { touch: 'touched' } }]);
});

test('a subscription goes on until its reader leaves, by POST and by GET', async () => {
  await serve();
  const reader = await get(ticking);
  toy.ticks.send({ text: 'one' });

  await reader.until(({ results }) => results.length === 1);
  reader.leave();
  await toy.ticks.left;

  expect(reader.results).toEqual([one]);
});

test('variables and the name of the operation are taken from the address too', async () => {
  await serve();
  const query = 'query One { viewer } query Two($left: Even!) { pair(pair: { left: $left }) }';

  const reader = await (await get({ query, operationName: 'Two', variables: '{"left":4}' })).ended();

  expect(reader.results).toEqual([{ data: { pair: 4 } }]);
});

test.each([
  ['text/event-stream', 'text/event-stream; charset=utf-8'],
  ['text/event-stream, application/json;q=0.9', 'text/event-stream; charset=utf-8'],
  ['application/json, text/event-stream', 'application/json; charset=utf-8'],
  ['text/event-stream;q=0.5, application/json', 'application/json; charset=utf-8'],
  ['*/*', 'application/json; charset=utf-8'],
])('who accepts %s is answered as %s', async (accept, type) => {
  await serve();

  const { response } = await get({ query: '{ viewer }' }, { accept });

  expect(response.headers.get('content-type')).toBe(type);
});

test.each([
  ['a document that is not GraphQL', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
  ['a field that there is not', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a variable of another type',
    { query: 'query ($p: Pair) { pair(pair: $p) }', variables: { p: 1 } },
    'BAD_USER_INPUT',
  ],
  ['a name of no operation', { query: '{ viewer }', operationName: 'Other' }, 'OPERATION_RESOLUTION_FAILURE'],
  ['the schema, without a token', { query: '{ __schema { description } }' }, 'UNAUTHENTICATED'],
  ['too much', { query: `{ ${'a: viewer '.repeat(60)} }` }, 'TOO_COSTLY'],
])('%s is refused by an event, since an EventSource is told nothing else', async (_, body, code) => {
  await serve();

  const reader = await (await ask(body)).ended();

  expect(reader.response.status).toBe(200);
  expect(reader.events).toEqual(['next', 'complete']);
  expect(reader.results).toMatchObject([{ errors: [{ extensions: { code } }] }]);
});

test.each([
  ['no document', 400, {}],
  ['a list', 400, [{ query: '{ viewer }' }]],
  ['variables that are a text', 400, { query: '{ viewer }', variables: 'none' }],
  ['a name that is a number', 400, { query: '{ viewer }', operationName: 1 }],
])('%s is no request', async (_, status, body) => {
  await serve();

  const { response } = await ask(body);

  expect(response.status).toBe(status);
});

test('neither a mutation by GET, nor another method, nor another kind of body is taken', async () => {
  await serve();

  const changed = await get({ query: 'mutation { touch }' });
  const put = await EventReader.open(toy.url('/graphql'), { method: 'PUT', body: '{}' });
  const text = await EventReader.open(toy.url('/graphql'), { method: 'POST', body: '{ viewer }' });
  const variables = await get({ query: '{ viewer }', variables: '{' });

  expect([changed, put, text, variables].map(({ response }) => response.status)).toEqual([405, 405, 415, 400]);
});

test('errors are masked as everywhere', async () => {
  await serve();

  const reader = await (await ask({ query: '{ broken }' })).ended();

  expect(reader.blocks[1]?.data).not.toContain('SELECT');
  expect(reader.results).toMatchObject([{ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }]);
});

test('an event that cannot be shown at all ends the stream, and says why', async () => {
  await serve();
  const reader = await ask({ query: 'subscription { ticks { fault } }' });

  toy.ticks.send({ fault: new Error('SELECT secret') });
  await reader.ended();

  expect(reader.events).toEqual(['next', 'complete']);
  expect(reader.results).toMatchObject([{ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }]);
});

test('a bad token is refused before the stream begins, and a good one says who is there', async () => {
  await serve();

  const bad = await ask({ query: '{ viewer }' }, { authorization: 'Bearer abc' });
  const good = await (await ask({ query: '{ viewer }' }, { authorization: `Bearer ${await token()}` })).ended();

  expect(bad.response.status).toBe(401);
  expect(good.results).toEqual([{ data: { viewer: 'person' } }]);
});

test('a token that expires ends the stream without a word, so that its reader comes back', async () => {
  await serve();
  const reader = await ask(ticking, { authorization: `Bearer ${await token(2)}` });
  toy.ticks.send({ text: 'one' });

  await reader.ended();

  expect(reader.events).toEqual(['next']);
});

test('a token that is revoked ends the stream', async () => {
  let revoke: (() => void) | undefined;
  const watched = async (given: string): Promise<SignedIn> => ({
    ...(await tokens.check(given)),
    watch: (onRevoked) => {
      revoke = onRevoked;
      return () => undefined;
    },
  });
  await serve({ tokens: { check: watched } });
  const reader = await ask(ticking, { authorization: `Bearer ${await token()}` });
  toy.ticks.send({ text: 'one' });
  await reader.until(({ results }) => results.length === 1);

  revoke?.();
  await reader.ended();
  await toy.ticks.left;

  expect(reader.events).toEqual(['next']);
});

test('whose rights ended between signing in and beginning is refused', async () => {
  const ended = async (given: string): Promise<SignedIn> => ({
    ...(await tokens.check(given)),
    recheck: async () => {
      throw new AppError('UNAUTHENTICATED', 'The token was revoked.');
    },
  });
  await serve({ tokens: { check: ended } });

  const { response } = await ask(ticking, { authorization: `Bearer ${await token()}` });

  expect(response.status).toBe(401);
});

test('a server that stops ends its streams without a word', async () => {
  await serve();
  const reader = await ask(ticking);
  toy.ticks.send({ text: 'one' });
  await reader.until(({ results }) => results.length === 1);

  await toy.shutDown();
  await reader.ended();

  expect(reader.events).toEqual(['next']);
});

test('a silent stream gives a sign of life, and each says how long to wait after a cut', async () => {
  await serve({ seconds: { ping: 0.02 } });
  const reader = await ask(ticking);

  await reader.until(({ blocks }) => blocks.filter(({ comment }) => comment !== undefined).length >= 2);
  reader.leave();

  const retry = Number(reader.blocks[0]?.retry);
  expect(retry).toBeGreaterThanOrEqual(1000);
  expect(retry).toBeLessThanOrEqual(3000);
});

test('a reader who takes nothing of what is sent is cut off', async () => {
  await serve({ seconds: { flush: 0.1 } });
  const body = JSON.stringify(ticking);
  const socket = connect(toy.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  await once(socket, 'data');
  socket.pause();

  toy.ticks.send({ text: 'x'.repeat(20_000_000) });

  await toy.ticks.left;
  socket.destroy();
});

test('streams hold places as sockets do, and give them back', async () => {
  await serve({ limits: { socketsPerAddress: 3, socketsPerViewer: 1 } });
  const authorization = `Bearer ${await token()}`;
  const first = await ask(ticking, { authorization });

  const second = await ask(ticking, { authorization });
  const [third, fourth] = [await ask({ query: '{ slow }' }), await ask({ query: '{ slow }' })];
  const fifth = await ask(ticking);

  expect([first, second, third, fourth, fifth].map(({ response }) => response.status)).toEqual([
    200, 429, 200, 200, 429,
  ]);
  expect(second.response.headers.get('retry-after')).toBe('5');
  toy.gate.open();
  await Promise.all([third.ended(), fourth.ended()]);
  expect((await ask({ query: '{ viewer }' })).response.status).toBe(200);
});

test('operations over streams count for their viewer', async () => {
  await serve({ limits: { requestsPerViewer: 1 } });
  const authorization = `Bearer ${await token()}`;

  const answers = [
    await ask({ query: '{ viewer }' }, { authorization }),
    await ask({ query: '{ viewer }' }, { authorization }),
  ];

  expect(answers.map(({ response }) => response.status)).toEqual([200, 429]);
});

test.each([
  ['is none', 'garbage'],
  ['is cut off', '1.AAAA'],
  ['is too long', `1.${'A'.repeat(9000)}`],
])('a last event id that %s is refused by an event', async (_, lastEventId) => {
  await serve();

  const reader = await (await get({ ...ticking, lastEventId })).ended();

  expect(reader.results).toMatchObject([{ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }]);
});
