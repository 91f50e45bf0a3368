import type { Viewer } from '../access/viewer';
import { AppError } from '../kernel/errors';

/** Who came, by a token that was good when they came. */
export interface SignedIn {
  readonly viewer: Viewer;
  /** Absent for a token that is good until it is revoked. */
  readonly expiresAt?: Date;
  /** Looks again, for who stays: UNAUTHENTICATED once the rights behind the token have ended. */
  readonly recheck?: () => Promise<void>;
  /** Tells once that the token was revoked; the answer stops listening. */
  readonly watch?: (onRevoked: () => void) => () => void;
}

/** What says whose a bearer token is; UNAUTHENTICATED for one that is not good. */
export interface Tokens {
  /** `actingFor`: the code or id of the stakeholder that the bearer says to act for. */
  check(token: string, actingFor?: string): Promise<SignedIn>;
}

export function unauthenticated(message: string, details: AppError['details'] = {}): AppError {
  return new AppError('UNAUTHENTICATED', message, details);
}
