import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Signed with a private key that only the issuer has: never `none`, and no secret that is shared. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'] as const;

const claim = z.string().min(1).max(200);

/** How the dashboard has people sign in at an issuer: as a public client of it, with PKCE. */
const signIn = z.strictObject({
  clientId: claim,
  /** What the button calls it; absent: its host. */
  name: claim.optional(),
  /** `openid` among them; `offline_access` where an issuer renews tokens only for that. */
  scope: z
    .string()
    .max(200)
    .refine((text) => text.split(' ').includes('openid'), 'expected scopes with blanks between, openid among them')
    .default('openid'),
  /** The resource indicator (RFC 8707) of this API, for issuers that take one. */
  resource: z.url().max(200).optional(),
  /** What else the issuer wants to hear when somebody is sent to it, such as `acr_values`. */
  parameters: z.record(claim, claim).default({}),
});

const issuer = z.strictObject({
  /** As the issuer's tokens and its discovery document spell it, to the letter. */
  issuer: z
    .string()
    .refine(isAddress, 'expected an https:// address (http:// on this machine only), as the issuer spells it'),
  /** What its tokens must be meant for: one of these. */
  audience: z.union([claim.transform((one) => [one]), z.array(claim).min(1)]),
  algorithms: z.array(z.enum(algorithms)).min(1).default(['RS256', 'PS256', 'ES256']),
  /** By how much the clocks may differ. */
  leewaySeconds: z.number().min(0).max(60).default(5),
  /** The `typ` of its access tokens; `JWT` for issuers that do not follow RFC 9068. */
  tokenTypes: z
    .array(z.enum(['at+jwt', 'JWT']))
    .min(1)
    .default(['at+jwt']),
  claims: z
    .strictObject({
      subject: claim.default('sub'),
      /** Taken together, with blanks between. */
      name: z.array(claim).min(1).default(['name']),
      email: claim.default('email'),
      organisation: claim.default('siret'),
    })
    .prefault({}),
  /** Absent: nobody signs in to the dashboard by it. */
  signIn: signIn.optional(),
  /** Whether a person who was prepared by e-mail is bound by what this issuer says about e-mail addresses. */
  trustsEmail: z.enum(['NEVER', 'WHEN_VERIFIED', 'ALWAYS']).default('NEVER'),
});

/** An OpenID Connect issuer whose access tokens are accepted. */
export type OidcIssuer = z.infer<typeof issuer>;

const issuers = z
  .array(issuer)
  .min(1)
  .refine((all) => new Set(all.map((one) => one.issuer)).size === all.length, 'expected each issuer once');

type Reading =
  | { readonly issuers: OidcIssuer[] }
  | { readonly issuers?: undefined; readonly faults: readonly string[] };

/** OIDC_ISSUERS: a JSON array, or the path of a file that holds one. */
export function oidcIssuersOf(text: string): Reading {
  const given = jsonOf(text.trim());
  if (given === undefined) return { faults: ['expected a JSON array, or the path of a file that holds one'] };
  const { data, error } = issuers.safeParse(given);
  if (data) return { issuers: data };
  return { faults: error.issues.map(({ path, message }) => [...path, message].join(': ')) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('[') ? text : readFileSync(text, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keys that come over a line which others can write to are nobody's. */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, hash, username } = new URL(text);
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && hash === '' && username === '';
}
