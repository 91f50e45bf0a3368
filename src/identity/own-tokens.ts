import type { Viewer } from '../access/viewer';
import type { CredentialAtSignIn, CredentialReads } from './credential.reads';
import type { Revocations } from './revocations';
import { hashOf, isWhole } from './secret';
import { isCalled } from './sign-in.reads';
import { type SignedIn, type Tokens, unauthenticated } from './token';
import type { Uses } from './uses';

/** Tokens that this server gave out: of systems, and of persons whose provider is down. */
export class OwnTokens implements Tokens {
  constructor(
    private readonly credentials: CredentialReads,
    private readonly revocations: Revocations,
    private readonly uses: Uses,
  ) {}

  async check(token: string, actingFor?: string): Promise<SignedIn> {
    if (!isWhole(token)) throw unauthenticated('The token is mistyped, or a part of it is missing.');
    const hash = hashOf(token);
    const good = async () => goodOf(await this.credentials.withHash(hash));
    const found = await good();
    if (actingFor !== undefined && !isCalled(found.stakeholder, actingFor)) {
      throw unauthenticated(`This token does not act for "${actingFor.slice(0, 80)}".`);
    }
    this.uses.note(found.id);
    return {
      viewer: viewerOf(found),
      ...(found.expiresAt && { expiresAt: found.expiresAt }),
      recheck: async () => void (await good()),
      watch: (onRevoked) => this.revocations.watch(found.id, onRevoked),
    };
  }
}

function goodOf(found: CredentialAtSignIn | null): CredentialAtSignIn {
  if (!found) throw unauthenticated('The token is not one that this server gave out.');
  if (found.revokedAt) throw unauthenticated('The token was revoked.');
  if (found.expiresAt && found.expiresAt.getTime() <= Date.now()) throw unauthenticated('The token has expired.');
  const isEntitled = found.personId === null || found.membership !== null;
  if (!isEntitled || !found.stakeholder.enrolled) throw unauthenticated('You no longer act for this stakeholder.');
  return found;
}

function viewerOf({ id: credentialId, personId, stakeholderId }: CredentialAtSignIn): Viewer {
  return personId === null
    ? { kind: 'system', stakeholderId, credentialId }
    : { kind: 'person', personId, stakeholderId, credentialId };
}
