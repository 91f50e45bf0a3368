import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect } from 'react';
import type { JournalLine } from '../link/following';
import type { useEnd } from './use-end';
import { isInUse } from './use-held';

interface Options {
  readonly lines: readonly JournalLine[];
  readonly rows: Virtualizer<HTMLDivElement, Element>;
  readonly end: ReturnType<typeof useEnd>;
}

/** Goes to the end as lines come, for as long as one stays there; answers with how one goes there, and with what is heard of hands. */
export function useStay({ lines, rows, end }: Options) {
  const { height, staysAtEnd, isByHand, onLeave, heard } = end;
  const last = lines.length - 1;
  const toEnd = () => {
    if (staysAtEnd.current && !isInUse() && last >= 0) rows.scrollToIndex(last, { align: 'end' });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: as lines come.
  useEffect(toEnd, [lines]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines take another height than was thought once they are in the page.
  useEffect(() => {
    if (!isByHand()) toEnd();
  }, [height]);
  const onEnd = () => {
    staysAtEnd.current = true;
    toEnd();
  };
  const toFirst = () => {
    onLeave();
    rows.scrollToIndex(0, { align: 'start' });
  };
  const toLast = () => {
    staysAtEnd.current = true;
    rows.scrollToIndex(last, { align: 'end' });
  };
  return { onEnd, heard: { ...heard, onKeyDown: byKey({ toFirst, toLast, onOther: heard.onKeyDown }) } };
}

/**
 * The browser would scroll to where the first line and the last were thought to be, while those that come into the page on
 * the way take another height than was thought.
 */
function byKey({ toFirst, toLast, onOther }: Record<'toFirst' | 'toLast' | 'onOther', () => void>) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { key, currentTarget, target, altKey, metaKey, shiftKey } = event;
    // What is open over a line has these keys for itself.
    const isHere = currentTarget.contains(target as Node) && !(altKey || metaKey || shiftKey);
    if (!isHere || (key !== 'Home' && key !== 'End')) {
      onOther();
      return;
    }
    event.preventDefault();
    if (key === 'Home') toFirst();
    else toLast();
  };
}
