import { anonymous, type Viewer } from '../access/viewer';
import type { Tokens } from '../identity/token';
import { AppError } from '../kernel/errors';

export interface Guest {
  readonly viewer: Viewer;
  /** Absent for who came without a token. */
  readonly expiresAt?: Date;
}

/** Reads `Bearer …`: nothing makes an anonymous viewer, anything else that is not a good token is UNAUTHENTICATED. */
export async function signIn(authorization: unknown, tokens: Tokens | undefined): Promise<Guest> {
  if (authorization === undefined || authorization === null || authorization === '') return { viewer: anonymous };
  if (typeof authorization !== 'string') throw new AppError('UNAUTHENTICATED', 'Expected "Bearer" and a token.');
  const [, token] = /^Bearer +([\w.~+/=-]{1,4096}) *$/i.exec(authorization) ?? [];
  if (token === undefined) throw new AppError('UNAUTHENTICATED', 'Expected "Bearer" and a token.');
  if (!tokens)
    throw new AppError('UNAUTHENTICATED', 'This server accepts no tokens: it was started without TOKEN_KEY.');
  return tokens.check(token);
}
