import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../link/following';
import { useDraft } from './draft';
import { EntryDetails } from './entry-details';
import { type EntryFields, emptyEntry } from './entry-input';
import { Choice, LongText } from './fields';
import { Marking } from './marking-fields';
import { Outcome } from './outcome';
import { TargetNotice } from './target-notice';
import { useSendEntry } from './use-send-entry';
import { useWriting } from './writing';
import css from './writing.module.css';

const categories = [
  ...['FACT', 'INFORMATION', 'REQUEST', 'DECISION', 'ACTION', 'COMMUNICATION', 'SITUATION', 'TECHNICAL'],
];

export const composerId = 'composer';

interface Props {
  readonly lines: readonly JournalLine[];
}

export function WriteEntry({ lines }: Props) {
  const { incident, may, isReader } = useWriting();
  const name = `entry:${incident.id}`;
  if (may('ENTRY_WRITE')) return <Composer {...{ name, lines }} />;
  return isReader ? <Kept name={name} /> : null;
}

/** What somebody wrote who may write no more. */
function Kept({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const { fields, isKept, clear } = useDraft<EntryFields>(name, emptyEntry);
  if (!isKept || fields.text === '') return null;
  return (
    <section className={css.composer} aria-label={t('write.draft')}>
      <p>{t('write.keptWords')}</p>
      <blockquote className={css.keptWords}>{fields.text}</blockquote>
      <div className={css.buttons}>
        <button type="button" onClick={clear}>
          {t('write.cancel')}
        </button>
      </div>
    </section>
  );
}

function Composer({ name, lines }: Props & { readonly name: string }) {
  const { t } = useTranslation();
  const draft = useDraft<EntryFields>(name, emptyEntry);
  const [written, setWritten] = useState<number | null>(null);
  const { send, isSending, failure } = useSendEntry({ name, draft }, setWritten);
  const { fields, set } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fields.text.trim() !== '') send();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form {...{ id: composerId, className: css.composer, onSubmit: submit, onKeyDown }} aria-label={t('write.entry')}>
      <TargetNotice lines={lines} />
      <LongText label={t('write.entry')} value={fields.text} onChange={(text) => set({ text })} />
      <div className={css.row}>
        <Choice
          label={t('write.category')}
          words="category"
          options={categories}
          value={fields.category}
          onChange={(category) => set({ category })}
        />
        <Marking fields={fields} onChange={set} />
      </div>
      <EntryDetails fields={fields} onChange={set} />
      <Outcome failure={failure} />
      <div className={css.buttons}>
        <button type="submit" className="primary" disabled={fields.text.trim() === ''} aria-disabled={isSending}>
          {t(isSending ? 'write.sending' : 'write.send')}
        </button>
        <span className={css.muted}>{t('write.shortcut')}</span>
        {draft.isKept && <span className={css.muted}>{t('write.draft')}</span>}
        <span role="status">{written !== null && t('write.written', { number: written })}</span>
      </div>
    </form>
  );
}
