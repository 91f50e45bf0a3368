import { useTranslation } from 'react-i18next';
import { type IncidentNature, ReviseIncidentDocument } from '../api/generated';
import type { IncidentData } from '../incident/use-incident';
import { reported } from '../time/input';
import { CommandForm } from './command-form';
import { Choice, LongText, Text } from './fields';
import { FormDialog } from './form-dialog';
import { natures } from './natures';
import { noTime, When } from './time-fields';
import { inWords, useCommand } from './use-command';
import { useWriting } from './writing';

export function ReviseIncident({ incident }: { readonly incident: IncidentData }) {
  const { t } = useTranslation();
  const { may } = useWriting();
  if (!may('INCIDENT_REVISE')) return null;
  return (
    <FormDialog action={t('write.revise')} title={t('write.revise')}>
      {(close) => <Form incident={incident} close={close} />}
    </FormDialog>
  );
}

function Form({ incident, close }: { readonly incident: IncidentData; readonly close: () => void }) {
  const { t } = useTranslation();
  const { id, version } = incident;
  const recorded = { title: incident.title, summary: incident.summary ?? '', nature: incident.nature as string };
  const command = useCommand({
    ...{ name: `revise:${id}`, mutation: ReviseIncidentDocument, version, onDone: close },
    initial: { ...recorded, ...noTime, text: '' },
  });
  const { fields, field, own, set } = command;
  const { title, summary, nature, text } = fields;
  const onSend = () =>
    void command.send({
      ...{ incidentId: id, expectedVersion: command.version },
      ...(title !== recorded.title && { title: title.trim() }),
      ...(summary !== recorded.summary && { summary: summary.trim() || null }),
      ...(nature !== recorded.nature && { nature: nature as IncidentNature }),
      ...reported('began', fields),
      ...inWords(text),
    });
  return (
    <CommandForm
      {...{ command, onSend }}
      recorded={{ version, words: [recorded.title, recorded.summary, t(`nature.${recorded.nature}`)] }}
      yours={[own('title'), own('summary'), own('nature') && t(`nature.${nature}`), text]}
    >
      <Text {...field('title')} isRequired />
      <LongText {...field('summary')} />
      <Choice {...field('nature')} words="nature" options={natures} />
      <When label={t('write.began')} fields={fields} onChange={set} />
      <LongText {...field('text')} />
    </CommandForm>
  );
}
