import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback, useState } from 'react';
import type { JournalLine } from '../link/following';

/** Keeps the line in the page that was used last, and whose form may be open, wherever one scrolls to. */
export function useHeld(lines: readonly JournalLine[]) {
  const [held, hold] = useState<number>();
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      const own = held === undefined ? -1 : lines.findIndex(({ number }) => number === held);
      return own === -1 || indexes.includes(own) ? indexes : [...indexes, own].sort((one, other) => one - other);
    },
    [lines, held],
  );
  return { hold, rangeExtractor };
}

/** The keyboard is in a line: it would be taken along. */
export function isInUse(): boolean {
  return document.activeElement?.closest('li[data-index]') != null;
}
