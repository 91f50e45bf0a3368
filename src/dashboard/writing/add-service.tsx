import { useTranslation } from 'react-i18next';
import { AddServiceDocument, type AffectedServiceStatus } from '../api/generated';
import { reported } from '../time/input';
import { serviceStatuses } from './change-service';
import { CommandForm } from './command-form';
import { Choice, LongText, Text } from './fields';
import { FormDialog } from './form-dialog';
import { Marking } from './marking-fields';
import { type MarkingFields, markingOf, noMarking } from './marking-input';
import { RegionChoice } from './region-choice';
import { chosenOf } from './several';
import { noTime, type TimeFields, When } from './time-fields';
import { inWords, said, useCommand } from './use-command';
import { useWriting } from './writing';

export function AddService() {
  const { t } = useTranslation();
  const { may } = useWriting();
  if (!may('SERVICE_ADD')) return null;
  return (
    <FormDialog action={t('write.addService')} title={t('write.addService')}>
      {(close) => <Form close={close} />}
    </FormDialog>
  );
}

type Added = MarkingFields &
  TimeFields & { name: string; status: string; impact: string; served: string; text: string };
const empty: Added = {
  ...{ ...noMarking, ...noTime },
  ...{ name: '', status: 'DOWN', impact: '', served: '', text: '' },
};

function Form({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const command = useCommand({
    ...{ name: `add-service:${incident.id}`, mutation: AddServiceDocument, onDone: close },
    initial: empty,
  });
  const { fields, field, set } = command;
  const marking = markingOf(fields);
  const situation = {
    ...{ name: fields.name.trim(), status: fields.status as AffectedServiceStatus },
    ...said('impact', fields.impact),
    ...reported('since', fields),
    regions: chosenOf(fields.served),
    ...(marking && { marking }),
  };
  const onSend = () => void command.send({ incidentId: incident.id, situation, ...inWords(fields.text) });
  return (
    <CommandForm {...{ command, onSend, action: t('write.addService') }}>
      <Text {...field('name')} isRequired />
      <Choice {...field('status')} words="service" options={serviceStatuses} />
      <LongText {...field('impact')} />
      <When label={t('write.since')} fields={fields} onChange={set} />
      <RegionChoice {...field('served')} />
      <Marking fields={fields} onChange={set} />
      <LongText {...field('text')} />
    </CommandForm>
  );
}
