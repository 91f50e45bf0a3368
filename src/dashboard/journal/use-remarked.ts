import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { LinesAgainDocument } from '../api/generated';
import type { HashedEntry } from '../link/as-hashed';
import type { Entry, Following, Followings, JournalLine } from '../link/following';

/** What is asked for again; where that failed, until it is asked for with what came after it. */
interface Asked {
  readonly ids: ReadonlySet<string>;
  hasFailed: boolean;
}

/**
 * After a marking has changed, asks again for what it concerns: what was sealed may be open now, and the reverse. Answers
 * with the entries of which it is not known yet.
 */
export function useRemarked(following: Following, { lines, asOf }: Followings): ReadonlySet<string> {
  const apollo = useApolloClient();
  const [open, setOpen] = useState<readonly Asked[]>([]);
  const seen = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each sign of life, for what could not be asked before.
  useEffect(() => {
    const from = seen.current;
    const fresh = lines.slice(from).filter(changesMarking);
    seen.current = lines.length;
    const ids = concernedBy(fresh, lines);
    if (ids.size === 0) return;
    const asked: Asked = { ids, hasFailed: false };
    setOpen((before) => [...before.filter(({ hasFailed }) => !hasFailed), asked]);
    void again(apollo, [...ids]).then(
      (readable) => {
        following.remark(readable, ids);
        setOpen((before) => before.filter((one) => one !== asked));
      },
      // Out of reach: asked again with the next line, or the next sign of life.
      () => {
        seen.current = Math.min(seen.current, from);
        asked.hasFailed = true;
      },
    );
  }, [apollo, following, lines, asOf]);
  return useMemo(() => new Set(open.flatMap(({ ids }) => [...ids])), [open]);
}

/** Nobody gives a list of more than so many ids. */
const askedAtOnce = 100;

async function again(apollo: ApolloClient, ids: readonly string[]): Promise<readonly HashedEntry[]> {
  const readable: HashedEntry[] = [];
  for (let from = 0; from < ids.length; from += askedAtOnce) {
    const variables = { ids: ids.slice(from, from + askedAtOnce) };
    const { data } = await apollo.query({ query: LinesAgainDocument, variables, fetchPolicy: 'no-cache' });
    for (const node of data?.nodes ?? []) if (node?.__typename === 'JournalEntry') readable.push(node);
  }
  return readable;
}

function changesMarking(line: JournalLine): line is Entry & { subjectId: string } {
  return isEntry(line) && ['MARKING_CHANGED', 'WITHDRAWN'].includes(line.kind) && line.subjectId !== null;
}

/** The things themselves, and what is held that was written about them, answers to it or corrects it, and so on. */
function concernedBy(changes: readonly { readonly subjectId: string }[], lines: readonly JournalLine[]): Set<string> {
  const concerned = new Set(changes.map(({ subjectId }) => subjectId));
  if (concerned.size === 0) return concerned;
  // What is written about an entry comes after it.
  for (const { id, subjectId, correctsId, repliesToId } of lines.filter(isEntry)) {
    const isConcerned = [subjectId, correctsId, repliesToId].some((of) => of !== null && concerned.has(of));
    if (isConcerned) concerned.add(id);
  }
  return concerned;
}

function isEntry(line: JournalLine): line is Entry {
  return line.__typename === 'JournalEntry';
}
