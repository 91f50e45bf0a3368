import type { JournalLine } from '../link/following';

/** Where a line was corrected and answered, by its number: the other ends of what corrections and replies say. */
export interface Links {
  readonly correctedBy: ReadonlyMap<number, readonly number[]>;
  readonly repliedBy: ReadonlyMap<number, readonly number[]>;
}

export function linksOf(lines: readonly JournalLine[]): Links {
  const correctedBy = new Map<number, number[]>();
  const repliedBy = new Map<number, number[]>();
  for (const line of lines) {
    if (line.__typename !== 'JournalEntry') continue;
    if (line.corrects) add(correctedBy, line.corrects.number, line.number);
    if (line.repliesTo) add(repliedBy, line.repliesTo.number, line.number);
  }
  return { correctedBy, repliedBy };
}

function add(map: Map<number, number[]>, key: number, value: number): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
