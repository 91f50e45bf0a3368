import { useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { codeOf } from '../api/faults';
import { IncidentPageDocument, type IncidentPageQuery } from '../api/generated';
import { AbsentIncident, absence } from './absent-incident';
import { IncidentLive } from './incident-live';

export type IncidentData = NonNullable<IncidentPageQuery['incident']>;

export function IncidentPage({ reference }: { readonly reference: string }) {
  const { data, previousData, error, loading, refetch } = useQuery(IncidentPageDocument, { variables: { reference } });
  const wasSeen = useRef(false);
  const why = absence(error && codeOf(error), loading);
  // Not to be reached is no reason to take a page away that somebody writes on; not to be seen is one.
  const isGone = error !== undefined && why === 'unknown';
  const incident = isGone ? undefined : (data ?? previousData)?.incident;
  if (incident) {
    wasSeen.current = true;
    return <IncidentLive incident={incident as IncidentData} lookAgain={refetch} />;
  }
  return <AbsentIncident reference={reference} why={wasSeen.current ? 'withdrawn' : why} lookAgain={refetch} />;
}
