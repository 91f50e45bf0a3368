import { useCallback, useMemo, useState } from 'react';
import { useSignedIn } from '../session/context';
import { ownKey } from '../session/own';

/** What an entry is written in answer to. */
export interface Target {
  readonly kind: 'reply' | 'correction';
  readonly entryId: string;
  readonly number: number;
}

/** Kept like the words: an answer that outlives a reload is still an answer. */
export function useTarget(incidentId: string) {
  const { viewer } = useSignedIn();
  const key = ownKey(viewer, 'draft', `target:${incidentId}`);
  const [kept, setKept] = useState(() => localStorage.getItem(key));
  const target = useMemo(() => (kept === null ? null : (JSON.parse(kept) as Target)), [kept]);
  const aim = useCallback(
    (next: Target | null) => {
      const text = next && JSON.stringify(next);
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
      setKept(text);
    },
    [key],
  );
  /** Unless another was aimed at meanwhile. */
  const release = useCallback(
    (sent: Target | null) => {
      if (localStorage.getItem(key) === (sent && JSON.stringify(sent))) aim(null);
    },
    [key, aim],
  );
  return useMemo(() => ({ target, aim, release }), [target, aim, release]);
}
