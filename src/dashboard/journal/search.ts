import type { JournalLine } from '../link/following';

interface Wanted {
  readonly search: string;
  readonly category: string;
}

/** Any condition leaves sealed lines out: what they say is not known. */
export function isWanted(line: JournalLine, { search, category }: Wanted): boolean {
  if (search === '' && category === '') return true;
  if (line.__typename === 'SealedEntry') return false;
  if (category !== '' && line.category !== category) return false;
  const text = folded([line.text, line.author.stakeholderName, line.from, line.to, `n° ${line.number}`].join(' '));
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
