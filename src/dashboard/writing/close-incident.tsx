import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  CloseIncidentDocument,
  OtherIncidentsDocument,
  ReopenIncidentDocument,
  type Resolution,
} from '../api/generated';
import type { IncidentData } from '../incident/use-incident';
import { reported } from '../time/input';
import { isOpenAction } from './action-moves';
import { CommandForm } from './command-form';
import { Choice, LongText, Selection } from './fields';
import { FormDialog } from './form-dialog';
import { noTime, When } from './time-fields';
import { inWords, said, useCommand } from './use-command';
import { useWriting } from './writing';

const resolutions: readonly Resolution[] = ['RESOLVED', 'FALSE_ALARM', 'DUPLICATE'];

interface Props {
  readonly incident: IncidentData;
}

export function CloseOrReopen({ incident }: Props) {
  const { t } = useTranslation();
  const { may } = useWriting();
  const isClosed = incident.status === 'CLOSED';
  if (!may(isClosed ? 'INCIDENT_REOPEN' : 'INCIDENT_CLOSE')) return null;
  const action = t(isClosed ? 'write.reopen' : 'write.closeIncident');
  return (
    <FormDialog action={action} title={action}>
      {(close) =>
        isClosed ? <Reopen incident={incident} close={close} /> : <Close incident={incident} close={close} />
      }
    </FormDialog>
  );
}

interface FormProps extends Props {
  readonly close: () => void;
}

function Close({ incident, close }: FormProps) {
  const { t } = useTranslation();
  const command = useCommand({
    ...{ name: `close:${incident.id}`, mutation: CloseIncidentDocument, version: incident.version, onDone: close },
    initial: { ...noTime, resolution: 'RESOLVED', duplicateOf: '', reason: '', text: '' },
  });
  const { resolution, duplicateOf, reason, text } = command.fields;
  const isDuplicate = resolution === 'DUPLICATE';
  const onSend = () =>
    void command.send({
      ...{ incidentId: incident.id, expectedVersion: command.version, resolution: resolution as Resolution },
      ...(isDuplicate && { duplicateOfId: duplicateOf }),
      ...said('reason', reason),
      ...reported('reached', command.fields),
      ...inWords(text),
    });
  return (
    <CommandForm
      {...{ command, onSend, recorded: asRecorded(t, incident), action: t('write.closeIncident') }}
      yours={[t(`resolution.${resolution}`), reason, text]}
      canSend={!isDuplicate || duplicateOf !== ''}
    >
      <OpenActions actions={incident.actions} />
      <Choice {...command.field('resolution')} words="resolution" options={resolutions} />
      {isDuplicate && <Others {...command.field('duplicateOf')} but={incident.id} />}
      <LongText {...command.field('reason')} />
      <When label={t('write.reached')} fields={command.fields} onChange={command.set} />
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}

/** They do not stand in the way: who closes knows of them. */
function OpenActions({ actions: { edges, pageInfo } }: { readonly actions: IncidentData['actions'] }) {
  const { t } = useTranslation();
  const count = edges.filter(({ node }) => isOpenAction(node)).length;
  if (count === 0) return null;
  return <p>{t('write.openActions', { count, number: pageInfo.hasNextPage ? `${count}+` : `${count}` })}</p>;
}

interface OthersProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly but: string;
}

function Others({ but, ...field }: OthersProps) {
  const { data } = useQuery(OtherIncidentsDocument);
  return (
    <Selection {...field} isRequired>
      <option value="">–</option>
      {data?.incidents.edges
        .filter(({ node }) => node.id !== but)
        .map(({ node }) => (
          <option key={node.id} value={node.id}>
            {node.title} · {node.reference}
          </option>
        ))}
    </Selection>
  );
}

function Reopen({ incident, close }: FormProps) {
  const { t } = useTranslation();
  const command = useCommand({
    ...{ name: `reopen:${incident.id}`, mutation: ReopenIncidentDocument, version: incident.version, onDone: close },
    initial: { reason: '', text: '' },
  });
  const { reason, text } = command.fields;
  const onSend = () =>
    void command.send({ incidentId: incident.id, expectedVersion: command.version, reason, ...inWords(text) });
  return (
    <CommandForm
      {...{ command, onSend, recorded: asRecorded(t, incident), action: t('write.reopen') }}
      yours={[reason, text]}
    >
      <LongText {...command.field('reason')} isRequired />
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}

/** What others may have changed of it meanwhile. */
export function asRecorded(t: (key: string) => string, { version, status, severity, title }: IncidentData) {
  return { version, words: [t(`status.${status}`), t(`severity.${severity}`), title] };
}
