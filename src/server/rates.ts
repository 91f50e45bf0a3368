import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Viewer } from '../access/viewer';
import { AppError } from '../kernel/errors';
import type { Limits } from '../kernel/limits';

/** How often one viewer and one address may ask. Counted here, in memory: several servers each count their own. */
export class Rates {
  private readonly viewers: RateLimiterMemory | undefined;
  private readonly origins: RateLimiterMemory | undefined;
  private readonly failures: RateLimiterMemory | undefined;

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
    if (!this.viewers || viewer.kind === 'anonymous') return;
    await spend(this.viewers, keyOf(viewer), 'Too many requests of this viewer.');
  }

  /** Signs in. Who fails where too many have is told to wait; a good token is good all the same, and locked out by nobody. */
  async signingIn<Guest>(origin: string, signIn: () => Promise<Guest>): Promise<Guest> {
    try {
      return await signIn();
    } catch (error) {
      if (!this.failures || !(error instanceof AppError) || error.code !== 'UNAUTHENTICATED') throw error;
      const failed = await this.failures.penalty(origin);
      throw failed.consumedPoints > this.failures.points ? tooMany(failedHere, failed) : error;
    }
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
