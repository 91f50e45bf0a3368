import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentHref } from '../route/route';
import { composerId } from '../writing/composer';
import css from './arrived.module.css';
import { announceBySound } from './sound';
import type { Line } from './use-incidents';

interface Props {
  readonly incidents: readonly Line[];
  readonly onNoticed: () => void;
}

/** Says that incidents came into sight, on whatever page: one by its title, several by their number. */
export function Arrived({ incidents, onNoticed }: Props) {
  const { t } = useTranslation();
  const announced = useRef(0);
  const count = incidents.length;
  useEffect(() => {
    if (count > announced.current) announceBySound();
    announced.current = count;
  }, [count]);
  const last = incidents.at(-1);
  const place = useRef<HTMLElement>(null);
  const isHigh = useOutOfTheWay(place, count);
  return (
    <aside
      {...{ ref: place, className: last ? css.arrived : 'hidden', 'data-high': isHigh }}
      aria-label={t('overview.arrivals')}
    >
      <p role="status">
        {last && count === 1 && (
          <a href={incidentHref(last.reference)}>{t('overview.arrived', { title: last.title })}</a>
        )}
        {last && count > 1 && <a href="#/">{t('overview.arrivedMany', { count, title: last.title })}</a>}
      </p>
      {last && (
        <button type="button" className="small" onClick={onNoticed}>
          {t('overview.noticed')}
        </button>
      )}
    </aside>
  );
}

/** Where the form for entries goes past with the page, and somebody writes where this comes up: it stands at the top then. */
function useOutOfTheWay(place: RefObject<HTMLElement | null>, count: number): boolean {
  const [isHigh, setHigh] = useState(false);
  useLayoutEffect(() => {
    const form = document.activeElement?.closest(`#${composerId}`);
    const top = place.current?.getBoundingClientRect().top ?? 0;
    setHigh(count > 0 && form != null && form.getBoundingClientRect().bottom > top);
  }, [place, count]);
  return isHigh;
}
