import { useEffect } from 'react';
import type { IncidentData } from './use-incident';

/** No timer of a browser runs longer than some 24 days; each sign of life sets it again. */
const longestMs = 86_400_000;

interface Due {
  readonly actions: IncidentData['actions'];
  /** The clock of the server, as it was told last: what is overdue is so by that one. */
  readonly asOf: Date | null;
  readonly lookAgain: () => Promise<unknown>;
}

/** Time that passes is no update: looks again when the next action falls due. */
export function useDue({ actions, asOf, lookAgain }: Due): void {
  const next = nextDue(actions);
  useEffect(() => {
    if (next === undefined || asOf === null) return;
    const left = Date.parse(next) - asOf.getTime() + 1;
    const look = () => void lookAgain().catch(() => undefined);
    const timer = setTimeout(look, Math.min(Math.max(left, 0), longestMs));
    return () => clearTimeout(timer);
  }, [next, asOf, lookAgain]);
}

function nextDue({ edges }: IncidentData['actions']): string | undefined {
  const dues = edges.flatMap(({ node: { status, overdue, due } }) =>
    due && !overdue && (status === 'PLANNED' || status === 'IN_PROGRESS') ? [due.latest] : [],
  );
  return dues.sort()[0];
}
