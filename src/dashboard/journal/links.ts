import type { Entry, JournalLine } from '../link/following';

/** Which lines of the journal correct and answer which, on both ends, by their numbers. */
export interface Links {
  readonly corrects: ReadonlyMap<number, readonly number[]>;
  readonly repliesTo: ReadonlyMap<number, readonly number[]>;
  readonly correctedBy: ReadonlyMap<number, readonly number[]>;
  readonly repliedBy: ReadonlyMap<number, readonly number[]>;
  /** Of the entries that can be read, by their ids. */
  readonly numbers: ReadonlyMap<string, number>;
  /** What the journal itself last called the things that it is about, by their ids: also those that are gone. */
  readonly called: ReadonlyMap<string, string>;
}

/** What is corrected or answered and cannot be read is no end to go to. */
export function linksOf(lines: readonly JournalLine[]): Links {
  const entries = lines.filter((line): line is Entry => line.__typename === 'JournalEntry');
  const numbers = new Map(entries.map(({ id, number }) => [id, number]));
  const [corrects, correctedBy] = bothWays(entries, ({ correctsId }) => numbers.get(correctsId ?? ''));
  const [repliesTo, repliedBy] = bothWays(entries, ({ repliesToId }) => numbers.get(repliesToId ?? ''));
  return { corrects, repliesTo, correctedBy, repliedBy, numbers, called: calledIn(entries) };
}

type Way = ReadonlyMap<number, readonly number[]>;

function bothWays(entries: readonly Entry[], otherOf: (entry: Entry) => number | undefined): readonly [Way, Way] {
  const [there, back] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (const entry of entries) {
    const other = otherOf(entry);
    if (other === undefined) continue;
    there.set(entry.number, [other]);
    back.set(other, [...(back.get(other) ?? []), entry.number]);
  }
  return [there, back];
}

const naming: readonly string[] = ['title', 'name', 'region', 'stakeholder'];

function calledIn(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ subjectId, changes }) => {
      const name = changes.find(({ field }) => naming.includes(field))?.new;
      return subjectId && name ? [[subjectId, name] as const] : [];
    }),
  );
}
