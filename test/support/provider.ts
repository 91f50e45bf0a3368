import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CompactSign,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import type { Provider } from 'oidc-provider';

export const audience = 'urn:cellule:test';

const resource = {
  audience,
  scope: 'api',
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: 'RS256' } },
  accessTokenTTL: 600,
};

/** An OpenID Connect provider on this machine, whose keys the test holds. */
export class TestProvider {
  /** How often each path was asked for. */
  readonly asked = new Map<string, number>();
  private readonly people = new Map<string, JWTPayload>();
  private readonly server: Server;
  private provider: Provider | undefined;
  private key: JWK = {};
  private rotations = 0;
  /** What it answers instead, as one that is down would. */
  status: number | undefined;
  /** What it says instead, as one that was set up wrongly would. */
  text: string | undefined;

  constructor() {
    this.server = createServer((request, response) => {
      const path = request.url ?? '';
      this.asked.set(path, this.askedFor(path) + 1);
      if (this.status === undefined && this.text === undefined) this.provider?.callback()(request, response);
      else response.writeHead(this.status ?? 200).end(this.text);
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    await this.rotate();
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  askedFor(path: string): number {
    return this.asked.get(path) ?? 0;
  }

  /** From now on it signs with another key, and publishes no other. */
  async rotate(): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    this.key = { ...(await exportJWK(privateKey)), kid: `key-${++this.rotations}`, alg: 'RS256', use: 'sig' };
    const quiet = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const silent = jest.spyOn(console, 'info').mockImplementation(() => undefined);
    const { Provider: Real } = await import('oidc-provider');
    this.provider = new Real(this.issuer, {
      clients: [{ client_id: 'portal', client_secret: 'secret', redirect_uris: ['https://portal.example/back'] }],
      jwks: { keys: [this.key] },
      features: { devInteractions: { enabled: false }, resourceIndicators: { enabled: true } },
      ttl: { AccessToken: () => 600 },
      extraTokenClaims: (_: unknown, { accountId }: { accountId: string }) => this.people.get(accountId),
    });
    quiet.mockRestore();
    silent.mockRestore();
  }

  /** An access token as the provider issues it to somebody who signed in. */
  async accessToken(subject: string, claims: JWTPayload = {}): Promise<string> {
    const { provider } = this;
    if (!provider) throw new Error('The provider was not started.');
    this.people.set(subject, claims);
    const client = await provider.Client.find('portal');
    const token = new provider.AccessToken({ accountId: subject, client, scope: 'api', gty: 'authorization_code' });
    token.resourceServer = new provider.ResourceServer(audience, resource);
    return token.save();
  }

  /** Whatever a test wants, signed with the key of the provider. */
  async signed(claims: JWTPayload, header: object = {}): Promise<string> {
    return new SignJWT({ ...this.usual(), ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', ...(this.key.kid && { kid: this.key.kid }), ...header })
      .sign(await importJWK(this.key, String((header as JWK).alg ?? 'RS256')), { crit: { x: true } });
  }

  /** Any text at all, signed with the key of the provider. */
  async signedText(text: string, header: object = {}): Promise<string> {
    return new CompactSign(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', ...(this.key.kid && { kid: this.key.kid }), ...header })
      .sign(await importJWK(this.key, 'RS256'), { crit: { x: true } });
  }

  /** Claims with which nothing is wrong. */
  usual(): JWTPayload {
    const now = Math.floor(Date.now() / 1000);
    return { iss: this.issuer, aud: audience, sub: 'somebody', iat: now, exp: now + 600 };
  }

  /** The public key as text: what an attacker has who hopes that it is taken for a shared secret. */
  async publicKey(): Promise<string> {
    const { kty, n, e, kid } = this.key;
    return exportSPKI((await importJWK({ kty, n, e, kid } as JWK, 'RS256', { extractable: true })) as never);
  }
}
