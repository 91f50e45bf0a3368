const PARAMETERS = ['token', 'incident', 'reference', 'party'] as const;
const KEY = 'cellule:session';

/** What the link that was opened said, all optional: GraphiQL also opens without a link. */
export type Session = Partial<Record<(typeof PARAMETERS)[number], string>>;

/**
 * Reads the link's fragment, or else what this browser tab kept of the last one.
 * A link starts afresh: the tabs and history of another party must not show under this one's name.
 */
export function openSession(): Session {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const given = PARAMETERS.filter((name) => fragment.has(name));
  if (given.length > 0) {
    sessionStorage.clear();
    sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(given.map((name) => [name, fragment.get(name)]))));
    // The token leaves the address bar, so that it is in no screenshot and no bookmark.
    history.replaceState(null, '', location.pathname + location.search);
  }
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Session;
}

/** A second link opened in the same browser tab changes the fragment only, which loads nothing by itself. */
export function followLinks(): void {
  window.addEventListener('hashchange', () => location.reload());
}

export function sessionHeaders({ token }: Session): Record<string, string> | undefined {
  return token === undefined ? undefined : { Authorization: `Bearer ${token}` };
}
