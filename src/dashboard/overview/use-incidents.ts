import { useApolloClient } from '@apollo/client/react';
import { useEffect, useReducer } from 'react';
import { OverviewDocument, type OverviewLineFragment, type OverviewSubscription } from '../api/generated';

export type Line = OverviewLineFragment;

interface State {
  readonly incidents: ReadonlyMap<string, Line>;
  /** What a new snapshot has brought so far: shown when it is whole, so that nothing flickers after a cut. */
  readonly coming: ReadonlyMap<string, Line> | null;
  readonly isKnown: boolean;
  /** Came into sight after the first snapshot: to be announced. */
  readonly arrived: Line | null;
}

const nothing: State = { incidents: new Map(), coming: null, isKnown: false, arrived: null };

/** The incidents that the viewer may see, as they change. */
export function useIncidents(): State {
  const apollo = useApolloClient();
  const [state, take] = useReducer(taken, nothing);
  useEffect(() => {
    const subscription = apollo.subscribe({ query: OverviewDocument, fetchPolicy: 'no-cache' }).subscribe({
      next: ({ data }) => data && take(data.incidents),
    });
    return () => subscription.unsubscribe();
  }, [apollo]);
  return state;
}

function taken(state: State, update: OverviewSubscription['incidents']): State {
  switch (update.__typename) {
    case 'IncidentsSnapshot': {
      const coming = withAll(state.coming ?? new Map(), update.incidents);
      if (!update.caughtUp) return { ...state, coming };
      const arrived = state.isKnown ? update.incidents.find(({ id }) => !state.incidents.has(id)) : undefined;
      return { incidents: coming, coming: null, isKnown: true, arrived: arrived ?? state.arrived };
    }
    case 'IncidentChanged': {
      const isNew = !state.incidents.has(update.incident.id);
      const incidents = withAll(state.incidents, [update.incident]);
      return { ...state, incidents, arrived: isNew ? update.incident : state.arrived };
    }
    case 'IncidentGone': {
      const incidents = new Map(state.incidents);
      incidents.delete(update.id);
      return { ...state, incidents };
    }
  }
}

function withAll(incidents: ReadonlyMap<string, Line>, more: readonly Line[]): ReadonlyMap<string, Line> {
  return new Map([...incidents, ...more.map((one) => [one.id, one] as const)]);
}
