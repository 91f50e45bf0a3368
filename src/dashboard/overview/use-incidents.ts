import { useApolloClient } from '@apollo/client/react';
import { createContext, useContext, useEffect, useReducer } from 'react';
import { OverviewDocument, type OverviewLineFragment, type OverviewSubscription } from '../api/generated';

export type Line = OverviewLineFragment;

export interface Incidents {
  readonly incidents: ReadonlyMap<string, Line>;
  readonly isKnown: boolean;
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

const nothing: State = { incidents: new Map(), coming: null, isKnown: false, arrived: [] };

export const IncidentsContext = createContext<Incidents>(nothing);

/** The incidents that the viewer may see, as they change. */
export function useIncidents(): Incidents {
  return useContext(IncidentsContext);
}

/** Follows them for all pages: what comes into sight is announced wherever one is. */
export function useFollowedIncidents(): readonly [Incidents, (reference?: string) => void] {
  const apollo = useApolloClient();
  const [state, take] = useReducer(taken, nothing);
  useEffect(() => {
    const subscription = apollo.subscribe({ query: OverviewDocument, fetchPolicy: 'no-cache' }).subscribe({
      next: ({ data }) => data && take(data.incidents),
    });
    return () => subscription.unsubscribe();
  }, [apollo]);
  return [state, (reference) => take({ __typename: 'Noticed', ...(reference !== undefined && { reference }) })];
}

function taken(state: State, update: OverviewSubscription['incidents'] | Noticed): State {
  switch (update.__typename) {
    case 'IncidentsSnapshot': {
      const coming = withAll(state.coming ?? new Map(), update.incidents);
      if (!update.caughtUp) return { ...state, coming };
      const arrived = state.isKnown ? [...coming.values()].filter(({ id }) => !state.incidents.has(id)) : [];
      const stillThere = state.arrived.filter(({ id }) => coming.has(id));
      return { incidents: coming, coming: null, isKnown: true, arrived: [...stillThere, ...arrived] };
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
    case 'Noticed': {
      const arrived = state.arrived.filter(({ reference }) => update.reference && reference !== update.reference);
      return arrived.length === state.arrived.length ? state : { ...state, arrived };
    }
  }
}

function withAll(incidents: ReadonlyMap<string, Line>, more: readonly Line[]): ReadonlyMap<string, Line> {
  return new Map([...incidents, ...more.map((one) => [one.id, one] as const)]);
}
