import { useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { codeOf } from '../api/faults';
import { IncidentPageDocument, type IncidentPageQuery } from '../api/generated';
import { AbsentIncident, absence } from './absent-incident';
import { IncidentLive } from './incident-live';
import { useReturn } from './use-return';

export type IncidentData = NonNullable<IncidentPageQuery['incident']>;

export function IncidentPage({ reference }: { readonly reference: string }) {
  const { data, previousData, error, loading, refetch } = useQuery(IncidentPageDocument, {
    variables: { reference },
    // The answer to what was asked before a change is none to what is asked after it.
    context: { queryDeduplication: false },
  });
  const wasSeen = useRef(false);
  const isGone = useRef(false);
  const why = absence(error && codeOf(error), loading);
  // Not to be reached is no reason to take a page away that somebody writes on; not to be seen is one, until it is seen again.
  if (!loading) isGone.current = error ? isGone.current || why === 'unknown' : false;
  const incident = isGone.current ? undefined : (data ?? previousData)?.incident;
  useReturn({ reference, isAbsent: !incident && !loading, lookAgain: refetch });
  if (incident) {
    wasSeen.current = true;
    return <IncidentLive incident={incident as IncidentData} lookAgain={refetch} />;
  }
  return <AbsentIncident reference={reference} why={wasSeen.current ? 'withdrawn' : why} lookAgain={refetch} />;
}
