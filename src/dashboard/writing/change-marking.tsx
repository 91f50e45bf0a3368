import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeMarkingDocument } from '../api/generated';
import { useDraft } from './draft';
import { FormDialog } from './form-dialog';
import { Marking, markingOf, noMarking } from './marking-fields';
import { Outcome } from './outcome';
import { useSubmit } from './use-submit';
import { useMay } from './writing';
import css from './writing.module.css';

interface Props {
  readonly thing: {
    readonly id: string;
    readonly marking: { readonly tlp: string; readonly audience: string; readonly version: number };
  };
  readonly title: string;
}

export function ChangeMarking({ thing, title }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog action={t('journal.mark')} about={title} title={title} className="quiet small">
      {(close) => <Form thing={thing} close={close} />}
    </FormDialog>
  );
}

function Form({ thing, close }: Pick<Props, 'thing'> & { readonly close: () => void }) {
  const { t } = useTranslation();
  const may = useMay(thing.id, thing.marking.version);
  const name = `marking:${thing.id}`;
  const draft = useDraft(name, {
    ...noMarking,
    tlp: thing.marking.tlp,
    audience: thing.marking.audience,
  });
  const done = () => {
    draft.clear();
    close();
  };
  const { send, isSending, failure } = useSubmit({ name, mutation: ChangeMarkingDocument, onDone: done });
  const marking = markingOf(draft.fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (marking) void send({ thingId: thing.id, expectedVersion: thing.marking.version, marking });
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
