import { useTranslation } from 'react-i18next';
import { ReviseIncidentDocument } from '../api/generated';
import type { IncidentData } from '../incident/use-incident';
import { CommandForm } from './command-form';
import { LongText, Text } from './fields';
import { FormDialog } from './form-dialog';
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
  const { id, version } = incident;
  const recorded = { title: incident.title, summary: incident.summary ?? '' };
  const command = useCommand({
    ...{ name: `revise:${id}`, mutation: ReviseIncidentDocument, version, onDone: close },
    initial: { ...recorded, text: '' },
  });
  const { title, summary, text } = command.fields;
  const onSend = () =>
    void command.send({
      ...{ incidentId: id, expectedVersion: command.version },
      ...(title !== recorded.title && { title: title.trim() }),
      ...(summary !== recorded.summary && { summary: summary.trim() || null }),
      ...inWords(text),
    });
  return (
    <CommandForm
      {...{ command, onSend }}
      recorded={{ version, words: Object.values(recorded) }}
      yours={[command.own('title'), command.own('summary'), text]}
    >
      <Text {...command.field('title')} isRequired />
      <LongText {...command.field('summary')} />
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}
