import { type RefObject, useEffect, useMemo, useRef } from 'react';

/**
 * Where the focus goes when the button that opened a form is gone once the form is: to the heading of the panel that the
 * button was in, and not out of sight. The button has to say when it opens, closes and is left.
 */
export function useWayBack(button: RefObject<HTMLElement | null>) {
  const isOpen = useRef(false);
  const panel = useRef<Element | null>(null);
  useEffect(
    () => () => {
      const from = panel.current;
      // The dialog may be about to give the focus back, and keeps the page from taking it until it is gone itself.
      if (from) requestAnimationFrame(() => goNear(from));
    },
    [],
  );
  return useMemo(
    () => ({
      isOpen: () => isOpen.current,
      onOpenChange: (next: boolean) => {
        isOpen.current = next;
        if (next) panel.current = button.current?.closest('section, header, main') ?? null;
      },
      onLeft: () => {
        if (!isOpen.current) panel.current = null;
      },
    }),
    [button],
  );
}

function goNear(panel: Element): void {
  if (document.activeElement !== document.body) return;
  const place = panel.isConnected ? panel : document.getElementById('content');
  const heading = place?.querySelector<HTMLElement>('h1[tabindex], h2[tabindex]');
  (heading ?? document.getElementById('content'))?.focus();
}
