import { useMemo, useSyncExternalStore } from 'react';
import { Following } from '../link/following';
import { LinkState } from '../link/link-state';
import { Overview } from '../overview/overview';
import { useSignedIn } from '../session/context';
import { yearOf } from '../time/reported';
import { KnownYearContext } from '../time/use-when';
import { TopBar } from './top-bar';

export function OverviewPage() {
  const { session } = useSignedIn();
  const following = useMemo(() => new Following({ session }), [session]);
  const state = useSyncExternalStore(following.subscribe, following.snapshot);
  return (
    <>
      <TopBar>
        <LinkState state={state} />
      </TopBar>
      <KnownYearContext value={yearOf(state.asOf ?? new Date())}>
        <Overview />
      </KnownYearContext>
    </>
  );
}
