import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactEncrypt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { TestProvider } from '../support/provider';

const encoded = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1000);

type Forgery = readonly [name: string, make: () => Promise<string> | string];

/** Tokens that are not good at this provider, each for one reason. */
export function forgeries(provider: () => TestProvider): readonly Forgery[] {
  const craft = new Craft(provider);
  return [...bySignature(craft), ...byHeader(craft), ...byClaims(craft), ...byForm(craft)];
}

function bySignature(craft: Craft): Forgery[] {
  const secret = (alg: string, key: string | Buffer) => () => craft.hashed(alg, key);
  return [
    ...['none', 'None', 'NONE', 'nOnE', ''].map((alg): Forgery => [`alg "${alg}"`, () => craft.bare({ alg })]),
    [
      'alg none with the signature of another token',
      async () => `${craft.bare({ alg: 'none' })}${parts(await craft.good())[2]}`,
    ],
    ...['HS256', 'HS384', 'HS512'].map(
      (alg): Forgery => [
        `${alg} with the public key as the secret`,
        async () => craft.hashed(alg, await craft.provider.publicKey()),
      ],
    ),
    [
      'HS256 with the public key as the secret, without its last line end',
      async () => craft.hashed('HS256', (await craft.provider.publicKey()).trim()),
    ],
    ['HS256 with an empty secret', secret('HS256', '')],
    ...['secret', 'changeme', 'cellule', 'your-256-bit-secret'].map(
      (key): Forgery => [`HS256 with the secret "${key}"`, secret('HS256', key)],
    ),
    ['another key under the same key id', () => craft.stranger({})],
    ['another key under no key id', () => craft.stranger({ kid: undefined })],
    ['an RSA signature that calls itself ES256', () => craft.signedByHand({ alg: 'ES256' })],
    ['an EC key that calls itself RS256', () => craft.byCurve({ alg: 'RS256' })],
    ['an EC key under the same key id', () => craft.byCurve({ alg: 'ES256' })],
    ['a signature of zeros', async () => withSignature(await craft.good(), Buffer.alloc(256).toString('base64url'))],
    ['no signature', async () => withSignature(await craft.good(), '')],
    ['half a signature', async () => withSignature(await craft.good(), parts(await craft.good())[2].slice(0, 171))],
    ['a signature with one bit turned', async () => turned(await craft.good())],
    [
      'the signature of other claims',
      async () => withClaims(await craft.good(), { ...craft.provider.usual(), sub: 'admin' }),
    ],
    [
      'a header that was changed',
      async () => withHeader(await craft.good(), { alg: 'PS256', typ: 'at+jwt', kid: 'key-1' }),
    ],
  ];
}

function byHeader(craft: Craft): Forgery[] {
  const named = (kid: unknown): Forgery => [
    `the key id ${JSON.stringify(kid).slice(0, 60)}`,
    () => craft.stranger({ kid }),
  ];
  const lowered = ['rs256', 'Rs256', 'RS256 ', 'RS257'].map(
    (alg): Forgery => [`alg "${alg}"`, () => craft.signedByHand({ alg })],
  );
  return [
    ...[
      'key-0',
      '',
      '../../../../dev/null',
      'http://attacker.example/key',
      "' OR '1'='1",
      '__proto__',
      'a'.repeat(4000),
      'clé\u0000',
      7,
      ['key-1'],
      { $ne: null },
    ].map(named),
    ...['jku', 'x5u'].map(
      (link): Forgery => [
        `its own ${link}`,
        () => craft.stranger({ [link]: `${craft.provider.issuer}/jwks#attacker` }),
      ],
    ),
    ['its own jwk', () => craft.strangerWithKey()],
    ['its own certificate (x5c)', () => craft.stranger({ x5c: ['MIIB'] })],
    ['an extension that must be understood', () => craft.signed({}, { crit: ['x'], x: 1 })],
    [
      'an extension of its own that it lists as such (b64)',
      () => craft.signedByHand({ alg: 'RS256', crit: ['b64'], b64: false }),
    ],
    ['an empty list of extensions', () => craft.signedByHand({ alg: 'RS256', crit: [] })],
    ...lowered,
    ['an algorithm of the family that is not on the list', () => craft.signed({}, { alg: 'RS512' })],
    ...['JWT', 'id_token', 'logout+jwt', 'dpop+jwt', 'application/jwt', '', 'at+jwt; charset=utf-8'].map(
      (typ): Forgery => [`the type "${typ}"`, () => craft.signed({}, { typ })],
    ),
    ['no type', () => craft.signed({}, { typ: undefined })],
    ...[['at+jwt'], 7, null, {}].map(
      (typ): Forgery => [`the type ${JSON.stringify(typ)}`, () => craft.signed({}, { typ })],
    ),
  ];
}

