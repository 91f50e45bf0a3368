import { useEffect } from 'react';

/** No timer of a browser runs longer than some 24 days; each sign of life sets it again. */
const longestMs = 86_400_000;

interface Due {
  /** When the next action falls due, of those that are shown. */
  readonly next: string | undefined;
  /** The clock of the server, as it was told last: what is overdue is so by that one. */
  readonly asOf: Date | null;
  readonly lookAgain: () => Promise<unknown>;
}

/** Time that passes is no update: looks again when the next action falls due. */
export function useDue({ next, asOf, lookAgain }: Due): void {
  useEffect(() => {
    if (next === undefined || asOf === null) return;
    const left = Date.parse(next) - asOf.getTime() + 1;
    const look = () => void lookAgain().catch(() => undefined);
    const timer = setTimeout(look, Math.min(Math.max(left, 0), longestMs));
    return () => clearTimeout(timer);
  }, [next, asOf, lookAgain]);
}

/** The first of some hours that the server told. */
export function firstOf(hours: Iterable<string | null | undefined>): string | undefined {
  return [...hours].filter((hour) => hour != null).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
