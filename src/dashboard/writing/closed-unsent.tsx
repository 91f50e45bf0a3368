import { useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { InDialogContext } from './form-dialog';
import { TypedWords } from './typed-words';
import { useTyped } from './use-typed';
import { useWriting, WritingContext } from './writing';
import css from './writing.module.css';

/** A form that goes while it is open, since what it changes is not open any more to who writes, does not go without a word. */
export function useTellUnsent(name: string, isUnsent: boolean): void {
  const dialog = useContext(InDialogContext);
  const tell = useContext(WritingContext)?.setUnsent;
  const latest = useRef({ name, isUnsent, dialog, tell });
  latest.current = { name, isUnsent, dialog, tell };
  useEffect(
    () => () => {
      const { isUnsent: left, dialog: within, tell: say, name: draft } = latest.current;
      if (left && within?.isOpen()) say?.({ name: draft, kind: within.kind });
    },
    [],
  );
}

/** The reason, and the words: they can be read and copied, and not sent. */
export function ClosedUnsent() {
  const { t } = useTranslation();
  const { incident, unsent, setUnsent } = useWriting();
  const typed = useTyped(incident.reference).find(({ name }) => name === unsent?.name);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (unsent !== null) place.current?.focus();
  }, [unsent]);
  if (unsent === null) return null;
  return (
    <div ref={place} tabIndex={-1} role="alert" className={css.unsent}>
      <p>{t('write.closedUnsent', { title: unsent.kind })}</p>
      {typed && <TypedWords words={typed.words} />}
      <div className={css.buttons}>
        <button type="button" onClick={() => setUnsent(null)}>
          {t('write.close')}
        </button>
      </div>
    </div>
  );
}
