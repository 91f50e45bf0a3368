import { AccessTokens } from './identity/access-tokens';
import { Issuer } from './identity/issuer';
import { IssuerKeys } from './identity/issuer-keys';
import { SignInReads } from './identity/sign-in.reads';
import type { Tokens } from './identity/token';
import { TokenSources } from './identity/token-sources';
import type { Config } from './kernel/config';
import type { OidcIssuer } from './kernel/oidc-config';
import { type Outbound, outbound } from './kernel/outbound';
import type { OpenRecord } from './record';

interface SignInOptions {
  readonly config: Pick<Config, 'oidcIssuers'>;
  readonly tokens?: Tokens;
}

/** Puts together all that says who somebody is. */
export async function signInOf(
  { reads, work }: OpenRecord,
  { config, tokens }: SignInOptions,
): Promise<{ tokens: Tokens; stop(): Promise<void> }> {
  const signIns = new SignInReads(reads);
  const out = config.oidcIssuers.length > 0 ? await outbound() : undefined;
  const issued = new AccessTokens(issuersOf(config.oidcIssuers, out), signIns, work);
  return {
    tokens: new TokenSources({ issued, keyed: tokens }, signIns),
    stop: async () => out?.close(),
  };
}

function issuersOf(configured: readonly OidcIssuer[], out: Outbound | undefined): ReadonlyMap<string, Issuer> {
  if (!out) return new Map();
  return new Map(configured.map((one) => [one.issuer, new Issuer(one, new IssuerKeys(one.issuer, out.fetch))]));
}
