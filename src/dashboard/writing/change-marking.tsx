import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeMarkingDocument, MarkingOfDocument, type MarkingOfQuery } from '../api/generated';
import { papLabel } from '../marking/tlp';
import { useSignedIn } from '../session/context';
import { CommandForm } from './command-form';
import { type FieldProps, LongText, Selection } from './fields';
import { FormDialog } from './form-dialog';
import { Marking, useEnrolled } from './marking-fields';
import { labels, markingOf } from './marking-input';
import { chosenOf } from './several';
import { inWords, useCommand } from './use-command';
import { useMay } from './writing';

interface Props {
  readonly thing: { readonly id: string; readonly marking: { readonly version: number } };
  /** What the button says it is about, and the form. */
  readonly about: string;
  readonly title: string;
  readonly isIncident?: boolean;
}

type Recorded = Extract<NonNullable<MarkingOfQuery['node']>, { marking: object }>['marking'];

export function ChangeMarking({ thing, about, title, isIncident = false }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog {...{ about, title }} action={t('journal.mark')} className="quiet small">
      {(close) => <Known {...{ thing, isIncident, close }} />}
    </FormDialog>
  );
}

interface MovesProps extends Pick<Props, 'thing' | 'isIncident'> {
  readonly name: string;
}

/** Offered to whoever may mark it otherwise. */
export function MarkingMoves({ name, ...of }: MovesProps) {
  const { t } = useTranslation();
  const may = useMay(of.thing.id, of.thing.marking.version);
  if (!may('MARKING_WIDEN') && !may('MARKING_NARROW')) return null;
  return <ChangeMarking {...of} about={name} title={t('write.markingOf', { title: name })} />;
}

/** Who is named by a marking, and whether it may be changed, is asked then; the first again when another changed it. */
function Known({ thing: { id, marking }, ...more }: Pick<FormProps, 'isIncident' | 'close'> & Pick<Props, 'thing'>) {
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
  return <Form {...{ id, recorded, ...more }} isNarrowing={!may.includes('MARKING_WIDEN')} />;
}

interface FormProps {
  readonly id: string;
  readonly recorded: Recorded;
  /** May only let fewer read it. */
  readonly isNarrowing: boolean;
  readonly isIncident: boolean;
  readonly close: () => void;
}

function Form({ id, recorded, isNarrowing, isIncident, close }: FormProps) {
  const { t } = useTranslation();
  const { viewer } = useSignedIn();
  const { version, tlp, audience, pap, stakeholders, persons, originator } = recorded;
  const delegate = recorded.delegate?.id ?? '';
  const command = useCommand({
    ...{ name: `marking:${id}`, mutation: ChangeMarkingDocument, version, onDone: close },
    initial: {
      ...{ tlp: tlp as string, audience: audience === 'PERSONS' ? 'INVOLVED' : (audience as string), text: '' },
      ...{ pap: (pap ?? '') as string, delegate },
      listed: idsOf(stakeholders),
      persons: idsOf(persons),
    },
  });
  const { fields, field, set } = command;
  const marking = markingOf(fields);
  const about = {
    ...{ thingId: id, expectedVersion: command.version },
    ...(fields.delegate !== delegate && { delegateId: fields.delegate || null }),
  };
  const onSend = () => marking && void command.send({ ...about, marking, ...inWords(fields.text) });
  const { named, entrusted, delegates } = useNames(recorded);
  const chosen = chosenOf(
    fields.tlp === 'TLP_RED' ? fields.persons : fields.audience === 'LISTED' ? fields.listed : '',
  );
  return (
    <CommandForm
      {...{ command, onSend }}
      recorded={{
        version,
        words: [
          ...[recorded.label, papLabel(pap ?? ''), t(`audience.${audience}`)],
          ...[named([...chosenOf(idsOf(stakeholders)), ...chosenOf(idsOf(persons))]), entrusted(delegate)],
        ],
      }}
      yours={[
        ...[labels[fields.tlp] ?? '', papLabel(fields.pap), t(`audience.${marking?.audience ?? 'PERSONS'}`)],
        ...[named(chosen), entrusted(fields.delegate), fields.text],
      ]}
      canSend={marking !== undefined && !(marking.audience === 'LISTED' && chosen.length === 0)}
    >
      {isNarrowing && <p>{t('write.narrowingOnly')}</p>}
      <Marking {...{ fields, onChange: set, recorded: { ...recorded, isIncident, isNarrowing } }} />
      {originator?.id === viewer.stakeholder?.id && <DelegateChoice {...field('delegate')} among={delegates} />}
      <LongText {...field('text')} />
    </CommandForm>
  );
}

function DelegateChoice({ among, ...field }: FieldProps & { readonly among: Known }) {
  const { t } = useTranslation();
  return (
    <Selection {...field}>
      <option value="">{t('write.noDelegate')}</option>
      {among.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Selection>
  );
}

type Known = readonly { readonly id: string; readonly name: string }[];

/** Who may be named by a marking, by their ids; some of those who are named may have left. */
function useNames({ stakeholders, persons, delegate, originator }: Recorded) {
  const { t } = useTranslation();
  const involved = useEnrolled();
  const gone = delegate && !involved.some(({ id }) => id === delegate.id) ? [delegate] : [];
  const known: Known = [...involved, ...gone, ...stakeholders, ...persons];
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => known.find((one) => one.id === id)?.name ?? []).join(', ');
  return {
    named,
    entrusted: (id: string) => id && `${t('write.delegate')}${t('app.colon')}${named([id])}`,
    delegates: [...involved, ...gone].filter(({ id }) => id !== originator?.id),
  };
}

function idsOf(all: readonly { readonly id: string }[]): string {
  return all.map(({ id }) => id).join(' ');
}
