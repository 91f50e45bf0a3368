import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnreadPartsFragment } from '../api/generated';
import css from './journal.module.css';

interface Props {
  readonly unread: UnreadPartsFragment | null;
  readonly markRead: (() => Promise<void>) | undefined;
}

/** What the viewer has not read, and what nobody of its organisation has: what the next shift takes over. */
export function Unread({ unread, markRead }: Props) {
  const { t } = useTranslation();
  const [isRefused, setRefused] = useState(false);
  if (!unread) return null;
  const mark = () => {
    setRefused(false);
    markRead?.().catch(() => setRefused(true));
  };
  const isUnread = unread.byMe.count > 0;
  return (
    <div className={css.unread}>
      <p>
        {isUnread ? t('journal.unread', counted(unread.byMe)) : t('journal.allRead')}
        {unread.byUs.count > 0 && ` · ${t('journal.unreadByUs', counted(unread.byUs))}`}
      </p>
      {markRead && isUnread && (
        <button type="button" className="small" onClick={mark}>
          {t('journal.markRead')}
        </button>
      )}
      {isRefused && <span role="alert">{t('journal.notMarked')}</span>}
    </div>
  );
}

/** More than were looked through: at least so many. */
export function counted({ count, isExact }: { readonly count: number; readonly isExact: boolean }) {
  return { count, number: isExact ? `${count}` : `${count}+` };
}
