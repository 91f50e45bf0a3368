import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import pino from 'pino';
import { Issuer } from '../../src/identity/issuer';
import { IssuerKeys, keyPatience } from '../../src/identity/issuer-keys';
import { oidcIssuersOf } from '../../src/kernel/oidc-config';
import { type Outbound, outbound } from '../../src/kernel/outbound';
import { audience, TestProvider } from '../support/provider';

const discovery = '/.well-known/openid-configuration';
const jwks = '/jwks';

let provider: TestProvider;
let out: Outbound;
let logged: { level: number; issuer?: string; err?: { message: string } }[];
const log = pino({}, { write: (line) => void logged.push(JSON.parse(line)) });
beforeEach(async () => {
  logged = [];
  provider = await new TestProvider().start();
  out = await outbound();
});
afterEach(async () => {
  await out.close();
  await provider.stop();
});

test('keys are looked up once for many tokens', async () => {
  const issuer = issuerWith();

  await Promise.all(Array.from({ length: 20 }, async () => issuer.verify(await provider.accessToken('awa'))));

  expect([provider.askedFor(discovery), provider.askedFor(jwks)]).toEqual([1, 1]);
});

test('a key that the issuer has begun to sign with is looked up by itself', async () => {
  const issuer = issuerWith({ cooldownMs: 0 });
  await issuer.verify(await provider.accessToken('awa'));
  const before = await provider.accessToken('awa');
  await provider.rotate();

  const { identity } = await issuer.verify(await provider.accessToken('awa'));

  expect(identity.subject).toBe('awa');
  await expect(issuer.verify(before)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a flood of tokens with unknown keys leads to no flood of look-ups', async () => {
  const issuer = issuerWith();
  await issuer.verify(await provider.accessToken('awa'));

  const flood = Array.from({ length: 200 }, async (_, n) =>
    issuer.verify(await provider.signed({}, { kid: `guess-${n}` })),
  );
  const answers = await Promise.allSettled(flood);

  expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
  expect(provider.askedFor(jwks)).toBe(1);
});

test('a key vouches for its own issuer only, whoever else is known here', async () => {
  const token = await provider.signed({ iss: 'https://other.example' });

  await expect(issuerWith().verify(token)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: 'The token has a claim "iss" that is not accepted.',
  });
});

test('an issuer that is down is left alone for a moment, and its tokens are not called bad', async () => {
  const issuer = issuerWith();
  provider.status = 503;

  const answers = [];
  for (let n = 0; n < 5; n++) answers.push(await issuer.verify(await provider.signed({})).catch((error) => error.code));

  expect(answers).toEqual(Array(5).fill('UNAVAILABLE'));
  expect(provider.askedFor(discovery)).toBe(1);
});

test.each([
  ['no JSON', () => '<html>Sign in to the network first</html>'],
  ['what another issuer says', () => JSON.stringify({ issuer: 'https://other.example', jwks_uri: provider.issuer })],
])('an issuer that answers with %s is left alone for a moment too, and the log says why', async (_, text) => {
  const issuer = issuerWith();
  provider.text = text();

  for (let n = 0; n < 5; n++)
    await expect(issuer.verify(await provider.signed({}))).rejects.toMatchObject({ code: 'UNAVAILABLE' });

  expect(provider.askedFor(discovery)).toBe(1);
  expect(logged).toMatchObject([{ level: 40, issuer: provider.issuer, err: { message: expect.any(String) } }]);
});

test('while the issuer is down, the keys that it published stay good', async () => {
  const issuer = issuerWith({ refreshMs: -1, cooldownMs: 0 });
  const token = await provider.accessToken('awa');
  await issuer.verify(token);
  provider.status = 503;

  await expect(issuer.verify(token)).resolves.toBeDefined();
  // Nobody waits for that look-up but this test.
  while (provider.askedFor(jwks) < 2) await new Promise(setImmediate);
});

test('the keys are asked for over the proxy that the environment names', async () => {
  const proxied: string[] = [];
  const proxy = createServer();
  proxy.on('connect', ({ url = '' }, socket, head) => {
    proxied.push(url);
    const [host, port] = url.split(':');
    const behind = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      behind.write(head);
      behind.pipe(socket).pipe(behind);
    });
    for (const end of [behind, socket]) end.on('error', () => undefined);
  });
  const before = { ...process.env };
  process.env['http_proxy'] = `http://127.0.0.1:${await portOf(proxy)}`;
  process.env['no_proxy'] = '';
  const over = await outbound();
  process.env = before;

  await issuerWith({}, over).verify(await provider.accessToken('awa'));
  await over.close();
  proxy.close();

  expect(new Set(proxied)).toEqual(new Set([provider.issuer.replace('http://', '')]));
});

function issuerWith(times: Partial<typeof keyPatience> = {}, way = out): Issuer {
  const { issuers } = oidcIssuersOf(JSON.stringify([{ issuer: provider.issuer, audience }]));
  const keys = new IssuerKeys(provider.issuer, { fetch: way.fetch, log }, { ...keyPatience, ...times });
  return new Issuer(issuers![0]!, keys);
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
