import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { JWTPayload } from 'jose';
import type { Provider } from 'oidc-provider';
import { audience } from './provider';

interface Asked {
  readonly grant: string;
  readonly resource: string | null;
}

/** An OpenID Connect provider on this machine, where people sign in with a browser. */
export class SignInProvider {
  /** What its token endpoint was asked for, in order. */
  readonly asked: Asked[] = [];
  /** Instead of a token, it answers so. */
  trouble: 'refuses' | 'is down' | undefined;
  private readonly server: Server;
  private muted: jest.SpyInstance[] = [];
  private provider: Provider | undefined;

  constructor(
    /** What it says of people, by their login. */
    private readonly people: ReadonlyMap<string, JWTPayload>,
    private readonly tokenSeconds: number,
  ) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    for (const spy of this.muted) spy.mockRestore();
  }

  /** Knows the dashboard at these addresses from now on: a public client. */
  async register(...pageUrls: string[]): Promise<void> {
    // It warns of each default that it goes by, once it does.
    this.muted = [jest.spyOn(console, 'warn'), jest.spyOn(console, 'info')];
    for (const spy of this.muted) spy.mockImplementation(() => undefined);
    const { Provider: Real } = await import('oidc-provider');
    this.provider = new Real(this.issuer, {
      clients: [
        {
          ...{ client_id: 'dashboard', token_endpoint_auth_method: 'none' },
          ...{ redirect_uris: pageUrls, post_logout_redirect_uris: pageUrls },
          ...{ grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'] },
        },
      ],
      clientBasedCORS: () => true,
      cookies: { keys: ['only the tests know it'] },
      extraTokenClaims: (_: unknown, { accountId }: { accountId: string }) => this.people.get(accountId),
      features: {
        devInteractions: { enabled: false },
        revocation: { enabled: true },
        rpInitiatedLogout: { enabled: true, logoutSource: askToLeave },
        resourceIndicators: { enabled: true, getResourceServerInfo: () => this.resource() },
      },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      issueRefreshToken: () => true,
      loadExistingGrant: (ctx: Granting) => granted(ctx),
    });
  }

  private resource(): object {
    return {
      ...{ audience, scope: 'api', accessTokenFormat: 'jwt', accessTokenTTL: this.tokenSeconds },
      jwt: { sign: { alg: 'RS256' } },
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { provider } = this;
    if (!provider) throw new Error('Nobody was registered here.');
    if (!request.url?.startsWith('/interaction/')) {
      if (this.trouble && request.url === '/token') {
        answerInstead(response, this.trouble);
        return;
      }
      this.listen(request);
      provider.callback()(request, response);
      return;
    }
    if (request.method === 'POST') {
      const accountId = new URLSearchParams(await text(request)).get('login') ?? '';
      await provider.interactionFinished(request, response, { login: { accountId } });
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      pageOf('<form method="post"><label>Identifiant <input name="login"></label><button>Continuer</button></form>'),
    );
  }

  private listen(request: IncomingMessage): void {
    if (request.method !== 'POST' || request.url !== '/token') return;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(parts).toString());
      this.asked.push({ grant: form.get('grant_type') ?? '', resource: form.get('resource') });
    });
  }
}

function answerInstead(response: ServerResponse, trouble: 'refuses' | 'is down'): void {
  response.writeHead(trouble === 'refuses' ? 400 : 503, {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
  });
  response.end(trouble === 'refuses' ? '{"error":"invalid_grant"}' : '{}');
}

function pageOf(content: string): string {
  return `<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Fournisseur</title>${content}</html>`;
}

function askToLeave(ctx: { body: string }, form: string): void {
  ctx.body = pageOf(`${form}<button form="op.logoutForm" name="logout" value="yes">Quitter</button>`);
}

interface Granting {
  readonly oidc: {
    readonly provider: Provider;
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
  };
}

/** Nobody is asked what the dashboard may do. */
async function granted({ oidc: { provider, client, session } }: Granting): Promise<object> {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(audience, 'api');
  await grant.save();
  return grant;
}
