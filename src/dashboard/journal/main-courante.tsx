import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Followings } from '../link/following';
import css from './journal.module.css';
import { linksOf } from './links';
import { isWanted } from './search';
import { Unread } from './unread';
import { useUnread } from './use-unread';
import { VirtualLines } from './virtual-lines';

interface Props {
  readonly incidentId: string;
  readonly state: Followings;
}

const categories = [
  ...['FACT', 'INFORMATION', 'REQUEST', 'DECISION', 'ACTION', 'COMMUNICATION', 'SITUATION', 'TECHNICAL'],
];

export function MainCourante({ incidentId, state }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState('');
  const { lines } = state;
  const shown = useMemo(() => lines.filter((line) => isWanted(line, { search, category })), [lines, search, category]);
  const links = useMemo(() => linksOf(lines), [lines]);
  const { unread, seenBefore, markRead } = useUnread(incidentId, state);
  return (
    <div className={css.journal}>
      <div className={css.head}>
        <h2>
          {t('journal.title')} <small>{t('journal.lines', { count: shown.length })}</small>
        </h2>
        <Verified state={state} />
      </div>
      <div className={css.tools}>
        <label>
          {t('journal.search')}
          <input type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
        </label>
        <label>
          {t('journal.category')}
          <select value={category} onChange={({ target }) => setCategory(target.value)}>
            <option value="">{t('journal.all')}</option>
            {categories.map((one) => (
              <option key={one} value={one}>
                {t(`category.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Unread unread={unread} markRead={markRead} />
      <VirtualLines lines={shown} links={links} seenBefore={seenBefore} />
    </div>
  );
}

function Verified({ state }: { readonly state: Followings }) {
  const { t } = useTranslation();
  if (state.kind === 'broken') return <strong className={css.broken}>✕ {t('link.broken')}</strong>;
  if (state.verified === 0) return <span className={css.muted}>{t('journal.unverified')}</span>;
  return <span className={css.verified}>✓ {t('journal.verified', { number: state.verified })}</span>;
}
