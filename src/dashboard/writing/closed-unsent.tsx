import { useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { InDialogContext } from './form-dialog';
import { useWriting, WritingContext } from './writing';
import css from './writing.module.css';

/** A form that goes while it is open, since what it changes is not open any more to who writes, does not go without a word. */
export function useTellUnsent(isUnsent: boolean): void {
  const dialog = useContext(InDialogContext);
  const tell = useContext(WritingContext)?.setUnsent;
  const latest = useRef({ isUnsent, dialog, tell });
  latest.current = { isUnsent, dialog, tell };
  useEffect(
    () => () => {
      const { isUnsent: left, dialog: within, tell: say } = latest.current;
      if (left && within?.isOpen()) say?.(within.title);
    },
    [],
  );
}

export function ClosedUnsent() {
  const { t } = useTranslation();
  const { unsent, setUnsent } = useWriting();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (unsent !== null) place.current?.focus();
  }, [unsent]);
  if (unsent === null) return null;
  return (
    <div ref={place} tabIndex={-1} role="alert" className={css.unsent}>
      <p>{t('write.closedUnsent', { title: unsent })}</p>
      <div className={css.buttons}>
        <button type="button" onClick={() => setUnsent(null)}>
          {t('write.close')}
        </button>
      </div>
    </div>
  );
}
