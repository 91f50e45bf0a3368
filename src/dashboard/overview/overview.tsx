import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '../shell/later';
import { IncidentCard } from './incident-card';
import { chosen, type Order, type Wanted } from './order';
import css from './overview.module.css';
import { SoundSwitch } from './sound-switch';
import { useIncidents } from './use-incidents';
import { useNeeds } from './use-needs';

const Declare = later(() => import('../writing/declare').then((part) => part.Declare));

export function Overview() {
  const { t } = useTranslation();
  const { incidents, isKnown } = useIncidents();
  const [wanted, setWanted] = useState<Wanted>({ search: '', order: 'need', withClosed: false });
  const needs = useNeeds(incidents);
  const shown = chosen(incidents.values(), wanted, needs);
  return (
    <main id="content" tabIndex={-1} className={css.page}>
      <div className={css.head}>
        <h1>{t('overview.title')}</h1>
        <Suspense fallback={null}>
          <Declare />
        </Suspense>
      </div>
      <Tools wanted={wanted} onChange={setWanted} />
      {!isKnown && <p>{t('overview.waiting')}</p>}
      {isKnown && shown.length === 0 && <p>{t(incidents.size === 0 ? 'overview.none' : 'overview.noneFound')}</p>}
      <ul className={css.list}>
        {shown.map((line) => (
          <IncidentCard key={line.id} line={line} needs={needs.get(line.id)} />
        ))}
      </ul>
    </main>
  );
}

const orders: readonly Order[] = ['need', 'severity', 'updated', 'declared'];

function Tools({ wanted, onChange }: { readonly wanted: Wanted; readonly onChange: (wanted: Wanted) => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.tools}>
      <label>
        {t('overview.search')}
        <input
          type="search"
          value={wanted.search}
          onChange={({ target }) => onChange({ ...wanted, search: target.value })}
        />
      </label>
      <label>
        {t('overview.order')}
        <select value={wanted.order} onChange={({ target }) => onChange({ ...wanted, order: target.value as Order })}>
          {orders.map((order) => (
            <option key={order} value={order}>
              {t(`overview.orders.${order}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={wanted.withClosed}
          onChange={({ target }) => onChange({ ...wanted, withClosed: target.checked })}
        />
        {t('overview.withClosed')}
      </label>
      <SoundSwitch />
    </div>
  );
}
