import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { OverviewNeedsDocument, type OverviewNeedsQuery } from '../api/generated';

export type Needs = OverviewNeedsQuery['incidents']['edges'][number]['node'];

const askedAgainMs = 30_000;
/** Together what comes within so many milliseconds. */
const gatheredMs = 300;

/** What waits for the viewer, by incident: neither time that passes nor what is read is an update, so it is asked again. */
export function useNeeds(after: unknown): ReadonlyMap<string, Needs> {
  const { data, refetch } = useQuery(OverviewNeedsDocument, {
    ...{ fetchPolicy: 'no-cache', pollInterval: askedAgainMs },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each change of these.
  useEffect(() => {
    const timer = setTimeout(() => void refetch().catch(() => undefined), gatheredMs);
    return () => clearTimeout(timer);
  }, [after, refetch]);
  return new Map(data?.incidents.edges.map(({ node }) => [node.id, node]));
}
