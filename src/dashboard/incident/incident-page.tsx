import { useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/faults';
import { IncidentPageDocument, type IncidentPageQuery } from '../api/generated';
import { TopBar } from '../shell/top-bar';
import { IncidentLive } from './incident-live';

export type IncidentData = NonNullable<IncidentPageQuery['incident']>;

export function IncidentPage({ reference }: { readonly reference: string }) {
  const { t } = useTranslation();
  const { data, previousData, error, loading, refetch } = useQuery(IncidentPageDocument, { variables: { reference } });
  const wasSeen = useRef(false);
  // Not to be reached is no reason to take a page away that somebody writes on; not to be seen is one.
  const isGone = error !== undefined && ['NOT_FOUND', 'UNAUTHENTICATED'].includes(codeOf(error));
  const incident = isGone ? undefined : (data ?? previousData)?.incident;
  if (incident) {
    wasSeen.current = true;
    return <IncidentLive incident={incident as IncidentData} lookAgain={refetch} />;
  }
  const why = wasSeen.current ? 'incident.withdrawn' : loading ? 'incident.waiting' : 'incident.unknown';
  return (
    <>
      <TopBar>{null}</TopBar>
      <main id="content" tabIndex={-1}>
        <p role="status">{t(why)}</p>
        <a href="#/">{t('incident.back')}</a>
      </main>
    </>
  );
}
