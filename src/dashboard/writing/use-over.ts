import { type RefObject, useEffect, useRef } from 'react';
import { press } from './shortcut';

interface Rebased {
  readonly version: number;
  rebase(version: number): void;
}

/** Sends what was typed over a version that was shown: the form goes on from that one first, and is sent as it then is. */
export function useOver(form: RefObject<HTMLFormElement | null>, { version, rebase }: Rebased) {
  const over = useRef<number | null>(null);
  useEffect(() => {
    if (over.current !== version) return;
    over.current = null;
    press(form.current);
  });
  return (shown: number) => {
    over.current = shown;
    rebase(shown);
  };
}
