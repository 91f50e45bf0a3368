import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import type { JournalLine } from '../link/following';
import { type Aim, useAimedLine } from './go-to-line';

interface Options {
  readonly lines: readonly JournalLine[];
  readonly box: RefObject<HTMLElement | null>;
  readonly rows: Virtualizer<HTMLDivElement, Element>;
  readonly onLeave: () => void;
  readonly onEnd: () => void;
}

/** Scrolls to what was asked for, and puts the focus on the line once it is in the page. */
export function useAim({ lines, box, rows, onLeave, onEnd }: Options): void {
  const aim = useAimedLine();
  const reached = useRef<Aim | null>(null);
  useEffect(() => {
    if (aim === null || reached.current === aim) return;
    if (aim.to === 'end') {
      reached.current = aim;
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
    reached.current = aim;
    there.focus();
  });
}
