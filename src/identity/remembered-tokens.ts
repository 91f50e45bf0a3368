import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { registryStream } from '../access/visibility';
import type { Doorbell } from '../kernel/doorbell';
import type { SignedIn, Tokens } from './token';

const most = 10_000;
/** Who was told of no change because a ring was lost finds out after this long. */
const rememberedMs = 5000;

/**
 * Who comes with the same token again is not looked up again, unless anything was written about persons, rights or tokens
 * meanwhile. Nothing is read on the strength of this: each statement looks at the rights of its moment.
 */
export class RememberedTokens implements Tokens {
  private readonly known = new LRUCache<string, SignedIn>({ max: most, ttl: rememberedMs });
  private changes = 0;
  private readonly unlisten: () => void;

  constructor(
    private readonly tokens: Tokens,
    doorbell: Doorbell,
  ) {
    this.unlisten = doorbell.listen((ring) => {
      if (ring === 'all' || ring.has(registryStream)) this.forget();
    });
  }

  async check(token: string, actingFor?: string): Promise<SignedIn> {
    const key = hash('sha256', JSON.stringify([token, actingFor]), 'base64');
    const known = this.known.get(key);
    if (known && !isOver(known)) return known;
    const { changes } = this;
    const signedIn = await this.tokens.check(token, actingFor);
    if (changes === this.changes) this.known.set(key, signedIn);
    return signedIn;
  }

  stop(): void {
    this.unlisten();
  }

  private forget(): void {
    this.changes += 1;
    this.known.clear();
  }
}

function isOver({ expiresAt }: SignedIn): boolean {
  return expiresAt !== undefined && expiresAt.getTime() <= Date.now();
}
