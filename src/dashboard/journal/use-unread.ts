import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { MarkReadDocument, ReadToDocument, type UnreadPartsFragment } from '../api/generated';
import type { Followings } from '../link/following';
import { useSignedIn } from '../session/context';
import { useSeenBefore } from './seen';
import { firstUnread, unreadOf } from './unread-count';

/** How often it is asked again what colleagues have read: nothing tells of that. */
const askedAgainMs = 30_000;

/** Where what is unread begins. */
export interface Beginning {
  readonly number: number;
  /** The viewer has read none of this journal yet. */
  readonly isOfAll: boolean;
}

export interface Marks {
  /** Null to who has no marks: a system. */
  readonly unread: UnreadPartsFragment | null;
  /** Undefined where nothing is unread. */
  readonly beginning: Beginning | undefined;
  /** Marks what is shown now as read; undefined where there is nothing to be marked. */
  readonly markRead: (() => Promise<void>) | undefined;
}

/** What of the journal is unread, and from where on. */
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
  const isBegun = number !== null;
  // The journal is read from its beginning, and its marks may be others by now.
  useEffect(() => {
    if (isBegun) void refetch().catch(() => undefined);
  }, [isBegun, refetch]);
  const last = lines.at(-1);
  const markRead = async () => {
    if (!last) return;
    const positions = [{ incidentId, number: last.number, chainHash: last.chainHash }];
    await apollo.mutate({ mutation: MarkReadDocument, variables: { input: { positions } } });
  };
  const isMarkable = unread !== null && last !== undefined && unread.readToByMe < last.number;
  const readTo = marks?.readToByMe ?? onDevice;
  const first = useMemo(() => isThere && firstUnread(lines, readTo, viewer), [lines, readTo, viewer, isThere]);
  return {
    unread,
    beginning: first ? { number: first.number, isOfAll: readTo === 0 } : undefined,
    markRead: isMarkable ? markRead : undefined,
  };
}
