import { useTranslation } from 'react-i18next';
import { type ActionKind, type ActionPriority, PlanActionDocument } from '../api/generated';
import { useSignedIn } from '../session/context';
import { reported } from '../time/input';
import { CommandForm } from './command-form';
import { Choice, LongText, Text } from './fields';
import { FormDialog } from './form-dialog';
import { Marking } from './marking-fields';
import { markingOf, noMarking } from './marking-input';
import { partiesOf } from './parties';
import { PartyChoice } from './party-choice';
import { RegionChoice } from './region-choice';
import { chosenOf, Several } from './several';
import { noTime, When } from './time-fields';
import { inWords, said, useCommand } from './use-command';
import { useWriting } from './writing';

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

const empty = {
  ...{ ...noMarking, ...noTime, title: '', description: '', kind: 'TASK', priority: 'NORMAL' },
  ...{ owner: '', addressees: '', regions: '', text: '' },
};

function Form({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const { viewer } = useSignedIn();
  const command = useCommand({
    ...{ name: `plan:${incident.id}`, mutation: PlanActionDocument, onDone: close },
    initial: { ...empty, owner: viewer.stakeholder?.id ?? '' },
  });
  const { fields, field, set } = command;
  const parties = partiesOf(incident.involvements);
  const onSend = () => void command.send({ incidentId: incident.id, ...planOf(fields) });
  return (
    <CommandForm {...{ command, onSend, action: t('write.plan') }}>
      <Text {...field('title')} isRequired />
      <LongText {...field('description')} />
      <Choice {...field('kind')} words="actionKind" options={kinds} />
      <Choice {...field('priority')} words="priority" options={priorities} />
      <PartyChoice {...field('owner')} among={parties} />
      <When label={t('write.due')} fields={fields} onChange={set} />
      <Several {...field('addressees')} options={parties} />
      <RegionChoice {...field('regions')} label={t('write.concerned')} />
      <Marking fields={fields} onChange={set} />
      <LongText {...field('text')} />
    </CommandForm>
  );
}

function planOf(fields: typeof empty) {
  const marking = markingOf(fields);
  return {
    title: fields.title.trim(),
    ...said('description', fields.description),
    ...{ kind: fields.kind as ActionKind, priority: fields.priority as ActionPriority },
    ...said('ownerId', fields.owner),
    ...{ addresseeIds: chosenOf(fields.addressees), regions: chosenOf(fields.regions) },
    ...reported('due', fields),
    ...(marking && { marking }),
    ...inWords(fields.text),
  };
}
