import { get } from 'node:http';
import { key, personId, stakeholderId, Toy, type ToyOptions, token } from './toy-api';

let toy: Toy;
const serve = async (options?: ToyOptions) => {
  toy = await new Toy(options).start();
  return toy;
};

afterEach(() => toy.stop());

test('the server says that it lives, whatever the database does', async () => {
  await serve({ isReady: () => Promise.reject(new Error('gone')) });

  const response = await fetch(toy.url('/health'));

  expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
});

test.each([
  [{ database: true, migrations: true }, 200],
  [{ database: true, migrations: false }, 503],
  [{ database: false, migrations: false }, 503],
])('with %j it answers %d to the question whether it is ready', async (parts, status) => {
  await serve({ isReady: async () => parts });

  const response = await fetch(toy.url('/ready'));

  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ status: status === 200 ? 'ok' : 'unavailable', ...parts, draining: false });
});

test('a database that cannot be asked makes it unready, without a word on why', async () => {
  await serve({ isReady: () => Promise.reject(new Error('password of cellule_owner')) });

  const response = await fetch(toy.url('/ready'));

  expect(response.status).toBe(503);
  expect(await response.text()).not.toContain('password');
});

test('however many ask whether it is ready, the database is asked once at a time', async () => {
  let [asked, most] = [0, 0];
  const isReady = async () => {
    most = Math.max(most, ++asked);
    await new Promise(setImmediate);
    asked -= 1;
    return { database: true, migrations: true };
  };
  await serve({ isReady });

  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(toy.url('/ready'))));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(most).toBe(1);
});

test('a server about to stop says so first', async () => {
  await serve({ config: { drainSeconds: 0.5 } });

  const stopped = toy.shutDown();
  const response = await fetch(toy.url('/ready'));

  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ draining: true, database: true });
  await stopped;
});

test('a request in progress is answered before the server stops, and new ones are not accepted', async () => {
  await serve();
  const answer = toy.post({ query: '{ slow }' });
  await toy.gate.reached;

  const stopped = toy.shutDown();
  await toy.untilClosed();
  toy.gate.open();

  expect((await answer).body).toEqual({ data: { slow: 'passed' } });
  await stopped;
});

test('a request that does not end does not keep the server from stopping', async () => {
  await serve({ config: { shutdownSeconds: 0.2 } });
  const answer = toy.post({ query: '{ slow }' }).catch(() => 'cut');
  await toy.gate.reached;

  await toy.shutDown();

  expect(await answer).toBe('cut');
  toy.gate.open();
});

test('a viewer comes from the bearer token, and is anonymous without', async () => {
  await serve();
  const query = '{ viewer }';

  const answers = [await toy.post({ query }), await toy.post({ query }, { authorization: `Bearer ${await token()}` })];

  expect(answers.map(({ body }) => body.data)).toEqual([{ viewer: 'anonymous' }, { viewer: 'person' }]);
  expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(['no-store', 'no-store']);
});

test.each([
  ['no bearer token', async () => 'Basic eDp5'],
  ['no token at all', async () => 'Bearer'],
  ['nonsense', async () => 'Bearer abc.def.ghi'],
  ['an expired token', async () => `Bearer ${await token(-10)}`],
])('%s is answered with 401', async (_, authorization) => {
  await serve();

  const { status, headers, body } = await toy.post({ query: '{ viewer }' }, { authorization: await authorization() });

  expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  expect(body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);
});

test('without a key nobody signs in', async () => {
  await serve({ tokens: undefined });

  const { status } = await toy.post({ query: '{ viewer }' }, { authorization: `Bearer ${await token()}` });

  expect(status).toBe(401);
});

test('a request that a form on another site could make is blocked', async () => {
  await serve();

  const { status, body } = await toy.post('{"query":"{ viewer }"}', { 'content-type': 'text/plain' });

  expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
});

test.each([
  ['{"query":', 400, 'The body is not JSON.'],
  [JSON.stringify({ query: `{ viewer } #${'x'.repeat(1_100_000)}` }), 413, 'The body is larger than 1048576 bytes.'],
])('a body that cannot be read is answered in JSON', async (body, status, message) => {
  await serve();

  const answer = await toy.post(body);

  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
});

test('a subscription over HTTP is sent elsewhere', async () => {
  await serve();

  const query = 'subscription { ticks { text } }';
  const { status, body } = await toy.post({ query });
  const { status: plainly } = await toy.post({ query }, { accept: 'application/graphql-response+json' });

  expect([status, plainly, body.errors?.[0]?.extensions.code]).toEqual([200, 400, 'BAD_USER_INPUT']);
  expect(body.errors?.[0]?.message).toContain('WebSocket');
});

test('an unknown path is answered in JSON', async () => {
  await serve({ config: { basePath: '/cellule' } });

  const responses = await Promise.all(['/graphql', '/nothing', '/cellule/health'].map((path) => fetch(toy.url(path))));

  expect(responses.map(({ status }) => status)).toEqual([404, 404, 200]);
  expect(await responses[0]?.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});

test('pages of allowed origins may use the API, others may not', async () => {
  await serve({ config: { allowedOrigins: ['https://crisis.example'] } });
  const allowedFor = async (origin: string) => {
    const headers = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const { headers: answer } = await fetch(toy.url('/graphql'), { method: 'OPTIONS', headers });
    return answer.get('access-control-allow-origin');
  };

  expect(await allowedFor('https://crisis.example')).toBe('https://crisis.example');
  expect(await allowedFor('https://other.example')).toBeNull();
});

test('a port that is taken is said in one line', async () => {
  await serve();

  const second = new Toy({ config: { port: toy.port } }).start();

  await expect(second).rejects.toMatchObject({
    name: 'Refusal',
    message: `Port ${toy.port} on 127.0.0.1 is taken: set PORT.`,
  });
});

test('an address of another machine is said in one line', async () => {
  await serve();

  const second = new Toy({ config: { host: '192.0.2.1' } }).start();

  await expect(second).rejects.toMatchObject({ name: 'Refusal', message: expect.stringContaining('set HOST') });
});

test('tokens and the key stay out of the log', async () => {
  await serve();

  await toy.post({ query: '{ broken }' }, { authorization: `Bearer ${await token()}` });

  const log = JSON.stringify(toy.logged);
  expect(log).toContain('errorId');
  expect([key, personId, stakeholderId, 'Bearer'].filter((secret) => log.includes(secret))).toEqual([]);
});

test('a connection left open by a client does not keep the server from stopping', async () => {
  await serve();
  await new Promise((resolve) => get(toy.url('/health'), { headers: { connection: 'keep-alive' } }, resolve));

  await toy.shutDown();

  await expect(fetch(toy.url('/health'))).rejects.toThrow();
});

test('an answer of the API is nothing that a browser would show, embed or keep', async () => {
  await serve();

  const { headers } = await toy.post({ query: '{ viewer }' });

  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(headers.has('x-powered-by')).toBe(false);
});

test.each(['/graphql/', '/GraphQL', '/graphql?'])('%s is the API too', async (path) => {
  await serve();

  const response = await fetch(toy.url(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer }' }),
  });

  expect(await response.json()).toEqual({ data: { viewer: 'anonymous' } });
});

test.each(['/crisis', '/Crisis'])('an API below %s is nowhere else', async (basePath) => {
  await serve({ config: { basePath } });

  const there = await fetch(toy.url(`${basePath}/graphql?query={viewer}`));
  const elsewhere = await fetch(toy.url('/graphql'));

  expect(await there.json()).toEqual({ data: { viewer: 'anonymous' } });
  expect(elsewhere.status).toBe(404);
});
