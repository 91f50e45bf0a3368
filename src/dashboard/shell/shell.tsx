import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentPage } from '../incident/incident-page';
import { Following } from '../link/following';
import { LinkState } from '../link/link-state';
import { Overview } from '../overview/overview';
import { type Route, useRoute } from '../route/route';
import { useSignedIn } from '../session/context';
import { SheetPage } from '../sheet/sheet-page';
import { TopBar } from './top-bar';

export function Shell() {
  const { t } = useTranslation();
  const route = useRoute();
  return (
    <>
      <button type="button" className="hidden skip" onClick={toContent}>
        {t('app.skip')}
      </button>
      <Page {...route} />
    </>
  );
}

function Page(route: Route) {
  switch (route.page) {
    case 'overview':
      return <OverviewPage />;
    case 'incident':
      return <IncidentPage key={route.reference} reference={route.reference} />;
    case 'sheet':
      return <SheetPage key={route.reference} reference={route.reference} />;
  }
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
