import { decodeJwt, errors } from 'jose';
import type { UnitOfWork } from '../journal/unit-of-work';
import { AppError } from '../kernel/errors';
import type { Identity, Issuer } from './issuer';
import { welcome } from './sign-in.commands';
import { type Acting, isCalled, type SignInReads } from './sign-in.reads';
import { type SignedIn, type Tokens, unauthenticated } from './token';

/** Access tokens of OpenID Connect issuers: they say who somebody is; for whom they act, and what they may do, is ours. */
export class AccessTokens implements Tokens {
  constructor(
    private readonly issuers: ReadonlyMap<string, Issuer>,
    private readonly reads: SignInReads,
    private readonly work: UnitOfWork,
  ) {}

  async check(token: string, actingFor?: string): Promise<SignedIn> {
    const { identity, expiresAt } = await this.issuerOf(token).verify(token);
    const { personId, stakeholderId } = chosen(await this.memberships(identity), actingFor);
    const recheck = async () => {
      const still = await this.reads.actingFor(identity.issuer, identity.subject);
      if (!still.some((one) => one.stakeholderId === stakeholderId))
        throw unauthenticated('You no longer act for this stakeholder.');
    };
    return { viewer: { kind: 'person', personId, stakeholderId }, expiresAt, recheck };
  }

  knows(issuer: string | undefined): boolean {
    return issuer !== undefined && this.issuers.has(issuer);
  }

  /** Nothing of a token is believed here: it only says whose keys to check it with. */
  private issuerOf(token: string): Issuer {
    const issuer = this.issuers.get(issuerNamed(token) ?? '');
    if (!issuer) throw unauthenticated('The token is not of an issuer that this server knows.');
    return issuer;
  }

  private async memberships(identity: Identity): Promise<readonly Acting[]> {
    const { issuer, subject } = identity;
    const known = await this.reads.actingFor(issuer, subject);
    if (known.length > 0) return known;
    if (!(await this.reads.isKnown(issuer, subject))) await this.firstSignIn(identity);
    return this.reads.actingFor(issuer, subject);
  }

  private async firstSignIn(identity: Identity): Promise<void> {
    try {
      const request = { mutation: 'signIn', input: {} };
      await this.work.run({ kind: 'platform' }, request, (atWork) => welcome(atWork, identity));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
    }
  }
}

export function issuerNamed(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch (error) {
    if (error instanceof errors.JWTInvalid) return undefined;
    throw error;
  }
}

function chosen(memberships: readonly Acting[], actingFor: string | undefined): Acting {
  if (memberships.length === 0) throw unauthenticated('You act for nobody here: ask an administrator for rights.');
  const asked =
    actingFor === undefined ? memberships : memberships.filter(({ stakeholder }) => isCalled(stakeholder, actingFor));
  const [only, ...others] = asked;
  if (only === undefined) throw unauthenticated(`You do not act for "${actingFor?.slice(0, 80)}".`);
  if (others.length === 0) return only;
  const codes = asked.map(({ stakeholder }) => stakeholder.code).join(', ');
  throw unauthenticated(
    `You act for ${codes}: say for which, in the header acting-for, or as actingFor in connection_init.`,
    { choices: asked.map(({ stakeholder: { code, name } }) => ({ code, name })) },
  );
}
