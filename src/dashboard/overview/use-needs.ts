import { useQuery } from '@apollo/client/react';
import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import { OverviewNeedsDocument, type OverviewNeedsQuery } from '../api/generated';
import { firstOf, useDue } from '../due/use-due';
import { useSignedIn } from '../session/context';

export type Needs = OverviewNeedsQuery['incidents']['edges'][number]['node'];

export type AllNeeds = ReadonlyMap<string, Needs>;

/** What was known last, for who comes back to the overview: the order of its list is by it. */
export const KeptNeedsContext = createContext<{ current: AllNeeds }>({ current: new Map() });

const askedAgainMs = 30_000;
/** Together what comes within so many milliseconds; and after that, what comes while it was asked not long ago. */
const [gatheredMs, restMs] = [300, 3000];

/**
 * What waits for the viewer, by incident: neither time that passes nor what is read is an update, so it is asked again, and
 * by the clock of the server when the next action falls due.
 */
export function useNeeds(after: unknown, asOf: Date | null): AllNeeds {
  const kept = useContext(KeptNeedsContext);
  const { viewer } = useSignedIn();
  const { data, refetch } = useQuery(OverviewNeedsDocument, {
    ...{ fetchPolicy: 'no-cache', pollInterval: askedAgainMs, variables: { us: viewer.stakeholder?.id ?? '' } },
  });
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each change of these.
  useEffect(() => {
    const ask = () => {
      askedAt.current = performance.now();
      void refetch().catch(() => undefined);
    };
    const timer = setTimeout(ask, Math.max(gatheredMs, askedAt.current + restMs - performance.now()));
    return () => clearTimeout(timer);
  }, [after, refetch]);
  const needs = useMemo(() => {
    if (data) kept.current = new Map(data.incidents.edges.map(({ node }) => [node.id, node]));
    return kept.current;
  }, [data, kept]);
  const next = firstOf([...needs.values()].map(({ nextDue }) => nextDue));
  useDue({ next, asOf, lookAgain: refetch });
  return needs;
}
