import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../link/following';
import css from './journal.module.css';
import { Line } from './line';
import type { Links } from './links';
import { useAim } from './use-aim';
import { isInUse, useHeld } from './use-held';

interface Props {
  readonly lines: readonly JournalLine[];
  readonly links: Links;
  readonly seenBefore: number;
}

/** Nearer to the end than this, one stays there as lines come. */
const nearEndPx = 120;

export function VirtualLines({ lines, links, seenBefore }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const staysAtEnd = useRef(true);
  const lastTop = useRef(0);
  const { hold, rangeExtractor } = useHeld(lines);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => 92,
    getItemKey: (index) => lines[index]?.number ?? index,
    ...{ overscan: 8, rangeExtractor },
  });
  useEffect(() => {
    if (staysAtEnd.current && !isInUse() && lines.length > 0) rows.scrollToIndex(lines.length - 1, { align: 'end' });
  }, [lines, rows]);
  const onLeave = () => {
    staysAtEnd.current = false;
  };
  useAim({ lines, box, rows, onLeave });
  const firstNew = lines.find(({ number }) => number > seenBefore)?.number;
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    // Lines that came below are no reason to leave the end: only who scrolls up leaves it.
    if (scrollHeight - scrollTop - clientHeight < nearEndPx) staysAtEnd.current = true;
    else if (scrollTop < lastTop.current) staysAtEnd.current = false;
    lastTop.current = scrollTop;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too.
    <section ref={box} className={css.scroll} onScroll={onScroll} tabIndex={0} aria-label={t('journal.title')}>
      {lines.length === 0 && <p className={css.muted}>{t('journal.empty')}</p>}
      <ol className={css.lines} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const line = lines[index];
          return (
            line && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                className={css.place}
                onFocus={() => hold(line.number)}
                style={{ transform: `translateY(${start}px)` }}
              >
                {line.number === firstNew && <p className={css.new}>{t('journal.isNew')}</p>}
                <Line line={line} links={links} />
              </li>
            )
          );
        })}
      </ol>
    </section>
  );
}
