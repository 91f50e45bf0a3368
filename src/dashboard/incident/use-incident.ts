import { useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { codeOf } from '../api/faults';
import { IncidentPageDocument, type IncidentPageQuery } from '../api/generated';
import { type Absence, absence } from './absent-incident';
import { useReturn } from './use-return';

export type IncidentData = NonNullable<IncidentPageQuery['incident']>;

interface Found {
  readonly incident: IncidentData | undefined;
  /** Why there is none to be shown. */
  readonly why: Absence;
  readonly lookAgain: () => Promise<unknown>;
}

/** An incident as it was seen last, as long as it may be seen. */
export function useIncident(reference: string): Found {
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
  if (incident) wasSeen.current = true;
  return {
    incident: incident as IncidentData | undefined,
    why: wasSeen.current ? 'withdrawn' : why,
    lookAgain: refetch,
  };
}
