import { folded, word } from './searched-text';

export interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

/** In UTF-16 code units. */
const longest = 240;
/** How much is shown of what stands before the first match. */
const lead = 60;

/** The first of the texts that holds one of the words (as the index has them), cut around the first of these. */
export function snippet(texts: readonly (string | null)[], words: ReadonlySet<string>): Part[] {
  const told = texts.filter((text) => text !== null && text.trim() !== '') as string[];
  const found = told.map((text) => ({ text, matches: matchesIn(text, words) }));
  const { text, matches } = found.find((one) => one.matches.length > 0) ?? found[0] ?? { text: '', matches: [] };
  return partsOf(text, matches);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function matchesIn(text: string, words: ReadonlySet<string>): Span[] {
  return [...text.matchAll(word)]
    .filter(([one]) => words.has(folded(one)))
    .map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

function partsOf(text: string, matches: readonly Span[]): Part[] {
  const { from, to } = windowOf(text, matches[0]);
  const parts: Part[] = from > 0 ? [{ text: '…', isMatch: false }] : [];
  let at = from;
  for (const match of matches) {
    if (match.to > to) break;
    parts.push(
      { text: text.slice(at, match.from), isMatch: false },
      { text: text.slice(match.from, match.to), isMatch: true },
    );
    at = match.to;
  }
  parts.push({ text: text.slice(at, to), isMatch: false });
  if (to < text.length) parts.push({ text: '…', isMatch: false });
  return parts.filter((part) => part.text !== '');
}

/** Cut between words, where there is a blank to cut at. */
function windowOf(text: string, first: Span | undefined): Span {
  if (text.length <= longest) return { from: 0, to: text.length };
  const aim = Math.max(0, (first?.from ?? 0) - lead);
  const blank = aim === 0 ? -1 : text.indexOf(' ', aim);
  const from = blank === -1 || blank >= (first?.from ?? 0) ? whole(text, aim) : blank + 1;
  if (text.length - from <= longest) return { from, to: text.length };
  const last = text.lastIndexOf(' ', from + longest);
  return { from, to: last > (first?.to ?? from) ? last : whole(text, Math.max(from + longest, first?.to ?? 0)) };
}

/** Never between the two halves of a character. */
function whole(text: string, at: number): number {
  const isSecondHalf = at > 0 && at < text.length && /[\udc00-\udfff]/.test(text.charAt(at));
  return isSecondHalf ? at + 1 : at;
}