function byClaims(craft: Craft): Forgery[] {
  const claims = (name: string, changed: () => object): Forgery => [name, () => craft.signed(changed() as JWTPayload)];
  const text = (name: string, change: (json: string) => string): Forgery => [
    name,
    () => craft.provider.signedText(change(JSON.stringify(craft.provider.usual()))),
  ];
  const ids = ['nonce', 'at_hash', 'c_hash', 's_hash'];
  return [
    claims('another issuer', () => ({ iss: 'https://attacker.example' })),
    claims('an issuer with a slash more', () => ({ iss: `${craft.provider.issuer}/` })),
    claims('an issuer in capitals', () => ({ iss: craft.provider.issuer.toUpperCase() })),
    claims('the issuer among others', () => ({ iss: [craft.provider.issuer] })),
    claims('no issuer', () => ({ iss: undefined })),
    claims('no audience', () => ({ aud: undefined })),
    ...[
      '',
      'urn:cellule',
      'urn:cellule:test/',
      'URN:CELLULE:TEST',
      7,
      null,
      [],
      ['urn:other'],
      [['urn:cellule:test']],
      { 0: 'urn:cellule:test' },
    ].map((aud): Forgery => claims(`the audience ${JSON.stringify(aud)}`, () => ({ aud }))),
    claims('an expiry long ago', () => ({ exp: 1 })),
    claims('an expiry beyond the leeway', () => ({ exp: seconds() - 30 })),
    ...[0, -1, -1e15, null, true, 'never', '', [4e9], { at: 4e9 }].map(
      (exp): Forgery => claims(`the expiry ${JSON.stringify(exp)}`, () => ({ exp })),
    ),
    claims('an expiry in words of a number', () => ({ exp: String(seconds() + 600) })),
    claims('no expiry', () => ({ exp: undefined })),
    ...[8.7e12, 9e15, Number.MAX_VALUE].map(
      (exp): Forgery => claims(`an expiry after all calendars, ${exp}`, () => ({ exp })),
    ),
    text('an expiry without end', (json) => json.replace(/"exp":\d+/, '"exp":1e999')),
    text('an expiry that is no number of JSON', (json) => json.replace(/"exp":\d+/, '"exp":NaN')),
    claims('a beginning in the future', () => ({ nbf: seconds() + 60 })),
    claims('a beginning in words', () => ({ nbf: 'now' })),
    claims('an issue in words', () => ({ iat: 'now' })),
    ...[
      '',
      '   ',
      'somebody ',
      'somebody\u200b',
      '\u0000',
      '\u200b\u202e',
      'x'.repeat(256),
      7,
      null,
      [],
      [''],
      { id: 'x' },
    ].map(
      (sub): Forgery =>
        claims(`the subject ${JSON.stringify(sub).slice(0, 40)}`, () => ({ sub, siret: '11000001200034' })),
    ),
    claims('no subject', () => ({ sub: undefined })),
    ...ids.map((claim): Forgery => claims(`the ${claim} of an ID token`, () => ({ [claim]: 'x' }))),
    claims('the use of an ID token', () => ({ token_use: 'id' })),
    claims('the events of a log-out', () => ({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })),
    claims('the type of a refresh token', () => ({ typ: 'Refresh' })),
    ...['[]', '"text"', 'null', '7', '', '{', '{"exp":1e999}'].map(
      (json): Forgery => text(`the claims ${json}`, () => json),
    ),
  ];
}

