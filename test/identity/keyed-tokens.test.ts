import { SignJWT } from 'jose';
import { KeyedTokens } from '../../src/identity/keyed-tokens';

const key = 'a key that is long enough for a test';
const personId = '01928a3b-0000-7000-8000-000000000001';
const stakeholderId = '01928a3b-0000-7000-8000-000000000002';
const at = (instant: string) => ({ now: () => new Date(instant) });
const request = { personId, stakeholderId, expiresInSeconds: 3600 };
const notOurs = 'The token is not one that this server gives.';

test('a token says who acts for whom, and until when', async () => {
  const tokens = new KeyedTokens(key, at('2024-10-19T08:00:00.400Z'));

  const signedIn = await tokens.check(await tokens.sign(request));

  expect(signedIn).toEqual({
    viewer: { kind: 'person', personId, stakeholderId },
    expiresAt: new Date('2024-10-19T09:00:00Z'),
  });
});

test('a token without a person is that of a system of the stakeholder', async () => {
  const tokens = new KeyedTokens(key);

  const signedIn = await tokens.check(await tokens.sign({ stakeholderId, expiresInSeconds: 3600 }));

  expect(signedIn.viewer).toEqual({ kind: 'system', stakeholderId });
});

test('a token is good until it expires', async () => {
  const token = await new KeyedTokens(key, at('2024-10-19T08:00:00Z')).sign(request);

  await expect(new KeyedTokens(key, at('2024-10-19T08:59:59Z')).check(token)).resolves.toBeDefined();
  await expect(new KeyedTokens(key, at('2024-10-19T09:00:00Z')).check(token)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: 'The token has expired.',
  });
});

test('a token under another key is refused', async () => {
  const token = await new KeyedTokens(`another ${key}`).sign(request);

  await expect(new KeyedTokens(key).check(token)).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: 'The token was not signed by this server.',
  });
});

test('a token whose claims were changed is refused', async () => {
  const [header, , signature] = (await new KeyedTokens(key).sign(request)).split('.');
  const claims = Buffer.from(JSON.stringify({ sub: stakeholderId, stakeholder: personId })).toString('base64url');

  await expect(new KeyedTokens(key).check(`${header}.${claims}.${signature}`)).rejects.toMatchObject({
    message: 'The token was not signed by this server.',
  });
});

const header = Buffer.from('{"alg":"none"}').toString('base64url');
const claims = Buffer.from(JSON.stringify({ sub: personId, stakeholder: stakeholderId })).toString('base64url');

test.each(['', 'abc', 'a.b.c', `${header}.${claims}.`])('"%s" is refused', async (token) => {
  await expect(new KeyedTokens(key).check(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: notOurs });
});

const complete = { iss: 'cellule', aud: 'cellule', sub: personId, stakeholder: stakeholderId, exp: 4_000_000_000 };

test('a token made elsewhere is good if it says all that ours do', async () => {
  await expect(new KeyedTokens(key).check(await signed(complete))).resolves.toBeDefined();
});

test.each([
  ['another issuer', { iss: 'other' }],
  ['another audience', { aud: 'other' }],
  ['no expiry', { exp: undefined }],
  ['a person without a proper id', { sub: 'somebody' }],
  ['no stakeholder', { stakeholder: undefined }],
])('a token with %s is refused, though it is signed', async (_, change) => {
  await expect(new KeyedTokens(key).check(await signed({ ...complete, ...change }))).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: notOurs,
  });
});

function signed(payload: Record<string, unknown>): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(key));
}
