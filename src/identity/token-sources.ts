import { type AccessTokens, issuerNamed } from './access-tokens';
import type { OwnTokens } from './own-tokens';
import { isOurs } from './secret';
import type { SignInReads } from './sign-in.reads';
import { type SignedIn, type Tokens, unauthenticated } from './token';

export interface Sources {
  readonly issued: AccessTokens;
  readonly own: OwnTokens;
  /** Under a key of whoever started the server: the demo, and tests. */
  readonly keyed: Tokens | undefined;
}

/** All that says whose a token is: what a token looks like tells which one to ask. */
export class TokenSources implements Tokens {
  constructor(
    private readonly sources: Sources,
    private readonly reads: SignInReads,
  ) {}

  async check(token: string, actingFor?: string): Promise<SignedIn> {
    const { issued, own, keyed } = this.sources;
    if (isOurs(token)) return own.check(token, actingFor);
    if (!keyed || issued.knows(issuerNamed(token))) return issued.check(token, actingFor);
    return this.entitled(await this.forOne(await keyed.check(token), actingFor));
  }

  /** Such a token says nothing of rights, and outlives them. */
  private async entitled(signedIn: SignedIn): Promise<SignedIn> {
    const recheck = async () => {
      if (await this.reads.isEntitled(signedIn.viewer)) return;
      throw unauthenticated('You no longer act for this stakeholder.');
    };
    await recheck();
    return { ...signedIn, recheck };
  }

  /** A token that is good for one stakeholder is not good for another, whatever its bearer says. */
  private async forOne(signedIn: SignedIn, actingFor: string | undefined): Promise<SignedIn> {
    const { viewer } = signedIn;
    if (actingFor === undefined || !('stakeholderId' in viewer)) return signedIn;
    if (await this.reads.isCalled(viewer.stakeholderId, actingFor)) return signedIn;
    throw unauthenticated(`This token does not act for "${actingFor.slice(0, 80)}".`);
  }
}