function byForm(craft: Craft): Forgery[] {
  const changed = (name: string, change: (token: string) => string): Forgery => [
    name,
    async () => change(await craft.good()),
  ];
  return [
    ['a JWT within a JWT', async () => craft.provider.signedText(await craft.good(), { cty: 'JWT' })],
    ['an encrypted token', () => craft.encrypted()],
    changed('its claims left out (detached)', (token) => `${parts(token)[0]}..${parts(token)[2]}`),
    changed('its header left out', (token) => token.slice(token.indexOf('.'))),
    changed('two dots for one', (token) => token.replace('.', '..')),
    changed('a dot at the end', (token) => `${token}.`),
    changed('a part too many', (token) => `${token}.${parts(token)[2]}`),
    changed('a part too few', (token) => token.slice(0, token.lastIndexOf('.'))),
    changed('padding', (token) => `${token}==`),
    changed('ordinary base64', (token) => `${token.slice(0, -2)}+/`),
    changed('the same twice', (token) => `${token}${token}`),
    changed('its halves exchanged', (token) => parts(token).reverse().join('.')),
    ...['...', '..', '.', 'null', 'undefined', '0', 'true', 'e30.e30.e30', 'x'.repeat(8000), '-'].map(
      (token): Forgery => [`"${token.slice(0, 20)}"`, () => token],
    ),
    ['JSON in place of a compact token', () => encoded({ payload: 'e30', signatures: [] })],
    ['a header that is no JSON', () => `${encoded('{"alg":')}.${encoded('{}')}.e30`],
    ['a header with half a character', () => `${Buffer.from([0x7b, 0xff]).toString('base64url')}.${encoded('{}')}.e30`],
    [
      'a thousand objects in each other',
      () => craft.provider.signedText(`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`),
    ],
  ];
}

/** What an attacker has to work with: good tokens of others, the public key, and keys of its own. */
class Craft {
  private readonly rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  private readonly curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

  constructor(private readonly at: () => TestProvider) {}

  get provider(): TestProvider {
    return this.at();
  }

  good(): Promise<string> {
    return this.provider.signed({});
  }

  signed(claims: JWTPayload, header: object = {}): Promise<string> {
    return this.provider.signed(claims, header);
  }

  bare(header: object): string {
    return `${encoded({ typ: 'at+jwt', kid: 'key-1', ...header })}.${encoded(this.provider.usual())}.`;
  }

  hashed(alg: string, key: string | Buffer): string {
    const text = this.bare({ alg }).slice(0, -1);
    return `${text}.${createHmac(alg.replace('HS', 'sha'), key).update(text).digest('base64url')}`;
  }

  signedByHand(header: object): string {
    return this.byHand(this.rsa, header);
  }

  byCurve(header: object): string {
    return this.byHand(this.curve, header);
  }

  stranger(header: object): string {
    return this.byHand(this.rsa, { alg: 'RS256', ...header });
  }

  async strangerWithKey(): Promise<string> {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const header = { alg: 'RS256', typ: 'at+jwt', kid: 'key-1', jwk: await exportJWK(publicKey) };
    return new SignJWT(this.provider.usual()).setProtectedHeader(header).sign(privateKey);
  }

  async encrypted(): Promise<string> {
    const claims = new TextEncoder().encode(JSON.stringify(this.provider.usual()));
    const header = { alg: 'dir', enc: 'A256GCM', typ: 'at+jwt' };
    return new CompactEncrypt(claims).setProtectedHeader(header).encrypt(new Uint8Array(32));
  }

  private byHand(key: KeyObject, header: object): string {
    const text = this.bare(header).slice(0, -1);
    return `${text}.${createSign('sha256').update(text).sign(key).toString('base64url')}`;
  }
}

function parts(token: string): [string, string, string] {
  return token.split('.') as [string, string, string];
}

function withSignature(token: string, signature: string): string {
  const [header, claims] = parts(token);
  return `${header}.${claims}.${signature}`;
}

function withClaims(token: string, claims: object): string {
  const [header, , signature] = parts(token);
  return `${header}.${encoded(claims)}.${signature}`;
}

function withHeader(token: string, header: object): string {
  const [, claims, signature] = parts(token);
  return `${encoded(header)}.${claims}.${signature}`;
}

function turned(token: string): string {
  const signature = Buffer.from(parts(token)[2], 'base64url');
  signature[0] = (signature[0] as number) ^ 1;
  return withSignature(token, signature.toString('base64url'));
}
