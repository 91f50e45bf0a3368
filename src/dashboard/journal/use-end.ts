import { type RefObject, useRef } from 'react';

/** Nearer to the end than this, one stays there as lines come. */
const nearEndPx = 120;
/** For so long what moves is moved by a hand that was seen, or by lines that have shrunk. */
const causeMs = 500;

/** Whether one stays at the end as lines come: until one scrolls up by hand. */
export function useEnd(box: RefObject<HTMLElement | null>, height: number) {
  const staysAtEnd = useRef(true);
  const lastTop = useRef(0);
  const lastHeight = useRef(height);
  const shrankAt = useRef(Number.NEGATIVE_INFINITY);
  const handAt = useRef(Number.NEGATIVE_INFINITY);
  if (height < lastHeight.current) shrankAt.current = performance.now();
  lastHeight.current = height;
  const onHand = () => {
    handAt.current = performance.now();
  };
  const onLeave = () => {
    staysAtEnd.current = false;
  };
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    const isByLines = isRecent(shrankAt.current) && !isRecent(handAt.current);
    // Lines that came below are no reason to leave the end, nor are those above that take less room than they did.
    if (scrollHeight - scrollTop - clientHeight < nearEndPx) staysAtEnd.current = true;
    else if (scrollTop < lastTop.current && !isByLines) onLeave();
    lastTop.current = scrollTop;
  };
  const hands = { onWheel: onHand, onTouchMove: onHand, onKeyDown: onHand, onPointerDown: onHand };
  return { staysAtEnd, onLeave, onScroll, ...hands };
}

function isRecent(moment: number): boolean {
  return performance.now() - moment < causeMs;
}
