import { forget, kept } from './kept';
import { type WaysIn, waysIn } from './places';
import { Session } from './session';

/** Who looks when the page opens; or that signing in somewhere came to nothing. */
export interface Opening {
  readonly session?: Session;
  /** A code that a link brought, for who opened it to enter with, or not. */
  readonly brought?: string;
  readonly failed?: boolean;
}

/** Reads a link's fragment, an issuer's answer, or else what this tab kept. No token stays in the address bar. */
export async function opening(): Promise<Opening> {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const token = fragment.get('token');
  if (token) {
    const reference = fragment.get('reference');
    history.replaceState(null, '', reference ? `#/incidents/${reference}` : '#/');
    if (!(await isEntrance(token))) return { brought: token };
    forget();
    return { session: new Session({ token }) };
  }
  const isBack = new URLSearchParams(location.search).has('state');
  if (isBack) return fromIssuer();
  return asKept() ?? {};
}

/** Anybody can write a link, and whoever follows it would act as somebody else and not know: only a demo's are taken at once. */
async function isEntrance(token: string): Promise<boolean> {
  const { entrances = [] } = await waysIn().catch((): WaysIn => ({ issuers: [] }));
  return entrances.some(({ fragment }) => new URLSearchParams(fragment).get('token') === token);
}

function asKept(): Opening | undefined {
  const known = kept();
  return known && { session: new Session(known) };
}

async function fromIssuer(): Promise<Opening> {
  const { comeBack } = await import('./issuer');
  try {
    return { session: new Session(await comeBack()) };
  } catch {
    // Whoever leaves to sign in is nobody here: who is somebody came by a link.
    return asKept() ?? { failed: true };
  }
}
