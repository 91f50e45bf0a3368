import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import { MarkReadDocument, ReadToDocument, type UnreadPartsFragment } from '../api/generated';
import type { Followings } from '../link/following';
import { useSignedIn } from '../session/context';
import { useSeenBefore } from './seen';
import { unreadOf } from './unread-count';

/** How often it is asked again what colleagues have read: nothing tells of that. */
const askedAgainMs = 30_000;

interface Marks {
  /** Null to who has no marks: a system. */
  readonly unread: UnreadPartsFragment | null;
  /** What comes after this line is new to the viewer. */
  readonly seenBefore: number;
  /** Marks what is shown now as read; undefined where there is nothing to be marked. */
  readonly markRead: (() => Promise<void>) | undefined;
}

/** What of the journal is unread, and from where on it was when it was opened. */
export function useUnread(incidentId: string, followings: Followings): Marks {
  const { lines, number, asOf } = followings;
  const apollo = useApolloClient();
  const { viewer } = useSignedIn();
  const { data, refetch } = useQuery(ReadToDocument, {
    ...{ variables: { id: incidentId }, pollInterval: askedAgainMs },
  });
  const marks = data?.incident?.unread ?? null;
  // Of what has not come yet nothing can be said.
  const isThere = asOf !== null;
  const unread = useMemo(
    () => (marks && isThere ? unreadOf(lines, marks, viewer) : null),
    [lines, marks, viewer, isThere],
  );
  const onDevice = useSeenBefore(incidentId, followings);
  const [atOpening, setAtOpening] = useState<number | null>(null);
  const isBegun = number !== null;
  useEffect(() => {
    // The journal is read from its beginning, and its marks may be others by now.
    if (!isBegun) return setAtOpening(null);
    refetch().then(
      ({ data: now }) => setAtOpening((was) => was ?? now?.incident?.unread?.readToByMe ?? null),
      () => undefined,
    );
  }, [isBegun, refetch]);
  const last = lines.at(-1);
  const markRead = async () => {
    if (!last) return;
    const positions = [{ incidentId, number: last.number, chainHash: last.chainHash }];
    await apollo.mutate({ mutation: MarkReadDocument, variables: { input: { positions } } });
    setAtOpening(last.number);
  };
  const isMarkable = unread !== null && last !== undefined && unread.readToByMe < last.number;
  return { unread, seenBefore: atOpening ?? onDevice, markRead: isMarkable ? markRead : undefined };
}
