import { useEffect, useRef } from 'react';
import { useIncidents } from '../overview/use-incidents';

interface Options {
  readonly reference: string;
  readonly isAbsent: boolean;
  readonly lookAgain: () => Promise<unknown>;
}

/** Looks again for an incident that cannot be shown, each time that the overview tells of it. */
export function useReturn({ reference, isAbsent, lookAgain }: Options): void {
  const { incidents } = useIncidents();
  const told = [...incidents.values()].find((one) => one.reference === reference);
  const lookedFor = useRef(told);
  useEffect(() => {
    if (!isAbsent || !told || lookedFor.current === told) return;
    lookedFor.current = told;
    void lookAgain().catch(() => undefined);
  }, [isAbsent, told, lookAgain]);
}
