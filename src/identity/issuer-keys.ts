import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey, type RemoteJWKSet } from 'jose';
import type { Logger } from 'pino';
import { z } from 'zod';
import { AppError } from '../kernel/errors';
import { isAddress } from '../kernel/oidc-config';
import type { Fetch } from '../kernel/outbound';

export interface KeyPatience {
  /** For one answer of the issuer. */
  readonly answerMs: number;
  /** After a look-up, before an unknown key id, or a failure, leads to another one. */
  readonly cooldownMs: number;
  /** How old keys may get before they are looked up again. */
  readonly refreshMs: number;
  /** How old they may get while the issuer does not answer. */
  readonly staleMs: number;
}

export const keyPatience: KeyPatience = {
  answerMs: 5000,
  cooldownMs: 10_000,
  refreshMs: 600_000,
  staleMs: 3_600_000,
};

/** The keys that an issuer publishes: looked up when they are first needed, kept, and looked up again now and then. */
export class IssuerKeys {
  private keys: Promise<RemoteJWKSet> | undefined;
  private readAt = 0;
  private failedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly issuer: string,
    private readonly way: { readonly fetch: Fetch; readonly log: Logger },
    private readonly times: KeyPatience = keyPatience,
  ) {}

  readonly resolve: JWTVerifyGetKey = async (header, token) => {
    try {
      this.keys ??= this.discover();
      const keys = await this.keys;
      // Nobody waits for newer keys than those that are at hand.
      if (keys.jwks() && Date.now() - this.readAt > this.times.refreshMs) keys.reload().catch(() => undefined);
      return await keys(header, token);
    } catch (error) {
      if (isAboutToken(error)) throw error;
      throw new AppError('UNAVAILABLE', `The identity provider ${this.issuer} does not answer as it should just now.`);
    }
  };

  private async discover(): Promise<RemoteJWKSet> {
    try {
      const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
      const discovery = z.object({ issuer: z.literal(this.issuer), jwks_uri: jwksAddress });
      const { jwks_uri } = await this.ask(address, discovery, AbortSignal.timeout(this.times.answerMs));
      return createRemoteJWKSet(new URL(jwks_uri), {
        timeoutDuration: this.times.answerMs,
        cooldownDuration: this.times.cooldownMs,
        cacheMaxAge: this.times.staleMs,
        [customFetch]: async (url, { signal }) => Response.json(await this.ask(url, keySet, signal)),
      });
    } catch (error) {
      this.keys = undefined;
      throw error;
    }
  }

  /** An issuer that has just failed is left alone for a moment: tokens must not turn into a flood of requests. */
  private async ask<Answer>(url: string, form: z.ZodType<Answer>, signal: AbortSignal): Promise<Answer> {
    if (Date.now() - this.failedAt < this.times.cooldownMs) throw new Error('It has just failed.');
    try {
      const answer = await this.way.fetch(url, { signal });
      if (answer.status !== 200) throw new Error(`It answers ${answer.status}.`);
      const found = form.parse(await answer.json());
      this.readAt = Date.now();
      return found;
    } catch (error) {
      this.failedAt = Date.now();
      this.way.log.warn({ issuer: this.issuer, url, err: error }, 'an identity provider does not answer as it should');
      throw error;
    }
  }
}

const jwksAddress = z.string().refine(isAddress);
const keySet = z.looseObject({ keys: z.array(z.looseObject({})) });

/** That the issuer has no such key; anything else is about the issuer. */
function isAboutToken(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
}
