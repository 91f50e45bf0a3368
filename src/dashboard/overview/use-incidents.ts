import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { createContext, useContext, useEffect, useReducer } from 'react';
import { backOff } from '../../client/back-off';
import { OverviewDocument, type OverviewLineFragment, type OverviewSubscription } from '../api/generated';
import { useSignedIn } from '../session/context';

export type Line = OverviewLineFragment;

export interface Incidents {
  readonly incidents: ReadonlyMap<string, Line>;
  readonly isKnown: boolean;
  /** They are as the server has them: what changes comes here, and nothing was missed. */
  readonly isCurrent: boolean;
  /** Came into sight after the first snapshot, the latest last: to be announced until they are noticed. */
  readonly arrived: readonly Line[];
}

interface State extends Incidents {
  /** What a new snapshot has brought so far: shown when it is whole, so that nothing flickers after a cut. */
  readonly coming: ReadonlyMap<string, Line> | null;
}

/** Some were noticed; or all. */
interface Noticed {
  readonly __typename: 'Noticed';
  readonly reference?: string;
}

/** From now on changes may be missed, until the next snapshot is whole. */
interface Cut {
  readonly __typename: 'Cut';
}

type Told = OverviewSubscription['incidents'] | Noticed | Cut;

const nothing: State = { incidents: new Map(), coming: null, isKnown: false, isCurrent: false, arrived: [] };

export const IncidentsContext = createContext<Incidents>(nothing);

/** The incidents that the viewer may see, as they change. */
export function useIncidents(): Incidents {
  return useContext(IncidentsContext);
}

/** Follows them for all pages: what comes into sight is announced wherever one is. */
export function useFollowedIncidents(): readonly [Incidents, (reference?: string) => void] {
  const apollo = useApolloClient();
  const { whenCut } = useSignedIn();
  const [state, take] = useReducer(taken, nothing);
  useEffect(() => whenCut(() => take({ __typename: 'Cut' })), [whenCut]);
  useEffect(() => follow(apollo, take), [apollo]);
  return [state, (reference) => take({ __typename: 'Noticed', ...(reference !== undefined && { reference }) })];
}

/** Again where the server has ended it; answers with what ends it for good. */
function follow(apollo: ApolloClient, take: (told: Told) => void): () => void {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let subscription: { unsubscribe(): void } | undefined;
  const begin = () => {
    subscription = apollo.subscribe({ query: OverviewDocument, fetchPolicy: 'no-cache' }).subscribe({
      next: ({ data }) => {
        if (!data) return;
        failures = 0;
        take(data.incidents);
      },
      error: beginAgain,
      complete: beginAgain,
    });
  };
  const beginAgain = () => {
    failures += 1;
    take({ __typename: 'Cut' });
    timer = setTimeout(begin, backOff(failures) * 1000);
  };
  begin();
  return () => {
    clearTimeout(timer);
    subscription?.unsubscribe();
  };
}

function taken(state: State, update: Told): State {
  switch (update.__typename) {
    case 'IncidentsSnapshot': {
      const coming = withAll(state.coming ?? new Map(), update.incidents);
      if (!update.caughtUp) return { ...state, coming };
      const arrived = state.isKnown ? [...coming.values()].filter(({ id }) => !state.incidents.has(id)) : [];
      const stillThere = state.arrived.filter(({ id }) => coming.has(id));
      return { incidents: coming, coming: null, isKnown: true, isCurrent: true, arrived: [...stillThere, ...arrived] };
    }
    case 'IncidentChanged': {
      const isNew = state.isKnown && !state.incidents.has(update.incident.id);
      const incidents = withAll(state.incidents, [update.incident]);
      return { ...state, incidents, arrived: isNew ? [...state.arrived, update.incident] : state.arrived };
    }
    case 'IncidentGone': {
      const incidents = new Map(state.incidents);
      incidents.delete(update.id);
      return { ...state, incidents, arrived: state.arrived.filter(({ id }) => id !== update.id) };
    }
    case 'Cut':
      return { ...state, coming: null, isCurrent: false };
    case 'Noticed': {
      const arrived = state.arrived.filter(({ reference }) => update.reference && reference !== update.reference);
      return arrived.length === state.arrived.length ? state : { ...state, arrived };
    }
  }
}

function withAll(incidents: ReadonlyMap<string, Line>, more: readonly Line[]): ReadonlyMap<string, Line> {
  return new Map([...incidents, ...more.map((one) => [one.id, one] as const)]);
}
