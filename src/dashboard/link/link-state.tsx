import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWithSeconds } from '../time/reported';
import type { Followings } from './following';
import css from './link-state.module.css';
import { useReceived } from './use-received';

/** Signs of life come four times as often by default. */
const silentMs = 60_000;

interface Props {
  readonly state: Followings;
  /** Absent where there is nothing to notice. */
  readonly onNoticed?: () => void;
}

/** How the picture stands: what is said was proven by a position or a sign of life. */
export function LinkState({ state, onNoticed }: Props) {
  const { t } = useTranslation();
  const words = useWords(state);
  const count = useReceived(state.received);
  const notices = state.notices.map((notice) => t(`link.${notice}`)).join(', ');
  return (
    <div className={css.link} data-kind={state.kind}>
      <span className={css.mark} aria-hidden="true" />
      <span className="hidden">
        {t('link.label')}
        {t('app.colon')}
      </span>
      <span>{words}</span>
      <strong role="status" className={notices ? undefined : 'hidden'}>
        {notices}
      </strong>
      {notices && (
        <button type="button" className="small" onClick={onNoticed}>
          {t('link.noticed')}
          <span className="hidden"> – {notices}</span>
        </button>
      )}
      <span role="status" className={count > 0 ? css.notice : 'hidden'}>
        {count > 0 && t('link.received', { count })}
      </span>
    </div>
  );
}

function useWords({ kind, asOf, number }: Followings): string {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const time = asOf && clockWithSeconds(asOf, i18n.language);
  if (kind === 'cut' && time) return t('link.cutSince', { time });
  if (kind !== 'current') return t(`link.${kind}`);
  if (!asOf) return t('link.connecting');
  if (now - asOf.getTime() > silentMs && now - received(asOf, now) > silentMs) return t('link.silent', { time });
  return number === null ? t('link.current', { time }) : t('link.currentAt', { time, number });
}

const receipts = new WeakMap<Date, number>();

/** When it was told here: the clock of the server may be another. */
function received(asOf: Date, now: number): number {
  if (!receipts.has(asOf)) receipts.set(asOf, now);
  return receipts.get(asOf) ?? now;
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
