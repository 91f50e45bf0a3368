import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeMarkingDocument, MarkingOfDocument, type MarkingOfQuery } from '../api/generated';
import { CommandForm } from './command-form';
import { LongText } from './fields';
import { FormDialog } from './form-dialog';
import { labels, Marking, markingOf } from './marking-fields';
import { inWords, useCommand } from './use-command';

interface Props {
  readonly thing: { readonly id: string; readonly marking: { readonly version: number } };
  readonly title: string;
}

type Recorded = Extract<NonNullable<MarkingOfQuery['node']>, { marking: object }>['marking'];

export function ChangeMarking({ thing, title }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog action={t('journal.mark')} about={title} title={title} className="quiet small">
      {(close) => <Known thing={thing} close={close} />}
    </FormDialog>
  );
}

/** Who is named by a marking, and whether it may be changed, is asked then; the first again when another changed it. */
function Known({ thing: { id, marking }, close }: Pick<Props, 'thing'> & { readonly close: () => void }) {
  const { t } = useTranslation();
  const { data, refetch } = useQuery(MarkingOfDocument, { variables: { id }, fetchPolicy: 'no-cache' });
  const recorded = data?.node && 'marking' in data.node ? data.node.marking : null;
  const isBehind = recorded !== null && recorded.version !== marking.version;
  useEffect(() => {
    if (isBehind) void refetch().catch(() => undefined);
  }, [isBehind, refetch]);
  if (!data) return <p role="status">{t('write.onTheWay')}</p>;
  const may = data.viewer.permissionsOn.flatMap(({ permissions }) => permissions);
  const isTheirs = !may.includes('MARKING_WIDEN') && !may.includes('MARKING_NARROW');
  if (isTheirs || !recorded) return <p>{t('write.notYourMarking')}</p>;
  return <Form {...{ id, recorded, close }} isNarrowing={!may.includes('MARKING_WIDEN')} />;
}

interface FormProps {
  readonly id: string;
  readonly recorded: Recorded;
  /** May only let fewer read it. */
  readonly isNarrowing: boolean;
  readonly close: () => void;
}

function Form({ id, recorded, isNarrowing, close }: FormProps) {
  const { t } = useTranslation();
  const { version, tlp, audience, stakeholders, persons } = recorded;
  const command = useCommand({
    ...{ name: `marking:${id}`, mutation: ChangeMarkingDocument, version, onDone: close },
    initial: {
      ...{ tlp: tlp as string, audience: audience === 'PERSONS' ? 'INVOLVED' : (audience as string), text: '' },
      listed: idsOf(stakeholders),
      persons: idsOf(persons),
    },
  });
  const { fields, field, set } = command;
  const marking = markingOf(fields);
  const about = { thingId: id, expectedVersion: command.version };
  const onSend = () => marking && void command.send({ ...about, marking, ...inWords(fields.text) });
  const named = [...stakeholders, ...persons].map(({ name }) => name).join(', ');
  return (
    <CommandForm
      {...{ command, onSend }}
      recorded={{ version, words: [recorded.label, t(`audience.${audience}`), named] }}
      yours={[labels[fields.tlp] ?? '', t(`audience.${marking?.audience ?? 'PERSONS'}`), fields.text]}
      canSend={marking !== undefined}
    >
      {isNarrowing && <p>{t('write.narrowingOnly')}</p>}
      <Marking fields={fields} onChange={set} />
      <LongText {...field('text')} />
    </CommandForm>
  );
}

function idsOf(all: readonly { readonly id: string }[]): string {
  return all.map(({ id }) => id).join(' ');
}
