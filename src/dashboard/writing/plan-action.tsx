import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionKind, type ActionPriority, PlanActionDocument } from '../api/generated';
import { useSignedIn } from '../session/context';
import { reportedInput } from '../time/input';
import { useDraft } from './draft';
import { Choice, LongText, Moment, Selection, Text } from './fields';
import { FormDialog } from './form-dialog';
import { Marking, markingOf, noMarking } from './marking-fields';
import { Outcome } from './outcome';
import { useSubmit } from './use-submit';
import { useWriting } from './writing';
import css from './writing.module.css';

const kinds: readonly ActionKind[] = ['TASK', 'INSTRUCTION', 'REQUEST'];
const priorities: readonly ActionPriority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];

export function PlanAction() {
  const { t } = useTranslation();
  const { may } = useWriting();
  if (!may('ACTION_PLAN')) return null;
  return (
    <FormDialog action={t('write.plan')} title={t('write.plan')}>
      {(close) => <Form close={close} />}
    </FormDialog>
  );
}

function Form({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const { viewer } = useSignedIn();
  const name = `plan:${viewer.stakeholder?.id}:${incident.id}`;
  const empty = {
    title: '',
    description: '',
    kind: 'TASK',
    priority: 'NORMAL',
    due: '',
    owner: viewer.stakeholder?.id ?? '',
  };
  const draft = useDraft(name, { ...noMarking, ...empty });
  const done = () => {
    draft.clear();
    close();
  };
  const { send, isSending, failure } = useSubmit({ name, mutation: PlanActionDocument, onDone: done });
  const { fields, set } = draft;
  const field = (key: keyof typeof empty) => ({
    label: t(`write.${key}`),
    value: fields[key],
    onChange: (value: string) => set({ [key]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(inputOf(incident.id, fields));
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <Text {...field('title')} isRequired />
      <LongText {...field('description')} />
      <Choice {...field('kind')} words="actionKind" options={kinds} />
      <Choice {...field('priority')} words="priority" options={priorities} />
      <Moment {...field('due')} />
      <Selection {...field('owner')}>
        {incident.involvements.map(({ id, stakeholder }) => (
          <option key={id} value={stakeholder?.id}>
            {stakeholder?.name}
          </option>
        ))}
      </Selection>
      <Marking fields={fields} onChange={set} />
      <Outcome failure={failure} />
      <button type="submit" className="primary" disabled={isSending}>
        {t('write.save')}
      </button>
    </form>
  );
}

function inputOf(incidentId: string, fields: Parameters<typeof markingOf>[0] & Readonly<Record<string, string>>) {
  const due = reportedInput(fields['due'] ?? '', '');
  const marking = markingOf(fields);
  return {
    incidentId,
    title: fields['title'] ?? '',
    ...(fields['description'] && { description: fields['description'] }),
    kind: fields['kind'] as ActionKind,
    priority: fields['priority'] as ActionPriority,
    ...(fields['owner'] && { ownerId: fields['owner'] }),
    ...(due && { due }),
    ...(marking && { marking }),
  };
}
