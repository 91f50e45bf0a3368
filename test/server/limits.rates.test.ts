import { closed, refusedWith, Toy, type ToyOptions, token } from './toy-api';

let toy: Toy;
const serve = async (options?: ToyOptions) => {
  toy = await new Toy(options).start();
  return toy;
};
afterEach(() => toy.stop());

const query = '{ viewer }';
const bearer = async (good: Promise<string>) => ({ authorization: `Bearer ${await good}` });
const other = { stakeholderId: '01928a3b-0000-7000-8000-000000000003' };
const from = (address: string) => ({ 'x-forwarded-for': address });
const limited = {
  code: 'RATE_LIMITED',
  retryAfterSeconds: expect.any(Number),
};

async function overSocket(connectionParams: Record<string, unknown>) {
  const client = toy.client({ connectionParams });
  return async () => {
    try {
      const { value } = await client.iterate({ query }).next();
      return value?.data?.viewer;
    } catch (errors) {
      return (errors as { extensions: object }[])[0]?.extensions;
    }
  };
}

test('a viewer who asks too often is refused over both transports, and others are served', async () => {
  await serve({ limits: { requestsPerViewer: 3 } });
  const mine = await bearer(token());
  const ask = await overSocket(mine);

  const served = [await toy.post({ query }, mine), await toy.post({ query }, mine)];
  expect([...served.map(({ status }) => status), await ask()]).toEqual([200, 200, 'person']);
  const refused = await toy.post({ query }, mine);

  expect([refused.status, refused.body.errors?.[0]?.extensions]).toEqual([429, limited]);
  expect(Number(refused.headers.get('retry-after'))).toBe(refused.body.errors?.[0]?.extensions['retryAfterSeconds']);
  expect(await ask()).toEqual(limited);
  expect((await toy.post({ query }, await bearer(token(3600, other)))).status).toBe(200);
  expect((await toy.post({ query })).status).toBe(200);
});

test('the programs of a control room, which start anew all at once, meet no limit', async () => {
  await serve();
  const shared = await bearer(token());
  const gone: number[] = [];

  const sockets = await Promise.all(Array.from({ length: 150 }, () => open(shared)));
  for (const socket of sockets) socket.once('close', (code) => gone.push(code));
  const answers = await Promise.all(Array.from({ length: 600 }, () => toy.post({ query }, shared)));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(gone).toEqual([]);
});

test('a flood over HTTP is refused with one clear error, and another address is served', async () => {
  await serve({ limits: { requestsPerAddress: 20 }, config: { trustedProxy: 1 } });

  const flood = await Promise.all(Array.from({ length: 200 }, () => toy.post({ query }, from('192.0.2.1'))));

  const refused = flood.filter(({ status }) => status === 429);
  expect([flood.length - refused.length, refused.length]).toEqual([20, 180]);
  for (const { body } of refused) {
    expect(body).toEqual({ errors: [{ message: expect.stringContaining('this address'), extensions: limited }] });
  }
  expect((await toy.post({ query }, from('192.0.2.2'))).status).toBe(200);
});

test('a flood over a socket is refused operation by operation, then cut, and another viewer is served', async () => {
  await serve({ limits: { requestsPerViewer: 10, messagesPerSocket: 500, operationsPerSocket: 1000 } });
  const socket = await open(await bearer(token()));
  const answers: { type: string; payload: { extensions: object }[] }[] = [];
  const refused = new Promise<void>((resolve) => {
    socket.on('message', (text) => {
      if (answers.push(JSON.parse(String(text))) === 10 * 2 + 190) resolve();
    });
  });
  const close = closed(socket);
  const flood = (count: number, name: string) => {
    for (let id = 0; id < count; id++) {
      socket.send(JSON.stringify({ type: 'subscribe', id: `${name}${id}`, payload: { query } }));
    }
  };

  flood(200, 'a');
  await refused;
  flood(1000, 'b');

  expect(await close).toEqual({ code: 4429, reason: 'Too many messages' });
  const first = answers.slice(0, 210);
  expect(first.filter(({ type }) => type === 'next')).toHaveLength(10);
  const errors = first.filter(({ type }) => type === 'error');
  for (const { payload } of errors) expect(payload.map(({ extensions }) => extensions)).toEqual([limited]);
  expect(errors).toHaveLength(190);
  expect(await (await overSocket(await bearer(token(3600, other))))()).toBe('person');
});

test('what anonymous readers ask over sockets counts for their address, over however many', async () => {
  await serve({ limits: { requestsPerAddress: 5 } });
  const [one, another] = [await overSocket({}), await overSocket({})];

  const answers = [await one(), await another(), await one()];

  expect(answers).toEqual(['anonymous', 'anonymous', limited]);
});

test('the address is that which a trusted proxy names, over both transports, and a stranger cannot choose it', async () => {
  await serve({ limits: { requestsPerAddress: 2 }, config: { trustedProxy: ['loopback', '10.0.0.0/8'] } });
  const forwarded = from('192.0.2.7, 198.51.100.1, 10.1.1.1');

  await toy.post({ query }, forwarded);
  await toy.post({ query }, from('203.0.113.9, 198.51.100.1'));

  expect((await toy.post({ query }, from('198.51.100.1'))).status).toBe(429);
  expect(await refusedWith(toy.socket('/graphql', forwarded))).toBe(429);
  expect((await toy.post({ query }, from('192.0.2.7'))).status).toBe(200);
});

