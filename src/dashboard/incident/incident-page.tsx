import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { IncidentPageDocument, type IncidentPageQuery } from '../api/generated';
import { TopBar } from '../shell/top-bar';
import { IncidentLive } from './incident-live';

export type IncidentData = NonNullable<IncidentPageQuery['incident']>;

export function IncidentPage({ reference }: { readonly reference: string }) {
  const { t } = useTranslation();
  const { data, loading, refetch } = useQuery(IncidentPageDocument, { variables: { reference } });
  const incident = data?.incident;
  if (incident) return <IncidentLive incident={incident as IncidentData} lookAgain={refetch} />;
  return (
    <>
      <TopBar>{null}</TopBar>
      <main id="content" tabIndex={-1}>
        <p role="status">{t(loading ? 'incident.waiting' : 'incident.unknown')}</p>
        <a href="#/">{t('incident.back')}</a>
      </main>
    </>
  );
}
