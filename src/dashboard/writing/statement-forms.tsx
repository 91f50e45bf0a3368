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
import { codesOf, RegionChoice, useRegionNames } from './region-choice';
import { chosenOf } from './several';
import { useCommand } from './use-command';
import { useWriting } from './writing';
import css from './writing.module.css';

interface Closing {
  readonly close: () => void;
}

type New = MarkingFields & { title: string; statement: string; concerned: string };
const empty: New = { ...noMarking, title: '', statement: '', concerned: '' };

export function DraftStatement({ close }: Closing) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const command = useCommand({
    ...{ name: `statement:${incident.id}`, mutation: DraftStatementDocument, onDone: close },
    initial: empty,
  });
  const { fields, field, set } = command;
  const marking = markingOf(fields);
  const said = { title: fields.title.trim(), text: fields.statement.trim(), regions: chosenOf(fields.concerned) };
  const onSend = () => void command.send({ incidentId: incident.id, ...said, ...(marking && { marking }) });
  return (
    <CommandForm {...{ command, onSend, action: t('write.draftStatement') }}>
      <Text {...field('title')} isRequired />
      <LongText {...field('statement')} isRequired />
      <RegionChoice {...field('concerned')} />
      <Marking fields={fields} onChange={set} />
    </CommandForm>
  );
}

interface Props extends Closing {
  readonly draft: DraftLineFragment;
}

export function ReviseDraft({ draft: { id, version, title, text, regions }, close }: Props) {
  const named = useRegionNames();
  const concerned = codesOf(regions);
  const command = useCommand({
    ...{ name: `revise-draft:${id}`, mutation: ReviseStatementDraftDocument, version, onDone: close },
    initial: { title, statement: text, concerned },
  });
  const { fields, field, own } = command;
  const onSend = () =>
    void command.send({
      ...{ draftId: id, expectedVersion: command.version },
      ...(fields.title !== title && { title: fields.title.trim() }),
      ...(fields.statement !== text && { text: fields.statement.trim() }),
      ...(fields.concerned !== concerned && { regions: chosenOf(fields.concerned) }),
    });
  return (
    <CommandForm
      {...{ command, onSend }}
      recorded={{ version, words: [title, text, named(concerned)] }}
      yours={[own('title'), own('statement'), named(own('concerned'))]}
    >
      <Text {...field('title')} isRequired />
      <LongText {...field('statement')} isRequired />
      <RegionChoice {...field('concerned')} />
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
export function PublishDraft({ draft: { id, version, title, text, regions }, close }: Props) {
  const { t } = useTranslation();
  const concerned = regions.map(({ name }) => name).join(', ');
  const command = useCommand({
    ...{ name: `publish:${id}`, mutation: PublishStatementDocument, version, onDone: close },
    initial: { title, statement: text, concerned },
  });
  const { fields } = command;
  const onSend = () => void command.send({ draftId: id, expectedVersion: command.version });
  const words = [title, text, concerned];
  return (
    <CommandForm {...{ command, onSend, action: t('write.publish') }} recorded={{ version, words }}>
      <p>
        <strong>{t('write.publishNote')}</strong>
      </p>
      <blockquote>
        <p>
          <strong>{fields.title}</strong>
        </p>
        <p className={css.asWritten}>{fields.statement}</p>
        {fields.concerned && <p>{`${t('write.concerned')}${t('app.colon')}${fields.concerned}`}</p>}
      </blockquote>
    </CommandForm>
  );
}
