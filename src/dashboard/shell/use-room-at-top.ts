import { type RefObject, useEffect } from 'react';

/**
 * Tells the styles how much of the bar stays at the top, and what may go: where the bar has several lines, those above the
 * one that is kept. What is focused is scrolled to below it.
 */
export function useRoomAtTop(top: RefObject<HTMLElement | null>, kept: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const [bar, line] = [top.current, kept.current];
    if (!bar || !line) return;
    const measure = () => {
      const { style } = document.documentElement;
      const isLower = line.offsetTop > line.offsetHeight;
      const goes = isLower ? line.offsetTop - 2 : 0;
      style.setProperty('--goes', `${goes}px`);
      style.setProperty('--top', `${bar.offsetHeight - goes}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(bar);
    observer.observe(line);
    return () => observer.disconnect();
  }, [top, kept]);
}
