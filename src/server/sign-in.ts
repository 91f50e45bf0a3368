import { anonymous } from '../access/viewer';
import type { SignedIn, Tokens } from '../identity/token';
import { AppError } from '../kernel/errors';
import { isUnavailable } from '../kernel/unavailable';

/** What a request or a socket says about who it is from. */
export interface Claimed {
  /** Wherever it may be said; twice the same is once. */
  readonly authorization: readonly unknown[];
  /** The stakeholder to act for, by code or id. */
  readonly actingFor: readonly unknown[];
}

/** The longest token that is looked at. */
const maxTokenLength = 8192;

/** Reads `Bearer …`: nothing makes an anonymous viewer, anything else that is not a good token is UNAUTHENTICATED. */
export async function signIn(claimed: Claimed, tokens: Tokens | undefined): Promise<SignedIn> {
  const authorization = onlyOne(claimed.authorization, 'Expected one token, and not several.');
  const actingFor = onlyOne(claimed.actingFor, 'Expected one stakeholder to act for, and not several.');
  if (authorization === undefined) return { viewer: anonymous };
  const [, token] = (typeof authorization === 'string' && /^Bearer +([\w.~+/=-]+) *$/i.exec(authorization)) || [];
  if (token === undefined) throw new AppError('UNAUTHENTICATED', 'Expected "Bearer" and a token.');
  if (token.length > maxTokenLength) {
    throw new AppError('UNAUTHENTICATED', `The token is longer than ${maxTokenLength} characters.`);
  }
  if (!tokens) throw new AppError('UNAUTHENTICATED', 'This server accepts no tokens.');
  if (actingFor !== undefined && typeof actingFor !== 'string') {
    throw new AppError('UNAUTHENTICATED', 'Expected the code or the id of one stakeholder to act for.');
  }
  return answered(() => tokens.check(token, actingFor));
}

/** Who says two things may be believed neither: what reads the request on its way may have read the other. */
function onlyOne(claims: readonly unknown[], otherwise: string): unknown {
  const [claim, ...others] = new Set(claims.filter((one) => !isAbsent(one)));
  if (others.length > 0) throw new AppError('UNAUTHENTICATED', otherwise);
  return claim;
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
