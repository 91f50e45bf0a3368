import { useRef } from 'react';
import type { Followings } from '../link/following';
import { LinkState } from '../link/link-state';
import { useFollowing } from '../link/use-following';
import { Overview } from '../overview/overview';
import { useIncidents } from '../overview/use-incidents';
import { yearOf } from '../time/reported';
import { KnownYearContext } from '../time/use-when';
import { TopBar } from './top-bar';

export function OverviewPage() {
  const [followed, following] = useFollowing();
  const state = useAlsoOfList(followed);
  return (
    <>
      <TopBar>
        <LinkState state={state} onNoticed={following.notice} />
      </TopBar>
      <KnownYearContext value={yearOf(state.asOf ?? new Date())}>
        <Overview asOf={state.asOf} />
      </KnownYearContext>
    </>
  );
}

/** The list comes by a stream of its own: as long as that is cut, the page is no newer than it was then. */
function useAlsoOfList(state: Followings): Followings {
  const { isCurrent } = useIncidents();
  const provenAt = useRef<Date | null>(null);
  if (isCurrent) provenAt.current = state.asOf;
  if (isCurrent || state.kind !== 'current') return state;
  return { ...state, kind: provenAt.current ? 'cut' : 'connecting', asOf: provenAt.current };
}
