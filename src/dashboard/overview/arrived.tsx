import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './overview.module.css';
import { beep } from './sound';
import type { Line } from './use-incidents';

const KEY = 'cellule:sound';

/** Says that an incident came into sight: to screens and their readers, and by a sound for who wants it. */
export function Arrived({ incident }: { readonly incident: Line | null }) {
  const { t } = useTranslation();
  const [sounds, setSounds] = useState(() => localStorage.getItem(KEY) === 'on');
  useEffect(() => {
    if (incident && localStorage.getItem(KEY) === 'on') beep();
  }, [incident]);
  const change = (wanted: boolean) => {
    localStorage.setItem(KEY, wanted ? 'on' : 'off');
    setSounds(wanted);
    if (wanted) beep();
  };
  return (
    <div className={css.arrived}>
      <p role="status" className={incident ? css.news : 'hidden'}>
        {incident ? t('overview.arrived', { title: incident.title }) : ''}
      </p>
      <button
        {...{ type: 'button', className: 'quiet small', 'aria-pressed': sounds, 'aria-label': t('session.soundOn') }}
        onClick={() => change(!sounds)}
      >
        {t('session.sound')} {sounds ? '●' : '○'}
      </button>
    </div>
  );
}
