import { useTranslation } from 'react-i18next';
import {
  type ActionLineFragment,
  CancelActionDocument,
  CompleteActionDocument,
  StartActionDocument,
} from '../api/generated';
import { reported } from '../time/input';
import { CommandForm } from './command-form';
import { LongText } from './fields';
import { noTime, When } from './time-fields';
import { inWords, said, useCommand } from './use-command';

interface Props {
  readonly action: ActionLineFragment;
  readonly close: () => void;
}

export function Start({ action, close }: Props) {
  const { t } = useTranslation();
  const { id, version } = action;
  const command = useCommand({
    ...{ name: `start:${id}`, mutation: StartActionDocument, version, onDone: close },
    initial: { ...noTime, text: '' },
  });
  const { fields, field, set } = command;
  const about = { actionId: id, expectedVersion: command.version };
  const onSend = () => void command.send({ ...about, ...reported('started', fields), ...inWords(fields.text) });
  return (
    <CommandForm
      {...{ command, onSend, recorded: asRecorded(t, action), action: t('write.start') }}
      yours={[t('write.start'), fields.text]}
    >
      <When label={t('write.started')} fields={fields} onChange={set} />
      <LongText {...field('text')} />
    </CommandForm>
  );
}

export function Complete({ action, close }: Props) {
  const { t } = useTranslation();
  const { id, version } = action;
  const command = useCommand({
    ...{ name: `complete:${id}`, mutation: CompleteActionDocument, version, onDone: close },
    initial: { ...noTime, result: '', text: '' },
  });
  const { fields, field, set } = command;
  const { result, text } = fields;
  const onSend = () =>
    void command.send({
      ...{ actionId: id, expectedVersion: command.version },
      ...said('result', result),
      ...reported('ended', fields),
      ...inWords(text),
    });
  return (
    <CommandForm
      {...{ command, onSend, recorded: asRecorded(t, action), action: t('write.complete') }}
      yours={[t('write.complete'), result, text]}
    >
      <LongText {...field('result')} label={t('incident.result')} />
      <When label={t('write.ended')} fields={fields} onChange={set} />
      <LongText {...field('text')} />
    </CommandForm>
  );
}

export function Cancel({ action, close }: Props) {
  const { t } = useTranslation();
  const { id, version } = action;
  const command = useCommand({
    ...{ name: `cancelAction:${id}`, mutation: CancelActionDocument, version, onDone: close },
    initial: { reason: '' },
  });
  const { reason } = command.fields;
  const onSend = () => void command.send({ actionId: id, expectedVersion: command.version, reason });
  return (
    <CommandForm
      {...{ command, onSend, recorded: asRecorded(t, action), action: t('write.cancelAction') }}
      yours={[t('write.cancelAction'), reason]}
    >
      <LongText {...command.field('reason')} isRequired />
    </CommandForm>
  );
}

function asRecorded(t: (key: string) => string, { version, status, result }: ActionLineFragment) {
  return { version, words: [t(`actionStatus.${status}`), result ?? ''] };
}
