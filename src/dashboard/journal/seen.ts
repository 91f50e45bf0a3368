import { useEffect, useState } from 'react';
import type { Followings } from '../link/following';
import { useSignedIn } from '../session/context';
import { ownKey } from '../session/own';

/** Up to which line this device has shown the journal to this viewer before it was opened now. */
export function useSeenBefore(incidentId: string, { kind, number }: Followings): number {
  const { viewer } = useSignedIn();
  const key = ownKey(viewer, 'seen', incidentId);
  const [before, setBefore] = useState(() => Number(localStorage.getItem(key) ?? Number.POSITIVE_INFINITY));
  const isWhole = kind === 'current' && number !== null;
  // It was restored: what is beyond its end was seen of another.
  if (isWhole && number < before && Number.isFinite(before)) setBefore(number);
  useEffect(() => {
    if (isWhole) localStorage.setItem(key, String(number));
  }, [key, isWhole, number]);
  return before;
}
