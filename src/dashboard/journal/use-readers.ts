import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { ReadersOfDocument, type ReadersOfQuery } from '../api/generated';
import type { Entry, JournalLine } from '../link/following';

/** By name those who read a line that is for some alone; undefined as long as that is not known, and for all others. */
export type ReadersOf = (line: Entry) => readonly string[] | undefined;

type Named = Extract<NonNullable<ReadersOfQuery['nodes'][number]>, { marking: object }>['marking'];

/** Asks for the names of these lines, which the journal does not tell: what it tells is the same for all of a party. */
export function useReaders(lines: readonly JournalLine[]): ReadersOf {
  const apollo = useApolloClient();
  const [known, setKnown] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const wanted = lines.filter(isForSome).filter((line) => !asked.current.has(keyOf(line)));
    if (wanted.length === 0) return;
    for (const line of wanted) asked.current.add(keyOf(line));
    const variables = { ids: wanted.map(({ id }) => id) };
    void apollo.query({ query: ReadersOfDocument, variables, fetchPolicy: 'no-cache' }).then(
      ({ data }) => {
        const markings = new Map(
          data?.nodes.map((node) => [node?.id, node && 'marking' in node ? node.marking : null]),
        );
        const found = wanted.flatMap((line) => {
          const marking = markings.get(line.id);
          return marking ? [[keyOf(line), namesIn(marking, line)] as const] : [];
        });
        setKnown((before) => new Map([...before, ...found]));
      },
      // Out of reach: asked again when these are shown again.
      () => {
        for (const line of wanted) asked.current.delete(keyOf(line));
      },
    );
  });
  return (line) => known.get(keyOf(line));
}

function isForSome(line: JournalLine): line is Entry {
  return line.__typename === 'JournalEntry' && ['LISTED', 'PERSONS'].includes(line.marking.audience);
}

function keyOf({ id, marking }: Entry): string {
  return `${id} ${marking.version}`;
}

/** Whose it is reads it as well, under TLP:RED in person. */
function namesIn({ originator, stakeholders, persons }: Named, { author, marking }: Entry): readonly string[] {
  const writer = author.personId === null ? [] : [{ id: author.personId, name: author.personName ?? '' }];
  const readers = marking.audience === 'PERSONS' ? [...writer, ...persons] : [originator, ...stakeholders];
  return [...new Map(readers.flatMap((one) => (one ? [[one.id, one.name] as const] : []))).values()];
}
