import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { LinesAgainDocument } from '../api/generated';
import type { Entry, Following, Followings, JournalLine } from '../link/following';

/** After a marking has changed, asks again for what it concerns: what was sealed may be open now, and the reverse. */
export function useRemarked(following: Following, { lines, asOf }: Followings): void {
  const apollo = useApolloClient();
  const seen = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each sign of life, for what could not be asked before.
  useEffect(() => {
    const from = seen.current;
    const fresh = lines.slice(from).filter(changesMarking);
    seen.current = lines.length;
    const ids = new Set(fresh.flatMap(({ subjectId }) => about(subjectId, lines)));
    if (ids.size === 0) return;
    void again(apollo, [...ids]).then(
      (readable) => {
        const sealed = lines
          .filter((line) => isEntry(line) && ids.has(line.id) && !readable.has(line.id))
          .map(asSealed);
        following.replace([...readable.values(), ...sealed]);
      },
      // Out of reach: asked again with the next line, or the next sign of life.
      () => {
        seen.current = Math.min(seen.current, from);
      },
    );
  }, [apollo, following, lines, asOf]);
}

/** Nobody gives a list of more than so many ids. */
const askedAtOnce = 100;

async function again(apollo: ApolloClient, ids: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
  const readable = new Map<string, Entry>();
  for (let from = 0; from < ids.length; from += askedAtOnce) {
    const variables = { ids: ids.slice(from, from + askedAtOnce) };
    const { data } = await apollo.query({ query: LinesAgainDocument, variables, fetchPolicy: 'no-cache' });
    for (const node of data?.nodes ?? []) if (node?.__typename === 'JournalEntry') readable.set(node.id, node as Entry);
  }
  return readable;
}

function changesMarking(line: JournalLine): line is Entry & { subjectId: string } {
  return isEntry(line) && ['MARKING_CHANGED', 'WITHDRAWN'].includes(line.kind) && line.subjectId !== null;
}

/** The thing itself, and what is held that was written about it, answers to it or corrects it. */
function about(subjectId: string | null, lines: readonly JournalLine[]): string[] {
  if (subjectId === null) return [];
  const concerned = lines.filter(isEntry).filter(({ subjectId: of, correctsId, repliesToId }) => {
    return [of, correctsId, repliesToId].includes(subjectId);
  });
  return [subjectId, ...concerned.map(({ id }) => id)];
}

function isEntry(line: JournalLine): line is Entry {
  return line.__typename === 'JournalEntry';
}

function asSealed({ number, contentHash, chainHash }: JournalLine): JournalLine {
  return { __typename: 'SealedEntry', number, contentHash, chainHash };
}
