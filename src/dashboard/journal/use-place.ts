import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { JournalLine } from '../link/following';
import { useGoing } from './go-to-line';
import { isEverything, type Wanted } from './search';
import type { useEnd } from './use-end';

interface Options {
  readonly wanted: Wanted;
  /** Those that are wanted. */
  readonly lines: readonly JournalLine[];
  readonly box: RefObject<HTMLElement | null>;
  readonly rows: Virtualizer<HTMLDivElement, Element>;
  readonly end: ReturnType<typeof useEnd>;
}

/**
 * Keeps one's place as other lines are wanted: that a few have no room to be scrolled in moves nobody among all. Who is on the
 * way to one of them goes there and nowhere else.
 */
export function usePlace({ wanted, lines, box, rows, end }: Options): Options['end'] {
  const { staysAtEnd, isByHand, heard } = end;
  const { aim } = useGoing();
  const place = useRef({ number: 0, isAtEnd: true });
  const onScroll = () => {
    heard.onScroll();
    if (!isEverything(wanted) && !isByHand()) return;
    const first = rows.getVirtualItemForOffset(box.current?.scrollTop ?? 0);
    place.current = { number: lines[first?.index ?? 0]?.number ?? 0, isAtEnd: staysAtEnd.current };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that come move nobody.
  useLayoutEffect(() => {
    const goal = lines.find((line) => line.number === aim?.to);
    if (goal) {
      place.current = { number: goal.number, isAtEnd: false };
      return;
    }
    const { number, isAtEnd } = place.current;
    const index = isAtEnd ? -1 : lines.findIndex((line) => line.number >= number);
    staysAtEnd.current = isAtEnd;
    if (index !== -1) rows.scrollToIndex(index, { align: 'start' });
    else if (lines.length > 0) rows.scrollToIndex(lines.length - 1, { align: 'end' });
  }, [wanted]);
  return { ...end, heard: { ...heard, onScroll } };
}
