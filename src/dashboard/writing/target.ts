import { useCallback, useMemo } from 'react';
import { useSignedIn } from '../session/context';
import { ownKey } from '../session/own';
import { useStored } from './stored';

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
  const [kept, store] = useStored(key);
  const target = useMemo(() => (kept === null ? null : (JSON.parse(kept) as Target)), [kept]);
  const aim = useCallback((next: Target | null) => store(next && JSON.stringify(next)), [store]);
  /** Unless another was aimed at meanwhile. */
  const release = useCallback(
    (sent: Target | null) => {
      if (localStorage.getItem(key) === (sent && JSON.stringify(sent))) aim(null);
    },
    [key, aim],
  );
  return useMemo(() => ({ target, aim, release }), [target, aim, release]);
}
