import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../incident/panel';
import { store } from './stored';
import { TypedWords } from './typed-words';
import { useTyped } from './use-typed';
import { useWriting } from './writing';
import css from './writing.module.css';

/** What was typed in forms and not sent stays within reach, also where a form is offered no more. */
export function BegunForms() {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const begun = useTyped(incident.reference).filter(({ form }) => form !== undefined);
  if (begun.length === 0) return null;
  return (
    <Panel title={t('write.begunForms')}>
      <p className={css.muted}>{t('write.begunNote')}</p>
      {begun.map(({ key, form, words }) => (
        <Opened key={key} summary={form ?? ''}>
          <TypedWords words={words} />
          <button type="button" className="small" onClick={() => store(key, null)}>
            {t('write.cancel')}
          </button>
        </Opened>
      ))}
    </Panel>
  );
}

function Opened({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={css.details} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && <div className={css.form}>{children}</div>}
    </details>
  );
}
