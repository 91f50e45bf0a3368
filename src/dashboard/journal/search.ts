import type { Entry, JournalLine } from '../link/following';
import { folded } from '../words/folded';

export interface Wanted {
  readonly search: string;
  readonly category: string;
  /** By its name, as its entries bear it. */
  readonly party: string;
}

export const everything: Wanted = { search: '', category: '', party: '' };

export function isEverything({ search, category, party }: Wanted): boolean {
  return search === '' && category === '' && party === '';
}

/** The number that a search is for, as lines bear it ("n° 42"), and nothing else. */
export function numberIn(search: string): number | undefined {
  const [, digits] = /^\s*(?:n[°º]|no\.?|#)\s*(\d{1,9})\s*$/i.exec(search) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Finds lines. What each of them says is made ready once: all are looked through at each letter that is typed. */
export class Search {
  private readonly said = new WeakMap<Entry, string>();

  /** Any condition leaves sealed lines out: what they say is not known. */
  among(lines: readonly JournalLine[], wanted: Wanted): readonly JournalLine[] {
    if (isEverything(wanted)) return lines;
    const { search, category, party } = wanted;
    const only = numberIn(search);
    const words = only === undefined ? folded(search).split(/\s+/).filter(Boolean) : [];
    return lines.filter(
      (line) =>
        line.__typename === 'JournalEntry' &&
        (category === '' || line.category === category) &&
        (party === '' || line.author.stakeholderName === party) &&
        (only === undefined || line.number === only) &&
        words.every((word) => this.saidIn(line).includes(word)),
    );
  }

  private saidIn(line: Entry): string {
    const known = this.said.get(line);
    if (known !== undefined) return known;
    const { stakeholderName, personName } = line.author;
    const said = folded([line.text, stakeholderName, personName, line.from, line.to, `n° ${line.number}`].join(' '));
    this.said.set(line, said);
    return said;
  }
}
