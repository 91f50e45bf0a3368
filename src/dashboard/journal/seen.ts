import { useEffect, useState } from 'react';

/** Up to which line this device has shown the journal before it was opened now. */
export function useSeenBefore(incidentId: string, number: number | null): number {
  const key = `cellule:seen:${incidentId}`;
  const [before] = useState(() => Number(localStorage.getItem(key) ?? Number.POSITIVE_INFINITY));
  useEffect(() => {
    if (number !== null) localStorage.setItem(key, String(number));
  }, [key, number]);
  return before;
}
