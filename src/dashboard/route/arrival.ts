import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Scrolled } from './scrolled';

/** Takes the focus to the heading of the page that somebody came to. */
type Reach = (heading: HTMLElement | null) => void;

export const ArrivalContext = createContext<Reach>(() => undefined);

/**
 * Who goes to another page goes on from its heading, unless something else in it has the focus by then. Another heading of
 * the same place takes over from one that went. Where the page was loaded, the focus is the browser's. A page that one goes
 * back to is as far down as it was, another is at its top.
 */
export function useArrival(place: string): Reach {
  const [scrolled] = useState(() => new Scrolled());
  useEffect(() => scrolled.start(), [scrolled]);
  const loaded = useRef(place);
  const left = useRef<{ readonly place: string; readonly focused: Element | null }>(null);
  if (place !== (left.current?.place ?? loaded.current)) left.current = { place, focused: document.activeElement };
  return useMemo(
    () => (heading) => {
      const isFree = [document.body, left.current?.focused].includes(document.activeElement as HTMLElement);
      if (!left.current || !isFree) return;
      left.current = { place: left.current.place, focused: null };
      if (!scrolled.isKnown) window.scrollTo(0, 0);
      heading?.focus({ preventScroll: true });
    },
    [scrolled],
  );
}

/** What the heading of a page needs, so that it is gone to when it comes. */
export function useReached() {
  const reach = useContext(ArrivalContext);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => reach(heading.current), [reach]);
  return heading;
}
