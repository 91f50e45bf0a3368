const KEY = 'cellule:dashboard';

/** Who looks, in this browser tab: two windows may be two parties. */
export interface Session {
  readonly token: string;
  /** The code of the stakeholder to act for, of who may act for several. */
  readonly actingFor?: string;
}

/** Reads a link's fragment, or else what this tab kept. The token leaves the address bar at once. */
export function openSession(): Session | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const token = fragment.get('token');
  if (token) {
    sessionStorage.clear();
    keepSession({ token });
    const reference = fragment.get('reference');
    history.replaceState(null, '', reference ? `#/incidents/${reference}` : '#/');
  }
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? undefined : (JSON.parse(kept) as Session);
}

export function keepSession(session: Session): void {
  sessionStorage.setItem(KEY, JSON.stringify(session));
}

export function forgetSession(): void {
  sessionStorage.clear();
}

export function headersOf({ token, actingFor }: Session): Record<string, string> {
  return { authorization: `Bearer ${token}`, ...(actingFor !== undefined && { 'acting-for': actingFor }) };
}

/** Beside the page, whatever comes before both. */
export const apiUrl = new URL('graphql', document.baseURI).href;
