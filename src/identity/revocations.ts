import { registryStream } from '../access/visibility';
import type { Doorbell } from '../kernel/doorbell';
import type { CredentialReads } from './credential.reads';

const retryMs = 1000;

/** Tells those who stay that their credential was revoked: every revocation is an entry of the registry, and rings. */
export class Revocations {
  private readonly watchers = new Map<string, Set<() => void>>();
  private isStale = false;
  private looking: Promise<void> | undefined;
  private retrying: NodeJS.Timeout | undefined;
  private readonly unlisten: () => void;

  constructor(
    private readonly credentials: CredentialReads,
    doorbell: Doorbell,
  ) {
    this.unlisten = doorbell.listen((ring) => {
      if (ring === 'all' || ring.has(registryStream)) this.look();
    });
  }

  stop(): void {
    this.unlisten();
    clearTimeout(this.retrying);
  }

  /** Looks at once, too: it may have been revoked between signing in and now. */
  watch(credentialId: string, onRevoked: () => void): () => void {
    const watchers = this.watchers.get(credentialId) ?? new Set();
    this.watchers.set(credentialId, watchers.add(onRevoked));
    this.look();
    return () => {
      watchers.delete(onRevoked);
      if (watchers.size === 0) this.watchers.delete(credentialId);
    };
  }

  private look(): void {
    if (this.watchers.size === 0) return;
    this.isStale = true;
    this.looking ??= this.lookWhileStale().finally(() => {
      this.looking = undefined;
    });
  }

  private async lookWhileStale(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      const ids = [...this.watchers.keys()];
      try {
        const good = await this.credentials.goodAmong(ids);
        for (const id of ids) if (!good.has(id)) for (const tell of this.watchers.get(id) ?? []) tell();
      } catch {
        // Nothing is delivered either while the database cannot be asked, and nothing rings when it can be again.
        clearTimeout(this.retrying);
        this.retrying = setTimeout(() => this.look(), retryMs).unref();
      }
    }
  }
}
