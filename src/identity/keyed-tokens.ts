import { createSecretKey, type KeyObject } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Viewer } from '../access/viewer';
import { type SignedIn, type Tokens, unauthenticated } from './token';

const issuer = 'cellule';
const claims = z.object({ sub: z.guid().optional(), stakeholder: z.guid(), exp: z.number() });

interface TokenRequest {
  /** Absent for a system of the stakeholder. */
  readonly personId?: string | undefined;
  readonly stakeholderId: string;
  readonly expiresInSeconds: number;
}

/**
 * Bearer tokens under a key that whoever starts the server holds: for the demo and the tests, never for an installation.
 * A token says who somebody is, a person or a system of a stakeholder, never what they
 * may do: rights are read at every use. It expires by the hour of the machine, not by that of a record which plays in the past.
 */
export class KeyedTokens implements Tokens {
  private readonly key: KeyObject;

  constructor(
    key: string,
    private readonly clock: { now(): Date } = { now: () => new Date() },
  ) {
    this.key = createSecretKey(key, 'utf8');
  }

  sign({ personId, stakeholderId, expiresInSeconds }: TokenRequest): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const token = new SignJWT({ stakeholder: stakeholderId })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(issuer)
      .setIssuedAt(now)
      .setExpirationTime(now + expiresInSeconds);
    return (personId === undefined ? token : token.setSubject(personId)).sign(this.key);
  }

  async check(token: string): Promise<SignedIn> {
    const { sub: personId, stakeholder: stakeholderId, exp } = await this.claimsOf(token);
    const viewer: Viewer =
      personId === undefined ? { kind: 'system', stakeholderId } : { kind: 'person', personId, stakeholderId };
    return { viewer, expiresAt: new Date(exp * 1000) };
  }

  private async claimsOf(token: string): Promise<z.infer<typeof claims>> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: ['HS256'],
        issuer,
        audience: issuer,
        currentDate: this.clock.now(),
      });
      return claims.parse(payload);
    } catch (error) {
      throw unauthenticated(reasonOf(error));
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired.';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'The token was not signed by this server.';
  return 'The token is not one that this server gives.';
}
