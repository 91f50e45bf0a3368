import { useTranslation } from 'react-i18next';
import {
  DiscardStatementDraftDocument,
  type DraftLineFragment,
  DraftStatementDocument,
  PublishStatementDocument,
  ReviseStatementDraftDocument,
} from '../api/generated';
import { CommandForm } from './command-form';
import { LongText, Text } from './fields';
import { Marking } from './marking-fields';
import { type MarkingFields, markingOf, noMarking } from './marking-input';
import { useCommand } from './use-command';
import { useWriting } from './writing';
import css from './writing.module.css';

interface Closing {
  readonly close: () => void;
}

type New = MarkingFields & { title: string; statement: string };
const empty: New = { ...noMarking, title: '', statement: '' };

export function DraftStatement({ close }: Closing) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const command = useCommand({
    ...{ name: `statement:${incident.id}`, mutation: DraftStatementDocument, onDone: close },
    initial: empty,
  });
  const { fields, field, set } = command;
  const marking = markingOf(fields);
  const words = { title: fields.title.trim(), text: fields.statement.trim() };
  const onSend = () => void command.send({ incidentId: incident.id, ...words, ...(marking && { marking }) });
  return (
    <CommandForm {...{ command, onSend, action: t('write.draftStatement') }}>
      <Text {...field('title')} isRequired />
      <LongText {...field('statement')} isRequired />
      <Marking fields={fields} onChange={set} />
    </CommandForm>
  );
}

interface Props extends Closing {
  readonly draft: DraftLineFragment;
}

export function ReviseDraft({ draft: { id, version, title, text }, close }: Props) {
  const command = useCommand({
    ...{ name: `revise-draft:${id}`, mutation: ReviseStatementDraftDocument, version, onDone: close },
    initial: { title, statement: text },
  });
  const { fields, field } = command;
  const onSend = () =>
    void command.send({
      ...{ draftId: id, expectedVersion: command.version },
      ...(fields.title !== title && { title: fields.title.trim() }),
      ...(fields.statement !== text && { text: fields.statement.trim() }),
    });
  return (
    <CommandForm
      {...{ command, onSend }}
      recorded={{ version, words: [title, text] }}
      yours={[command.own('title'), command.own('statement')]}
    >
      <Text {...field('title')} isRequired />
      <LongText {...field('statement')} isRequired />
    </CommandForm>
  );
}

export function DiscardDraft({ draft: { id, version, title, text }, close }: Props) {
  const { t } = useTranslation();
  const command = useCommand({
    ...{ name: `discard:${id}`, mutation: DiscardStatementDraftDocument, version, onDone: close },
    initial: { reason: '' },
  });
  const { reason } = command.fields;
  const onSend = () => void command.send({ draftId: id, expectedVersion: command.version, reason });
  return (
    <CommandForm
      {...{ command, onSend, action: t('write.discard') }}
      recorded={{ version, words: [title, text] }}
      yours={[reason]}
    >
      <LongText {...command.field('reason')} isRequired />
    </CommandForm>
  );
}

/** What the public will read is shown whole, as it was read before it was approved: nobody takes it back. */
export function PublishDraft({ draft: { id, version, title, text }, close }: Props) {
  const { t } = useTranslation();
  const command = useCommand({
    ...{ name: `publish:${id}`, mutation: PublishStatementDocument, version, onDone: close },
    initial: { title, statement: text },
  });
  const { fields } = command;
  const onSend = () => void command.send({ draftId: id, expectedVersion: command.version });
  return (
    <CommandForm {...{ command, onSend, action: t('write.publish') }} recorded={{ version, words: [title, text] }}>
      <p>
        <strong>{t('write.publishNote')}</strong>
      </p>
      <blockquote>
        <p>
          <strong>{fields.title}</strong>
        </p>
        <p className={css.asWritten}>{fields.statement}</p>
      </blockquote>
    </CommandForm>
  );
}
