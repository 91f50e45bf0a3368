import { useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { OverviewNeedsDocument, type OverviewNeedsQuery } from '../api/generated';

export type Needs = OverviewNeedsQuery['incidents']['edges'][number]['node'];

const askedAgainMs = 30_000;
/** Together what comes within so many milliseconds; and after that, what comes while it was asked not long ago. */
const [gatheredMs, restMs] = [300, 3000];

/** What waits for the viewer, by incident: neither time that passes nor what is read is an update, so it is asked again. */
export function useNeeds(after: unknown): ReadonlyMap<string, Needs> {
  const { data, refetch } = useQuery(OverviewNeedsDocument, {
    ...{ fetchPolicy: 'no-cache', pollInterval: askedAgainMs },
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
  return new Map(data?.incidents.edges.map(({ node }) => [node.id, node]));
}
