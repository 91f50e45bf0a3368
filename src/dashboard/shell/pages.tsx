import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Route } from '../route/route';
import { later } from './later';
import { PageNotFetched } from './not-fetched';
import { OverviewPage } from './overview-page';
import { PlainPage } from './plain-page';

const incidentPage = () => import('../incident/incident-page').then((part) => part.IncidentPage);
const sheetPage = () => import('../sheet/sheet-page').then((part) => part.SheetPage);
const map = () => import('../incident/region-map');

const IncidentPage = later(incidentPage, PageNotFetched);
const SheetPage = later(sheetPage, PageNotFetched);

/** The overview comes with the first load, and the other pages when they are asked for, or in a quiet moment before that. */
export function Pages(route: Route) {
  useEffect(() => inAQuietMoment([incidentPage, sheetPage, map]), []);
  return (
    <Suspense fallback={<OnTheWay />}>
      <Page {...route} />
    </Suspense>
  );
}

function Page(route: Route) {
  switch (route.page) {
    case 'overview':
      return <OverviewPage />;
    case 'incident':
    case 'sheet':
      return <IncidentPage key={route.reference} {...route} Sheet={SheetPage} />;
  }
}

function OnTheWay() {
  const { t } = useTranslation();
  return (
    <PlainPage title={t('app.name')}>
      <p role="status">{t('app.onTheWay')}</p>
    </PlainPage>
  );
}

const quietMs = 2_000;

function inAQuietMoment(parts: readonly (() => Promise<unknown>)[]): () => void {
  const timer = setTimeout(() => {
    for (const fetched of parts) void fetched().catch(() => undefined);
  }, quietMs);
  return () => clearTimeout(timer);
}
