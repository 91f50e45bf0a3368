import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from './draft';
import { type EntryFields, emptyEntry } from './entry-input';
import { targetWords } from './target-notice';
import { useWriting } from './writing';
import css from './writing.module.css';

/** What somebody wrote who may write no more. */
export function KeptWords({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { target, aim, askAgain } = useWriting();
  const { fields, isKept, clear } = useDraft<EntryFields>(name, emptyEntry);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // Who was writing goes on from here.
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  if (!isKept || fields.text === '') return null;
  const onDiscard = () => {
    clear();
    aim(null);
  };
  return (
    <section ref={place} tabIndex={-1} className={css.composer} aria-label={t('write.draft')}>
      <p role="alert">{t('write.keptWords')}</p>
      {target && <strong>{targetWords(t, target)}</strong>}
      <blockquote className={css.keptWords}>{fields.text}</blockquote>
      <div className={css.buttons}>
        <button type="button" onClick={askAgain}>
          {t('write.lookAgain')}
        </button>
        <button type="button" onClick={onDiscard}>
          {t('write.cancel')}
        </button>
      </div>
    </section>
  );
}
