import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ActionLineFragment,
  CancelActionDocument,
  CompleteActionDocument,
  StartActionDocument,
} from '../api/generated';
import { useDraft } from './draft';
import { LongText } from './fields';
import { FormDialog } from './form-dialog';
import { Reassign, Supersede } from './hand-action';
import { Conflict, Outcome } from './outcome';
import { useSubmit } from './use-submit';
import { useMay } from './writing';
import css from './writing.module.css';

interface Props {
  readonly action: ActionLineFragment;
}

export function ActionMoves({ action }: Props) {
  const isOpen = action.status === 'PLANNED' || action.status === 'IN_PROGRESS';
  return isOpen ? <Moves action={action} /> : null;
}

function Moves({ action }: Props) {
  const { t } = useTranslation();
  const may = useMay(action.id, action.version);
  if (!may('ACTION_CHANGE')) return null;
  return (
    <>
      {action.status === 'PLANNED' && <Move action={action} move="start" />}
      <Move action={action} move="complete" />
      <FormDialog
        action={t('write.reassign')}
        about={action.title}
        title={`${t('write.reassign')}${t('app.colon')}${action.title}`}
        className="quiet small"
      >
        {(close) => <Reassign action={action} close={close} />}
      </FormDialog>
      <FormDialog
        action={t('write.supersede')}
        about={action.title}
        title={`${t('write.supersede')}${t('app.colon')}${action.title}`}
        className="quiet small"
      >
        {(close) => <Supersede action={action} close={close} />}
      </FormDialog>
      <FormDialog action={t('write.cancelAction')} title={t('write.cancelAction')} className="quiet small">
        {(close) => <Form action={action} move="cancelAction" close={close} />}
      </FormDialog>
    </>
  );
}

function Move({ action, move }: Props & { readonly move: 'start' | 'complete' }) {
  const { t } = useTranslation();
  return (
    <FormDialog action={t(`write.${move}`)} title={`${t(`write.${move}`)}${t('app.colon')}${action.title}`}>
      {(close) => <Form action={action} move={move} close={close} />}
    </FormDialog>
  );
}

interface FormProps extends Props {
  readonly move: 'start' | 'complete' | 'cancelAction';
  readonly close: () => void;
}

function Form({ action, move, close }: FormProps) {
  const { t } = useTranslation();
  const name = `${move}:${action.id}`;
  const draft = useDraft(name, { text: '' }, action.version);
  const onDone = () => {
    draft.clear();
    close();
  };
  const start = useSubmit({ name, mutation: StartActionDocument, onDone });
  const complete = useSubmit({ name, mutation: CompleteActionDocument, onDone });
  const cancel = useSubmit({ name, mutation: CancelActionDocument, onDone });
  const { isSending, failure } = { start, complete, cancelAction: cancel }[move];
  const { text } = draft.fields;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const about = { actionId: action.id, expectedVersion: draft.version };
    if (move === 'start') void start.send({ ...about, ...(text && { entry: { text } }) });
    if (move === 'complete') void complete.send({ ...about, ...(text && { result: text }) });
    if (move === 'cancelAction') void cancel.send({ ...about, reason: text });
  };
  const isConflict = draft.isKept && draft.version !== action.version;
  return (
    <form className={css.form} onSubmit={submit}>
      <LongText
        label={t(move === 'start' ? 'write.text' : move === 'complete' ? 'incident.result' : 'write.reason')}
        value={text}
        onChange={(next) => draft.set({ text: next })}
        isRequired={move === 'cancelAction'}
      />
      {isConflict && (
        <Conflict
          theirs={[t(`actionStatus.${action.status}`), action.result ?? '']}
          yours={[text]}
          onKeep={() => draft.rebase(action.version)}
          onTake={draft.clear}
        />
      )}
      <Outcome failure={failure} />
      <button type="submit" className="primary" disabled={isSending || isConflict}>
        {t('write.save')}
      </button>
    </form>
  );
}
