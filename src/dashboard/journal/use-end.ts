import { type RefObject, useRef } from 'react';

/** Nearer to the end than this, one stays there as lines come. */
const nearEndPx = 120;
/** For so long after a hand was seen it may be what moves the lines. */
const handMs = 500;

/** Whether one stays at the end as lines come: until one scrolls up. */
export function useEnd(box: RefObject<HTMLElement | null>, heightNow: () => number) {
  const staysAtEnd = useRef(true);
  const lastTop = useRef(0);
  const lastHeight = useRef(0);
  const shrunkBy = useRef(0);
  const handAt = useRef(Number.NEGATIVE_INFINITY);
  const measure = () => {
    const height = heightNow();
    shrunkBy.current += Math.max(0, lastHeight.current - height);
    lastHeight.current = height;
    return height;
  };
  const isByHand = () => performance.now() - handAt.current < handMs;
  const onHand = () => {
    handAt.current = performance.now();
  };
  const onLeave = () => {
    staysAtEnd.current = false;
  };
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    measure();
    const rise = lastTop.current - scrollTop;
    // Lines that came below are no reason to leave the end, nor are those above that take less room than they did.
    if (scrollHeight - scrollTop - clientHeight < nearEndPx) staysAtEnd.current = true;
    else if (rise > 0 && (isByHand() || rise > shrunkBy.current + 1)) onLeave();
    lastTop.current = scrollTop;
    shrunkBy.current = 0;
  };
  const heard = { onScroll, onWheel: onHand, onTouchMove: onHand, onKeyDown: onHand, onPointerDown: onHand };
  return { height: measure(), staysAtEnd, isByHand, onLeave, heard };
}
