import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentPage } from '../incident/incident-page';
import { Following } from '../link/following';
import { LinkState } from '../link/link-state';
import { Overview } from '../overview/overview';
import { useRoute } from '../route/route';
import { useSignedIn } from '../session/context';
import { TopBar } from './top-bar';

export function Shell() {
  const { t } = useTranslation();
  const route = useRoute();
  return (
    <>
      <button type="button" className="hidden skip" onClick={toContent}>
        {t('app.skip')}
      </button>
      {route.page === 'overview' ? (
        <OverviewPage />
      ) : (
        <IncidentPage key={route.reference} reference={route.reference} />
      )}
    </>
  );
}

function OverviewPage() {
  const { session } = useSignedIn();
  const following = useMemo(() => new Following({ session }), [session]);
  const state = useSyncExternalStore(following.subscribe, following.snapshot);
  return (
    <>
      <TopBar>
        <LinkState state={state} />
      </TopBar>
      <Overview />
    </>
  );
}

/** The address is the place in the dashboard, and not in the page. */
function toContent(): void {
  document.getElementById('content')?.focus();
}
