import { useTranslation } from 'react-i18next';
import type { Typed, Word } from './use-typed';
import css from './writing.module.css';

/** To be read, and copied to where they can be sent. */
export function TypedWords({ words }: { readonly words: readonly Word[] }) {
  const { t } = useTranslation();
  return words.map(({ field, text }) => (
    <label key={field} className={css.wide}>
      <span>{t(field === 'result' ? 'incident.result' : `write.${field}`)}</span>
      <textarea readOnly value={text} />
    </label>
  ));
}

/** All of them, where nothing else of the incident is to be seen. */
export function AllTyped({ typed }: { readonly typed: readonly Typed[] }) {
  const { t } = useTranslation();
  return typed.map(({ key, form, words }) => (
    <section key={key} className={css.form} aria-label={form ?? t('write.entry')}>
      <strong>{form ?? t('write.entry')}</strong>
      <TypedWords words={words} />
    </section>
  ));
}
