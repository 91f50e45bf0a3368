import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentHref } from '../route/route';
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
  return (
    <aside className={last ? css.arrived : 'hidden'} aria-label={t('overview.arrivals')}>
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
