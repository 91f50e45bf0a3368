import type { Logger } from 'pino';
import { AccessTokens } from './identity/access-tokens';
import { CredentialReads } from './identity/credential.reads';
import { Issuer } from './identity/issuer';
import { IssuerKeys } from './identity/issuer-keys';
import { OwnTokens } from './identity/own-tokens';
import { RememberedTokens } from './identity/remembered-tokens';
import { Revocations } from './identity/revocations';
import { SignInReads } from './identity/sign-in.reads';
import type { Tokens } from './identity/token';
import { TokenSources } from './identity/token-sources';
import { Uses } from './identity/uses';
import type { Config } from './kernel/config';
import { Refusal } from './kernel/errors';
import type { OidcIssuer } from './kernel/oidc-config';
import { type Outbound, outbound } from './kernel/outbound';
import { runOn } from './kernel/sql';
import type { OpenRecord } from './record';

interface SignInOptions {
  readonly config: Pick<Config, 'oidcIssuers'>;
  readonly log: Logger;
  readonly tokens?: Tokens;
}

const noteUsesMs = 60_000;

/** Puts together all that says who somebody is. */
export async function signInOf(
  record: OpenRecord,
  { config, log, tokens: keyed }: SignInOptions,
): Promise<{ tokens: Tokens; stop(): Promise<void> }> {
  const { reads, work, doorbell } = record;
  const credentials = new CredentialReads(reads);
  if (!keyed && config.oidcIssuers.length === 0) await requireCredential(credentials);
  const signIns = new SignInReads(reads);
  const revocations = new Revocations(credentials, doorbell);
  const { uses, stop } = usesOf(record, log);
  const out = config.oidcIssuers.length > 0 ? await outbound() : undefined;
  const issued = new AccessTokens(issuersOf(config.oidcIssuers, out, log), signIns, work);
  const own = new OwnTokens(credentials, revocations, uses);
  const tokens = new RememberedTokens(new TokenSources({ issued, own, keyed }, signIns), doorbell);
  return {
    tokens,
    stop: async () => {
      tokens.stop();
      revocations.stop();
      await stop();
      await out?.close();
    },
  };
}

/** A server that nobody can sign in to is one that was set up wrongly, and there is no way in but those. */
async function requireCredential(credentials: CredentialReads): Promise<void> {
  if (await credentials.isAnyGood()) return;
  throw new Refusal(
    'Nobody could sign in: set OIDC_ISSUERS to the providers whose access tokens are good here, or make an access code with ' +
      '"cellule administrator" (the first step of an installation) or "cellule token". docs/identity.md tells how.',
  );
}

function usesOf({ dataSource }: OpenRecord, log: Logger): { uses: Uses; stop(): Promise<void> } {
  const uses = new Uses();
  const write = () =>
    uses
      .write(runOn(dataSource))
      .catch((error: Error) => log.warn({ err: error }, 'when credentials were last used was not noted'));
  const writing = setInterval(() => void write(), noteUsesMs).unref();
  const stop = async () => {
    clearInterval(writing);
    await write();
  };
  return { uses, stop };
}

function issuersOf(
  configured: readonly OidcIssuer[],
  out: Outbound | undefined,
  log: Logger,
): ReadonlyMap<string, Issuer> {
  if (!out) return new Map();
  const way = { fetch: out.fetch, log };
  return new Map(configured.map((one) => [one.issuer, new Issuer(one, new IssuerKeys(one.issuer, way))]));
}
