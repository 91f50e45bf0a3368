import { useCallback, useEffect, useState } from 'react';

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
      if (next === null) localStorage.removeItem(key);
      else localStorage.setItem(key, next);
      setText(next);
    },
    [key],
  );
  return [text, keep];
}