test('without a trusted proxy nobody can say to be another', async () => {
  await serve({ limits: { requestsPerAddress: 1 } });

  await toy.post({ query }, from('192.0.2.1'));

  expect((await toy.post({ query }, from('192.0.2.2'))).status).toBe(429);
  expect(await refusedWith(toy.socket('/graphql', from('192.0.2.3')))).toBe(429);
});

test('of IPv6 the network counts, and an IPv4 address is the same in either form', async () => {
  await serve({ limits: { requestsPerAddress: 1 }, config: { trustedProxy: 1 } });
  const status = async (address: string) => (await toy.post({ query }, from(address))).status;

  expect(await status('2001:db8:0:7::1')).toBe(200);
  expect(await status('2001:db8:0:8::1')).toBe(200);
  expect(await status('2001:DB8::7:1:2:3:4')).toBe(429);
  expect(await status('192.0.2.1')).toBe(200);
  expect(await status('::ffff:192.0.2.1')).toBe(429);
});

test('of what a proxy writes the port does not count, and what is no address counts for the proxy', async () => {
  await serve({ limits: { requestsPerAddress: 1 }, config: { trustedProxy: 1 } });
  const status = async (address: string) => (await toy.post({ query }, from(address))).status;

  expect([await status('192.0.2.1:4711'), await status('192.0.2.1:4712'), await status('192.0.2.1')]).toEqual([
    200, 429, 429,
  ]);
  expect([await status('[2001:db8::1]:4711'), await status('[2001:db8::2]')]).toEqual([200, 429]);
  expect([await status('unknown'), await status('<script>'), await status('1.2.3.4.5')]).toEqual([200, 429, 429]);
});

test('whether the server lives and is ready can be asked without end', async () => {
  await serve({ limits: { requestsPerAddress: 1 } });
  await toy.post({ query });

  for (const path of ['/health', '/ready']) expect((await fetch(toy.url(path))).status).toBe(200);
  expect((await fetch(toy.url('/nothing'))).status).toBe(429);
});

test('who fails to sign in too often is told to wait, and locks out nobody', async () => {
  await serve({ limits: { failedSignIns: 3 }, config: { trustedProxy: 1 } });
  const here = from('192.0.2.1');
  const known = { ...here, ...(await bearer(token())) };
  const newcomer = await bearer(token(3600, other));
  const forged = { ...here, authorization: 'Bearer abc.def.ghi' };
  expect((await toy.post({ query }, known)).status).toBe(200);

  for (let attempt = 1; attempt <= 3; attempt++) expect((await toy.post({ query }, forged)).status).toBe(401);

  const refused = await toy.post({ query }, forged);
  expect([refused.status, refused.body.errors?.[0]?.extensions]).toEqual([429, limited]);
  expect((await toy.post({ query }, { ...here, ...newcomer })).status).toBe(200);
  expect((await toy.post({ query }, known)).status).toBe(200);
  expect((await toy.post({ query }, here)).status).toBe(200);
  expect((await toy.post({ query }, { ...from('192.0.2.2'), ...newcomer })).status).toBe(200);
});

test('over a socket too: it is closed with a code after which clients come back', async () => {
  await serve({ limits: { failedSignIns: 1 } });
  await toy.post({ query }, { authorization: 'Bearer abc.def.ghi' });

  expect(await beginning({ authorization: 'Bearer abc.def.ghi' })).toMatchObject({ code: 1013 });
});

test('a viewer has so many sockets, not more, and may open another for each that is closed', async () => {
  await serve({ limits: { socketsPerViewer: 2 } });
  const mine = await bearer(token());
  const first = await open(mine);
  await open(mine);

  expect(await beginning(mine)).toEqual({ code: 1013, reason: 'Too many connections of this viewer' });
  const gone = closed(first);
  first.close();
  await gone;
  expect((await open(mine)).readyState).toBe(1);
  expect((await open(await bearer(token(3600, other)))).readyState).toBe(1);
});

test('an address has so many sockets, not more', async () => {
  await serve({ limits: { socketsPerAddress: 3 }, config: { trustedProxy: 1 } });
  const here = from('192.0.2.1');
  const sockets = await Promise.all([1, 2, 3].map(() => open({}, here)));

  expect(await refusedWith(toy.socket('/graphql', here))).toBe(429);
  expect((await open({}, from('192.0.2.2'))).readyState).toBe(1);
  const gone = sockets.map(closed);
  for (const socket of sockets) socket.close();
  await Promise.all(gone);
  expect((await open({}, here)).readyState).toBe(1);
});

async function open(payload: object, headers?: Record<string, string>) {
  const socket = toy.socket('/graphql', headers);
  socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
}

/** How a socket ends that is not let in. */
function beginning(payload: object) {
  const socket = toy.socket();
  socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
  return closed(socket);
}

test('who leaves while signing in leaves no place taken', async () => {
  await serve({ limits: { socketsPerViewer: 1 } });
  const mine = await bearer(token());
  for (let attempt = 1; attempt <= 5; attempt++) {
    const socket = toy.socket();
    const gone = closed(socket);
    socket.once('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init', payload: mine }), () => socket.terminate());
    });
    await gone;
  }

  // The server hears of the last one in its own time.
  let admitted = false;
  for (let attempt = 1; attempt <= 50 && !admitted; attempt++) {
    const socket = toy.socket();
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: mine })));
    const answered = new Promise((resolve) => socket.once('message', resolve)).then(() => true);
    admitted = await Promise.race([answered, closed(socket).then(() => false)]);
  }
  expect(admitted).toBe(true);
});
