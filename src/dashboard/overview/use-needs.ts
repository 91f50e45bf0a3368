import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
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
  const [needs, ask] = useAsked();
  const askedAt = useRef<number>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each change of these.
  useEffect(() => {
    const askNow = () => {
      askedAt.current = performance.now();
      void ask().catch(() => undefined);
    };
    const first = askedAt.current === null ? 0 : Math.max(gatheredMs, askedAt.current + restMs - performance.now());
    let timer = setTimeout(function again() {
      askNow();
      timer = setTimeout(again, askedAgainMs);
    }, first);
    return () => clearTimeout(timer);
  }, [after, ask]);
  const next = firstOf([...needs.values()].map(({ nextDue }) => nextDue));
  useDue({ next, asOf, lookAgain: ask });
  return needs;
}

/** What was answered last, and how it is asked again. */
function useAsked(): readonly [AllNeeds, () => Promise<void>] {
  const kept = useContext(KeptNeedsContext);
  const [needs, setNeeds] = useState(kept.current);
  const apollo = useApolloClient();
  const us = useSignedIn().viewer.stakeholder?.id ?? '';
  const [asked, shown] = [useRef(0), useRef(0)];
  const ask = useCallback(async () => {
    const nth = ++asked.current;
    const answer = await everyPage(apollo, us);
    // What was asked earlier may be answered later.
    if (nth < shown.current) return;
    shown.current = nth;
    kept.current = answer;
    setNeeds(answer);
  }, [apollo, us, kept, asked, shown]);
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
    ...{ query: OverviewNeedsDocument, variables: { us, after } },
    // An answer that is still under way may be from before the change for which it is asked.
    ...{ fetchPolicy: 'no-cache', context: { queryDeduplication: false } },
  });
  if (!data) throw new Error('Expected an answer without errors to have data');
  return data.incidents;
}
