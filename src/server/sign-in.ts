import { anonymous } from '../access/viewer';
import type { SignedIn, Tokens } from '../identity/token';
import { AppError } from '../kernel/errors';
import { isUnavailable } from '../kernel/unavailable';

/** What a request or a socket says about who it is from. */
export interface Claimed {
  readonly authorization: unknown;
  /** The stakeholder to act for, by code or id. */
  readonly actingFor?: unknown;
}

/** Reads `Bearer …`: nothing makes an anonymous viewer, anything else that is not a good token is UNAUTHENTICATED. */
export async function signIn({ authorization, actingFor }: Claimed, tokens: Tokens | undefined): Promise<SignedIn> {
  if (isAbsent(authorization)) return { viewer: anonymous };
  if (typeof authorization !== 'string') throw new AppError('UNAUTHENTICATED', 'Expected "Bearer" and a token.');
  const [, token] = /^Bearer +([\w.~+/=-]{1,8192}) *$/i.exec(authorization) ?? [];
  if (token === undefined) throw new AppError('UNAUTHENTICATED', 'Expected "Bearer" and a token.');
  if (!tokens) throw new AppError('UNAUTHENTICATED', 'This server accepts no tokens.');
  if (!isAbsent(actingFor) && typeof actingFor !== 'string') {
    throw new AppError('UNAUTHENTICATED', 'Expected the code or the id of one stakeholder to act for.');
  }
  return answered(() => tokens.check(token, isAbsent(actingFor) ? undefined : actingFor));
}

/** Looks again who somebody is who stays; answers with the reason if they are nobody here any more. */
export async function recheck({ recheck: again }: SignedIn): Promise<AppError | undefined> {
  try {
    await answered(async () => again?.());
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

async function answered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError || !isUnavailable(error)) throw error;
    throw new AppError('UNAVAILABLE', 'Who you are cannot be looked up just now: try again shortly.');
  }
}

function isAbsent(value: unknown): value is undefined | null | '' {
  return value === undefined || value === null || value === '';
}
