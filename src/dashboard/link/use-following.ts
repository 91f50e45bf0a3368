import { useMemo, useSyncExternalStore } from 'react';
import { useSignedIn } from '../session/context';
import { Following, type Followings } from './following';

/** Follows one incident, or all of them, as long as it is shown. */
export function useFollowing(incidentId?: string): readonly [Followings, Following] {
  const { session, viewer } = useSignedIn();
  const following = useMemo(
    () => new Following({ session, viewer, ...(incidentId !== undefined && { incidentId }) }),
    [session, viewer, incidentId],
  );
  return [useSyncExternalStore(following.subscribe, following.snapshot), following];
}
