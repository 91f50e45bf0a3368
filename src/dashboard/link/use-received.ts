import { useEffect, useRef, useState } from 'react';

/** It is no longer said how many came, when so long none has come. */
const goneAfterMs = 10_000;
/** It is not said more often than this: it is read out. */
const calmMs = 3_000;

/** How many came one after another, of a number that only grows until it begins anew. */
export function useReceived(total: number): number {
  const [before, setBefore] = useState(total);
  if (total < before) setBefore(total);
  useEffect(() => {
    const timer = setTimeout(() => setBefore(total), goneAfterMs);
    return () => clearTimeout(timer);
  }, [total]);
  return useCalm(total - before);
}

/** The first change at once, and those that follow on it together. */
function useCalm(count: number): number {
  const [said, setSaid] = useState(count);
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (count === said) return;
    const timer = setTimeout(
      () => {
        saidAt.current = performance.now();
        setSaid(count);
      },
      Math.max(0, saidAt.current + calmMs - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [count, said]);
  return said;
}
