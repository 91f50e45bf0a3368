import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft';
import { Choice, LongText } from './fields';
import { Conflict, Outcome } from './outcome';
import type { Failure } from './use-submit';
import css from './writing.module.css';

export type Situation = { status: string; impact: string; text: string };

interface Props {
  /** As it is recorded now. */
  readonly recorded: { readonly version: number; readonly status: string; readonly impact: string | null };
  readonly draft: Draft<Situation>;
  readonly statuses: readonly string[];
  readonly words: string;
  readonly isSending: boolean;
  readonly failure: Failure | null;
  readonly onSend: () => void;
}

/** The situation of a region or a service; if somebody else changed it meanwhile, both versions are shown. */
export function SituationForm({ recorded, draft, statuses, words, isSending, failure, onSend }: Props) {
  const { t } = useTranslation();
  const { fields, set } = draft;
  const isConflict = draft.isKept && recorded.version !== draft.version;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <Choice
        label={t('write.status')}
        words={words}
        options={statuses}
        value={fields.status}
        onChange={(status) => set({ status })}
      />
      <LongText label={t('write.impact')} value={fields.impact} onChange={(impact) => set({ impact })} />
      <LongText label={t('write.text')} value={fields.text} onChange={(text) => set({ text })} />
      {isConflict && (
        <Conflict
          theirs={[t(`${words}.${recorded.status}`), recorded.impact ?? '–']}
          yours={[t(`${words}.${fields.status}`), fields.impact || '–']}
          onKeep={() => draft.rebase(recorded.version)}
          onTake={draft.clear}
        />
      )}
      <Outcome failure={failure} />
      <div className={css.buttons}>
        <button type="submit" className="primary" disabled={isSending || isConflict}>
          {t(isSending ? 'write.sending' : 'write.save')}
        </button>
        {draft.isKept && <span className={css.muted}>{t('write.draft')}</span>}
      </div>
    </form>
  );
}
