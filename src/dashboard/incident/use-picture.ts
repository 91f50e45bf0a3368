import { useEffect, useRef } from 'react';
import type { Followings, JournalLine } from '../link/following';

/** Together what comes within so many milliseconds: one more look for a burst of entries. */
const gatheredMs = 150;

/** Looks again at what is shown of an incident when a line came that may have changed it: most are words alone. */
export function usePicture({ lines, number, kind }: Followings, lookAgain: () => Promise<unknown>): void {
  const seen = useRef(0);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isWithdrawn = kind === 'withdrawn';
  useEffect(() => {
    // What is held is of another journal, that is read from its beginning.
    if (number === null || number < seen.current) seen.current = 0;
    const from = seen.current;
    seen.current = number ?? 0;
    if (!isWithdrawn && !changesPicture(lines, from)) return;
    due.current ??= setTimeout(() => {
      due.current = undefined;
      void lookAgain().catch(() => undefined);
    }, gatheredMs);
  }, [lines, number, isWithdrawn, lookAgain]);
  useEffect(() => () => clearTimeout(due.current), []);
}

function changesPicture(lines: readonly JournalLine[], from: number): boolean {
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] as JournalLine;
    if (line.number <= from) return false;
    // What a sealed line did may be in sight.
    if (line.__typename === 'SealedEntry' || line.kind !== 'NOTE' || line.category === 'SITUATION') return true;
  }
  return false;
}
