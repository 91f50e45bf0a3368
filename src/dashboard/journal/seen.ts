import { useEffect, useState } from 'react';
import { useSignedIn } from '../session/context';
import { ownKey } from '../session/own';

/** Up to which line this device has shown the journal to this viewer before it was opened now. */
export function useSeenBefore(incidentId: string, number: number | null): number {
  const { viewer } = useSignedIn();
  const key = ownKey(viewer, 'seen', incidentId);
  const [before] = useState(() => Number(localStorage.getItem(key) ?? Number.POSITIVE_INFINITY));
  useEffect(() => {
    if (number !== null) localStorage.setItem(key, String(number));
  }, [key, number]);
  return before;
}
