import { createHash } from 'node:crypto';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Viewer } from '../access/viewer';
import { AppError } from '../kernel/errors';
import type { Limits } from '../kernel/limits';

const mostKnown = 10_000;

/** How often one viewer and one address may ask. Counted here, in memory: several servers each count their own. */
export class Rates {
  private readonly viewers: RateLimiterMemory | undefined;
  private readonly origins: RateLimiterMemory | undefined;
  private readonly failures: RateLimiterMemory | undefined;
  /** Tokens that were good: who fails from the same address does not lock out those who were there already. */
  private readonly known = new Set<string>();

  constructor(limits: Limits) {
    const { requestWindow, signInWindow } = limits.seconds;
    this.viewers = limiter(limits.requestsPerViewer, requestWindow);
    this.origins = limiter(limits.requestsPerAddress, requestWindow);
    this.failures = limiter(limits.failedSignIns, signInWindow);
  }

  /** One request of this address. */
  async ofOrigin(origin: string): Promise<void> {
    await spend(this.origins, origin, 'Too many requests from this address.');
  }

  /** One operation of this viewer; anonymous readers are told apart by nothing but their address. */
  async ofViewer(viewer: Viewer): Promise<void> {
    if (viewer.kind !== 'anonymous') await spend(this.viewers, keyOf(viewer), 'Too many requests of this viewer.');
  }

  /** Signs in, unless too many have failed to from this address: then only with what was good before. */
  async signingIn<Guest>(origin: string, credentials: unknown, signIn: () => Promise<Guest>): Promise<Guest> {
    if (!this.failures || !credentials) return signIn();
    const key = createHash('sha256')
      .update(typeof credentials === 'string' ? credentials : '')
      .digest('base64');
    const found = this.known.has(key) ? null : await this.failures.get(origin);
    if (found && found.consumedPoints >= this.failures.points) throw tooMany(failedHere, found);
    try {
      const guest = await signIn();
      this.keep(key);
      return guest;
    } catch (error) {
      if (error instanceof AppError && error.code === 'UNAUTHENTICATED') {
        this.known.delete(key);
        await this.failures.penalty(origin);
      }
      throw error;
    }
  }

  private keep(key: string): void {
    this.known.delete(key);
    this.known.add(key);
    const [oldest] = this.known;
    if (oldest !== undefined && this.known.size > mostKnown) this.known.delete(oldest);
  }
}

const failedHere = 'Too many have failed to sign in from this address.';

/** What tells a viewer from all others. A person is the same one by whatever token. */
export function keyOf(viewer: Viewer): string {
  return JSON.stringify(viewer.kind === 'person' ? { ...viewer, credentialId: undefined } : viewer);
}

function limiter(points: number, duration: number): RateLimiterMemory | undefined {
  return points === 0 ? undefined : new RateLimiterMemory({ points, duration });
}

async function spend(limiter: RateLimiterMemory | undefined, key: string, message: string): Promise<void> {
  try {
    await limiter?.consume(key);
  } catch (rejection) {
    throw tooMany(message, rejection as RateLimiterRes);
  }
}

function tooMany(message: string, { msBeforeNext }: RateLimiterRes): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new AppError('RATE_LIMITED', `${message} Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
}
