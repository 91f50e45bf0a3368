import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../link/following';
import css from './journal.module.css';
import { Line } from './line';
import type { Links } from './links';
import type { Wanted } from './search';
import { useAim } from './use-aim';
import { useEnd } from './use-end';
import { useHeld } from './use-held';
import { usePlace } from './use-place';
import { useReaders } from './use-readers';
import { useStay } from './use-stay';
import type { Beginning } from './use-unread';

interface Props {
  readonly wanted: Wanted;
  readonly lines: readonly JournalLine[];
  readonly links: Links;
  readonly beginning: Beginning | undefined;
}

export function VirtualLines({ wanted, lines, links, beginning }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { hold, rangeExtractor } = useHeld(lines);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => 92,
    getItemKey: (index) => lines[index]?.number ?? index,
    ...{ overscan: 8, rangeExtractor },
  });
  const end = usePlace({ wanted, lines, box, rows, end: useEnd(box, () => rows.getTotalSize()) });
  const { onEnd, heard } = useStay({ lines, rows, end });
  const { height, onLeave } = end;
  useAim({ lines, box, rows, onLeave, onEnd });
  const shown = rows.getVirtualItems().flatMap(({ index }) => lines[index] ?? []);
  const readersOf = useReaders(shown);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too.
    <section ref={box} className={css.scroll} {...heard} tabIndex={0} aria-label={t('journal.title')}>
      {lines.length === 0 && <p className={css.muted}>{t('journal.empty')}</p>}
      <ol className={css.lines} style={{ height }}>
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
                {line.number === beginning?.number && <NewFromHere {...beginning} />}
                <Line {...{ line, links, readersOf }} />
              </li>
            )
          );
        })}
      </ol>
    </section>
  );
}

function NewFromHere({ isOfAll }: Beginning) {
  const { t } = useTranslation();
  return <p className={css.new}>{t(isOfAll ? 'journal.isUnread' : 'journal.isNew')}</p>;
}
