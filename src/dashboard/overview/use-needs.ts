import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { OverviewNeedsDocument, type OverviewNeedsQuery } from '../api/generated';
import { oneAtATime } from '../due/one-at-a-time';
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
  const [needs, ask] = useAsked();
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    void ask();
    const timer = setInterval(() => void ask(), askedAgainMs);
    return () => clearInterval(timer);
  }, [ask]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each change of these.
  useEffect(() => {
    const askNow = () => {
      askedAt.current = performance.now();
      void ask();
    };
    const timer = setTimeout(askNow, Math.max(gatheredMs, askedAt.current + restMs - performance.now()));
    return () => clearTimeout(timer);
  }, [after, ask]);
  const next = firstOf([...needs.values()].map(({ nextDue }) => nextDue));
  useDue({ next, asOf, lookAgain: ask });
  return needs;
}

/** What was answered last, and how it is asked again: one question at a time, and one more for what came meanwhile. */
function useAsked(): readonly [AllNeeds, () => Promise<void>] {
  const kept = useContext(KeptNeedsContext);
  const [needs, setNeeds] = useState(kept.current);
  const apollo = useApolloClient();
  const us = useSignedIn().viewer.stakeholder?.id ?? '';
  const ask = useMemo(() => {
    const take = (answer: AllNeeds) => {
      kept.current = answer;
      setNeeds(answer);
    };
    // Where it fails it is asked again soon.
    return oneAtATime(() => everyPage(apollo, us).then(take, () => undefined));
  }, [apollo, us, kept]);
  return [needs, ask];
}

/** In the order in which they were declared, which no update changes from one page to the next. */
async function everyPage(apollo: ApolloClient, us: string): Promise<AllNeeds> {
  const all = new Map<string, Needs>();
  let after: string | null | undefined = null;
  do {
    const { edges, pageInfo }: OverviewNeedsQuery['incidents'] = await pageAfter(after, apollo, us);
    for (const { node } of edges) all.set(node.id, node);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return all;
}

async function pageAfter(after: string | null, apollo: ApolloClient, us: string) {
  const { data } = await apollo.query({
    query: OverviewNeedsDocument,
    variables: { us, after },
    fetchPolicy: 'no-cache',
  });
  if (!data) throw new Error('Expected an answer without errors to have data');
  return data.incidents;
}
