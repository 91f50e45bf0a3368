import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import type { JournalLine } from '../link/following';

/** The line that was asked for, each time anew. */
export interface Aim {
  readonly number: number;
}

interface Options {
  readonly aim: Aim | null;
  readonly lines: readonly JournalLine[];
  readonly box: RefObject<HTMLElement | null>;
  readonly rows: Virtualizer<HTMLDivElement, Element>;
  readonly onLeave: () => void;
}

/** Scrolls to the line that was asked for, and puts the focus on it once it is in the page. */
export function useAim({ aim, lines, box, rows, onLeave }: Options): void {
  const reached = useRef<Aim | null>(null);
  useEffect(() => {
    if (aim === null || reached.current === aim) return;
    const index = lines.findIndex(({ number }) => number === aim.number);
    if (index === -1) return;
    onLeave();
    const there = box.current?.querySelector<HTMLElement>(`[data-number="${aim.number}"]`);
    if (!there) {
      rows.scrollToIndex(index, { align: 'center' });
      return;
    }
    reached.current = aim;
    there.focus();
  });
}
