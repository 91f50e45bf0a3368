import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Arrived } from '../overview/arrived';
import { IncidentsContext, useFollowedIncidents } from '../overview/use-incidents';
import { type AllNeeds, KeptNeedsContext } from '../overview/use-needs';
import { ArrivalContext, useArrival } from '../route/arrival';
import { useRoute } from '../route/route';
import { Pages } from './pages';

export function Shell() {
  const { t } = useTranslation();
  const route = useRoute();
  const [incidents, notice] = useFollowedIncidents();
  const needs = useRef<AllNeeds>(new Map());
  const shown = route.page === 'overview' ? undefined : route.reference;
  const reach = useArrival(`${route.page} ${shown ?? ''}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which one is shown, or arrives while it is.
  useEffect(() => {
    if (shown !== undefined) notice(shown);
  }, [shown, incidents.arrived]);
  return (
    <IncidentsContext value={incidents}>
      <button type="button" className="hidden skip" onClick={toContent}>
        {t('app.skip')}
      </button>
      <ArrivalContext value={reach}>
        <KeptNeedsContext value={needs}>
          <Pages {...route} />
        </KeptNeedsContext>
      </ArrivalContext>
      <Arrived incidents={incidents.arrived} onNoticed={() => notice()} />
    </IncidentsContext>
  );
}

/** The address is the place in the dashboard, and not in the page. */
function toContent(): void {
  document.getElementById('content')?.focus();
}
