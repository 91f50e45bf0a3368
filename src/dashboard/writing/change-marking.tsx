import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeMarkingDocument } from '../api/generated';
import type { Entry } from '../link/following';
import { useDraft } from './draft';
import { FormDialog } from './form-dialog';
import { Marking, markingOf, noMarking } from './marking-fields';
import { Outcome } from './outcome';
import { useSubmit } from './use-submit';
import { useMay } from './writing';
import css from './writing.module.css';

export function ChangeMarking({ line }: { readonly line: Entry }) {
  const { t } = useTranslation();
  return (
    <FormDialog action={t('journal.mark')} title={t('write.marking', { number: line.number })} className="quiet small">
      {(close) => <Form line={line} close={close} />}
    </FormDialog>
  );
}

function Form({ line, close }: { readonly line: Entry; readonly close: () => void }) {
  const { t } = useTranslation();
  const may = useMay(line.id);
  const name = `marking:${line.id}`;
  const draft = useDraft(name, {
    ...noMarking,
    tlp: line.marking.tlp as string,
    audience: line.marking.audience as string,
  });
  const done = () => {
    draft.clear();
    close();
  };
  const { send, isSending, failure } = useSubmit({ name, mutation: ChangeMarkingDocument, onDone: done });
  const marking = markingOf(draft.fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (marking) void send({ thingId: line.id, expectedVersion: line.marking.version, marking });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <Marking fields={draft.fields} onChange={draft.set} />
      <Outcome failure={failure} />
      <button
        type="submit"
        className="primary"
        disabled={isSending || !marking || !(may('MARKING_WIDEN') || may('MARKING_NARROW'))}
      >
        {t('write.save')}
      </button>
    </form>
  );
}
