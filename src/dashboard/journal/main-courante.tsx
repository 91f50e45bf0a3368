import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Followings } from '../link/following';
import { Filters } from './filters';
import { useGoing } from './go-to-line';
import css from './journal.module.css';
import { linksOf } from './links';
import { everything, numberIn, Search } from './search';
import { Unread } from './unread';
import { useUnread } from './use-unread';
import { VirtualLines } from './virtual-lines';

interface Props {
  readonly incidentId: string;
  readonly state: Followings;
}

export function MainCourante({ incidentId, state }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(everything);
  const { lines } = state;
  const [search] = useState(() => new Search());
  const shown = useMemo(() => search.among(lines, wanted), [search, lines, wanted]);
  const links = useMemo(() => linksOf(lines), [lines]);
  const { aim, goTo } = useGoing();
  // biome-ignore lint/correctness/useExhaustiveDependencies: who filters after having gone to a line wants the filter.
  useEffect(() => {
    if (aim && aim.to !== 'end' && !shown.some(({ number }) => number === aim.to)) setWanted(everything);
  }, [aim]);
  const onGo = () => {
    const number = numberIn(wanted.search);
    if (number === undefined || !lines.some((line) => line.number === number)) return;
    setWanted(everything);
    goTo(number);
  };
  const marks = useUnread(incidentId, state);
  return (
    <div className={css.journal}>
      <div className={css.head}>
        <h2>
          {t('journal.title')} <small>{t('journal.lines', { count: shown.length })}</small>
        </h2>
        <Verified state={state} />
      </div>
      <Filters {...{ lines, wanted }} onChange={setWanted} onGo={onGo} />
      <Unread {...marks} hasLines={shown.length > 0} />
      <VirtualLines {...{ wanted, lines: shown, links }} beginning={marks.beginning} />
    </div>
  );
}

function Verified({ state }: { readonly state: Followings }) {
  const { t } = useTranslation();
  if (state.kind === 'broken') return <strong className={css.broken}>✕ {t('link.broken')}</strong>;
  if (state.verified === 0) return <span className={css.muted}>{t('journal.unverified')}</span>;
  return <span className={css.verified}>✓ {t('journal.verified', { number: state.verified })}</span>;
}
