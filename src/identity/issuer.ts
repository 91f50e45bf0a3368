import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { OidcIssuer } from '../kernel/oidc-config';
import type { IssuerKeys } from './issuer-keys';
import { unauthenticated } from './token';

/** Whom an issuer vouches for. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  /** Only if the issuer is trusted for it. */
  readonly email: string | null;
  /** What its organisations are known by, such as their SIRET. */
  readonly organisations: readonly string[];
}

export interface Vouched {
  readonly identity: Identity;
  readonly expiresAt: Date;
}

/** One issuer of access tokens: what it signed is checked, and read as its configuration says. */
export class Issuer {
  constructor(
    private readonly settings: OidcIssuer,
    private readonly keys: IssuerKeys,
  ) {}

  async verify(token: string): Promise<Vouched> {
    const { issuer, audience, algorithms, leewaySeconds } = this.settings;
    try {
      this.requireType(typeOf(token));
      const { payload } = await jwtVerify(token, this.keys.resolve, {
        issuer,
        audience,
        algorithms,
        clockTolerance: leewaySeconds,
        requiredClaims: ['exp'],
      });
      refuseOtherUses(payload);
      return { identity: this.identityOf(payload), expiresAt: expiryOf(payload, leewaySeconds) };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw unauthenticated(reasonOf(error));
    }
  }

  /** RFC 9068 says `at+jwt`, with or without `application/`; who says nothing says `JWT`. */
  private requireType(typ = 'JWT'): void {
    const type = typ.replace(/^application\//i, '').toLowerCase();
    if (this.settings.tokenTypes.some((one) => one.toLowerCase() === type)) return;
    throw unauthenticated(
      `This token is not an access token: expected the type ${this.settings.tokenTypes.join(' or ')}.`,
    );
  }

  private identityOf(payload: JWTPayload): Identity {
    const { issuer, claims, trustsEmail } = this.settings;
    const [subject] = exactly(payload, claims.subject);
    if (subject === undefined) throw unauthenticated(`The token lacks a usable claim "${claims.subject}".`);
    const isTrusted =
      trustsEmail === 'ALWAYS' || (trustsEmail === 'WHEN_VERIFIED' && payload['email_verified'] === true);
    const [email] = exactly(payload, claims.email);
    const name = claims.name.flatMap((claim) => textsOf(payload, claim).slice(0, 1)).join(' ');
    return {
      issuer,
      subject,
      name: (name || subject).slice(0, 200),
      email: isTrusted && email !== undefined ? email.toLowerCase() : null,
      organisations: textsOf(payload, claims.organisation),
    };
  }
}

/** Three parts in base64url without padding: what can be written in several ways is refused, and so is what has no header. */
const compact = /^[\w-]+\.[\w-]+\.[\w-]*$/;

function typeOf(token: string): string | undefined {
  const typ: unknown = compact.test(token) ? headerOf(token).typ : null;
  if (typ === undefined || typeof typ === 'string') return typ;
  throw unauthenticated('The token cannot be read.');
}

function headerOf(token: string): { typ?: unknown } {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return { typ: null };
  }
}

/** An hour that no calendar has is none: such a token would not end. */
function expiryOf({ exp }: JWTPayload, leewaySeconds: number): Date {
  const expiresAt = new Date((Number(exp) + leewaySeconds) * 1000);
  if (Number.isNaN(expiresAt.getTime())) throw unauthenticated('The token has a claim "exp" that is not accepted.');
  return expiresAt;
}

/** The texts under a claim, without what no text may hold. */
function textsOf(payload: JWTPayload, claim: string): string[] {
  return valuesOf(payload, claim)
    .map(cleaned)
    .filter((one) => one !== '' && one.length <= 255);
}

/** Those that need no cleaning: what tells one from another must not be made the same. */
function exactly(payload: JWTPayload, claim: string): string[] {
  const values = valuesOf(payload, claim);
  return textsOf(payload, claim).filter((one) => values.includes(one));
}

/** A dot leads into an object. */
function valuesOf(payload: JWTPayload, claim: string): string[] {
  const whole = payload[claim];
  const value = whole === undefined ? claim.split('.').reduce<unknown>(inside, payload) : whole;
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}

function cleaned(text: string): string {
  return text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
}

function inside(object: unknown, key: string): unknown {
  return typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[key] : undefined;
}

/** An ID token says who signed in somewhere, and opens nothing; so do tokens of log-out. Issuers mark them in several ways. */
function refuseOtherUses({ typ, token_use, events, ...claims }: JWTPayload): void {
  const isNamedOtherwise =
    (typ !== undefined && typ !== 'Bearer') || (token_use !== undefined && token_use !== 'access');
  const isOfSignIn = typ !== 'Bearer' && ['nonce', 'at_hash', 'c_hash', 's_hash'].some((claim) => claim in claims);
  if (isNamedOtherwise || isOfSignIn || events !== undefined) {
    throw unauthenticated('This token is not an access token: it says who signed in, and opens nothing.');
  }
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired.';
  if (error instanceof errors.JWTClaimValidationFailed) return claimReason(error);
  if (error instanceof errors.JOSEAlgNotAllowed)
    return 'The token is signed in a way that is not accepted from its issuer.';
  if (error instanceof errors.JWKSNoMatchingKey) return 'The token was not signed with a key of its issuer.';
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return 'The token was not signed with a key of its issuer.';
  return 'The token cannot be read.';
}

function claimReason({ claim, reason }: errors.JWTClaimValidationFailed): string {
  if (reason === 'missing') return `The token lacks a usable claim "${claim}".`;
  if (claim === 'aud') return 'The token is meant for another service than this one (aud).';
  if (claim === 'nbf') return 'The token is not good yet (nbf).';
  return `The token has a claim "${claim}" that is not accepted.`;
}
