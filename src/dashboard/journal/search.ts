import type { JournalLine } from '../link/following';

export interface Wanted {
  readonly search: string;
  readonly category: string;
  /** By its name, as its entries bear it. */
  readonly party: string;
}

export const everything: Wanted = { search: '', category: '', party: '' };

/** Any condition leaves sealed lines out: what they say is not known. */
export function isWanted(line: JournalLine, { search, category, party }: Wanted): boolean {
  if (search === '' && category === '' && party === '') return true;
  if (line.__typename === 'SealedEntry') return false;
  if (category !== '' && line.category !== category) return false;
  if (party !== '' && line.author.stakeholderName !== party) return false;
  const { stakeholderName, personName } = line.author;
  const text = folded([line.text, stakeholderName, personName, line.from, line.to, `n° ${line.number}`].join(' '));
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
