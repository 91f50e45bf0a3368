import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnreadPartsFragment } from '../api/generated';
import { useGoToLine } from './go-to-line';
import css from './journal.module.css';
import type { Marks } from './use-unread';

interface Props extends Marks {
  readonly hasLines: boolean;
}

/** What the viewer has not read, and what nobody of its organisation has: what the next shift takes over. */
export function Unread({ unread, beginning, markRead, hasLines }: Props) {
  const { t } = useTranslation();
  const goTo = useGoToLine();
  const [isRefused, setRefused] = useState(false);
  const mark = () => {
    setRefused(false);
    markRead?.().catch(() => setRefused(true));
  };
  return (
    <div className={css.unread}>
      {unread && <Count unread={unread} isUnread={beginning !== undefined} />}
      {markRead && beginning && (
        <button type="button" className="small" onClick={mark}>
          {t('journal.markRead')}
        </button>
      )}
      {isRefused && <span role="alert">{t('journal.notMarked')}</span>}
      {beginning && (
        <button type="button" className="quiet small" onClick={() => goTo(beginning.number)}>
          {t('journal.toUnread')}
        </button>
      )}
      {hasLines && (
        <button type="button" className="quiet small" onClick={() => goTo('end')}>
          {t('journal.toEnd')}
        </button>
      )}
    </div>
  );
}

interface CountProps {
  readonly unread: UnreadPartsFragment;
  readonly isUnread: boolean;
}

function Count({ unread: { byMe, byUs }, isUnread }: CountProps) {
  const { t } = useTranslation();
  return (
    <p>
      {isUnread ? t('journal.unread', counted({ ...byMe, count: Math.max(1, byMe.count) })) : t('journal.allRead')}
      {byUs.count > 0 && ` · ${t('journal.unreadByUs', counted(byUs))}`}
    </p>
  );
}

/** More than were looked through: at least so many. */
export function counted({ count, isExact }: { readonly count: number; readonly isExact: boolean }) {
  return { count, number: isExact ? `${count}` : `${count}+` };
}
