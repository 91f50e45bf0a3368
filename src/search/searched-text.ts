/** What somebody typed, in words; the last is unfinished as long as nothing follows it. */
export interface SearchedText {
  readonly words: readonly string[];
  readonly unfinished: string | null;
}

/** Letters and digits, whatever stands between them. */
export const word = /[\p{L}\p{N}\p{M}]+/gu;

/** A single letter begins too many words to be a beginning. */
const shortestBeginning = 2;

export function searchedText(text: string): SearchedText {
  const words = [...text.toLowerCase().matchAll(word)].map(([one]) => one);
  const last = words.at(-1);
  const isUnfinished = last !== undefined && last.length >= shortestBeginning && /[\p{L}\p{N}\p{M}]$/u.test(text);
  return isUnfinished ? { words: words.slice(0, -1), unfinished: last } : { words, unfinished: null };
}

/** A word as the index has it: `cellule_folded` of the migration. */
export function folded(one: string): string {
  return one
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/ees?$/, 'e');
}
