import { useCallback, useEffect, useState } from 'react';

/** Of this window; others hear of a change by themselves. */
const changed = 'cellule:stored';

/** A text that this device keeps, as whichever window changed it last. */
export function useStored(key: string): readonly [string | null, (next: string | null) => void] {
  const [text, setText] = useState(() => localStorage.getItem(key));
  useEffect(() => {
    const look = (event: StorageEvent) => {
      if (event.key === key || event.key === null) setText(localStorage.getItem(key));
    };
    window.addEventListener('storage', look);
    return () => window.removeEventListener('storage', look);
  }, [key]);
  const keep = useCallback(
    (next: string | null) => {
      store(key, next);
      setText(next);
    },
    [key],
  );
  return [text, keep];
}

export function store(key: string, next: string | null): void {
  if (next === null) localStorage.removeItem(key);
  else localStorage.setItem(key, next);
  window.dispatchEvent(new Event(changed));
}

/** Tells of each change of what is kept, in whichever window. */
export function whenStored(listener: () => void): () => void {
  for (const kind of [changed, 'storage']) window.addEventListener(kind, listener);
  return () => {
    for (const kind of [changed, 'storage']) window.removeEventListener(kind, listener);
  };
}
