import { useTranslation } from 'react-i18next';
import { type IncidentStatus, MoveIncidentDocument, RequalifyIncidentDocument, type Severity } from '../api/generated';
import type { IncidentData } from '../incident/use-incident';
import { reported } from '../time/input';
import { asRecorded } from './close-incident';
import { CommandForm } from './command-form';
import { Choice, LongText } from './fields';
import { FormDialog } from './form-dialog';
import { noTime, When } from './time-fields';
import { inWords, said, useCommand } from './use-command';
import { useWriting } from './writing';

const forward: Readonly<Record<IncidentStatus, readonly IncidentStatus[]>> = {
  DECLARED: ['RESPONDING'],
  RESPONDING: ['CONTAINED', 'RESTORED'],
  CONTAINED: ['RESTORED', 'RESPONDING'],
  RESTORED: ['RESPONDING'],
  CLOSED: [],
};
const severities: readonly Severity[] = ['MINOR', 'SIGNIFICANT', 'MAJOR', 'CRISIS'];

interface Props {
  readonly incident: IncidentData;
}

export function MoveIncident({ incident }: Props) {
  const { t } = useTranslation();
  const { may } = useWriting();
  return (
    <>
      {may('INCIDENT_MOVE') && forward[incident.status].length > 0 && (
        <FormDialog action={t('write.move')} title={t('write.move')}>
          {(close) => <Move incident={incident} close={close} />}
        </FormDialog>
      )}
      {may('INCIDENT_REQUALIFY') && (
        <FormDialog action={t('write.requalify')} title={t('write.requalify')}>
          {(close) => <Requalify incident={incident} close={close} />}
        </FormDialog>
      )}
    </>
  );
}

interface FormProps extends Props {
  readonly close: () => void;
}

function Move({ incident, close }: FormProps) {
  const { t } = useTranslation();
  const { id, version } = incident;
  const command = useCommand({
    ...{ name: `move:${id}`, mutation: MoveIncidentDocument, version, onDone: close },
    initial: { ...noTime, to: forward[incident.status][0] ?? '', reason: '', text: '' },
  });
  const { fields, field, set } = command;
  const isRelapse = fields.to === 'RESPONDING' && incident.status !== 'DECLARED';
  const onSend = () =>
    void command.send({
      ...{ incidentId: id, expectedVersion: command.version, to: fields.to as IncidentStatus },
      ...(isRelapse && said('reason', fields.reason)),
      ...reported('reached', fields),
      ...inWords(fields.text),
    });
  return (
    <CommandForm
      {...{ command, onSend, recorded: asRecorded(t, incident), action: t('write.move') }}
      yours={[t(`status.${fields.to}`), fields.reason, fields.text]}
    >
      <Choice {...field('to')} label={t('write.status')} words="status" options={forward[incident.status]} />
      {isRelapse && <LongText {...field('reason')} isRequired />}
      <When label={t('write.reached')} fields={fields} onChange={set} />
      <LongText {...field('text')} />
    </CommandForm>
  );
}

function Requalify({ incident, close }: FormProps) {
  const { t } = useTranslation();
  const { id, version } = incident;
  const command = useCommand({
    ...{ name: `requalify:${id}`, mutation: RequalifyIncidentDocument, version, onDone: close },
    initial: { severity: incident.severity as string, text: '' },
  });
  const { severity, text } = command.fields;
  const about = { incidentId: id, expectedVersion: command.version };
  const onSend = () => void command.send({ ...about, severity: severity as Severity, ...inWords(text) });
  return (
    <CommandForm
      {...{ command, onSend, recorded: asRecorded(t, incident), action: t('write.requalify') }}
      yours={[t(`severity.${severity}`), text]}
    >
      <Choice {...command.field('severity')} words="severity" options={severities} />
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}
