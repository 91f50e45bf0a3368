import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import type { JournalLine } from '../link/following';
import { useGoing } from './go-to-line';

interface Options {
  readonly lines: readonly JournalLine[];
  readonly box: RefObject<HTMLElement | null>;
  readonly rows: Virtualizer<HTMLDivElement, Element>;
  readonly onLeave: () => void;
  readonly onEnd: () => void;
}

/** Scrolls to what was asked for, and puts the focus on the line once it is in the page. */
export function useAim({ lines, box, rows, onLeave, onEnd }: Options): void {
  const { aim, onArrival } = useGoing();
  useEffect(() => {
    if (aim === null) return;
    if (aim.to === 'end') {
      onArrival();
      box.current?.focus();
      onEnd();
      return;
    }
    const index = lines.findIndex(({ number }) => number === aim.to);
    if (index === -1) return;
    onLeave();
    const there = box.current?.querySelector<HTMLElement>(`[data-number="${aim.to}"]`);
    if (!there) {
      rows.scrollToIndex(index, { align: 'center' });
      return;
    }
    onArrival();
    there.focus();
  });
}
