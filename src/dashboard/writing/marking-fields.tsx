import { useTranslation } from 'react-i18next';
import type { Tlp } from '../api/generated';
import type { Entry } from '../link/following';
import { papLabel } from '../marking/tlp';
import { useSignedIn } from '../session/context';
import { Choice, type FieldProps, Selection } from './fields';
import { labels, type MarkingFields, offered, paps, type Recorded, suits, tlps } from './marking-input';
import { NamedPersons } from './named-persons';
import { partiesOf } from './parties';
import { ReadBy } from './read-by';
import { Several } from './several';
import { useWriting } from './writing';
import css from './writing.module.css';

interface TlpProps extends FieldProps {
  /** What it is if none is chosen; without it, one must be. */
  readonly otherwise?: string;
  readonly options?: readonly Tlp[];
}

export function TlpChoice({ otherwise, options = tlps, ...field }: TlpProps) {
  return (
    <Selection {...field}>
      {otherwise !== undefined && <option value="">{otherwise}</option>}
      {options.map((tlp) => (
        <option key={tlp} value={tlp}>
          {labels[tlp]}
        </option>
      ))}
    </Selection>
  );
}

interface Props {
  readonly fields: MarkingFields;
  readonly onChange: (change: Partial<MarkingFields>) => void;
  /** The marking that is changed. */
  readonly recorded?: Recorded;
  /** What is marked in the same way if nothing is chosen; without it, the incident. */
  readonly asLine?: AsLine | undefined;
}

/** A line, and how it is marked; null if that is not open to who writes. */
export interface AsLine {
  readonly number: number;
  readonly marking: Entry['marking'] | null;
  /** By name, where it is for some alone. */
  readonly readers: readonly string[] | undefined;
}

/** How far it may be passed on, and who reads it here, said in words. */
export function Marking({ fields, onChange, recorded, asLine }: Props) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const { tlp, audience } = fields;
  const options = offered(tlp, incident.marking.audience, recorded);
  const saysPap = tlp !== '' && !recorded?.isIncident && !recorded?.isNarrowing;
  const inherited = asLine ? asLine.marking : incident.marking;
  const readers = tlp === '' ? inherited?.audience : tlp === 'TLP_RED' ? 'PERSONS' : audience;
  const isNamed = tlp !== '' && (readers === 'LISTED' || readers === 'PERSONS');
  const otherwise = useOtherwise(asLine);
  return (
    <>
      <TlpChoice
        {...{ label: t('write.tlp'), value: tlp, options: options.tlps }}
        {...(!recorded && { otherwise })}
        onChange={(next) => onChange({ tlp: next, ...(!suits(audience, next) && { audience: 'INVOLVED' }) })}
      />
      {tlp !== '' && tlp !== 'TLP_RED' && (
        <Choice
          label={t('write.audience')}
          words="audience"
          options={options.audiences}
          value={audience}
          onChange={(next) => onChange({ audience: next })}
        />
      )}
      {saysPap && <PapChoice value={fields.pap} onChange={(pap) => onChange({ pap })} />}
      {tlp !== '' && readers === 'LISTED' && (
        <Listed value={fields.listed} onChange={(listed) => onChange({ listed })} recorded={recorded} />
      )}
      {tlp !== '' && readers === 'PERSONS' && (
        <NamedPersons
          value={fields.persons}
          onChange={(persons) => onChange({ persons })}
          isRecorded={recorded !== undefined}
        />
      )}
      {readers && !isNamed && (
        <p className={css.readers}>
          {t('write.readers', { who: (tlp === '' && asLine?.readers?.join(', ')) || t(`audience.${readers}`) })}
        </p>
      )}
    </>
  );
}

function useOtherwise(asLine: AsLine | undefined): string {
  const { t } = useTranslation();
  if (!asLine) return t('write.asIncident');
  const { number, marking } = asLine;
  return marking ? t('write.asLine', { number, label: marking.label }) : t('write.asClosedLine', { number });
}

function PapChoice(field: Pick<FieldProps, 'value' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <Selection {...field} label={t('write.pap')}>
      <option value="">{t('write.noPap')}</option>
      {paps.map((pap) => (
        <option key={pap} value={pap}>
          {papLabel(pap)}
        </option>
      ))}
    </Selection>
  );
}

interface ListedProps extends Pick<FieldProps, 'value' | 'onChange'> {
  /** Some of those who are named may have left. */
  readonly recorded: Recorded | undefined;
}

function Listed({ recorded, ...field }: ListedProps) {
  const { t } = useTranslation();
  const { viewer } = useSignedIn();
  const involved = useEnrolled();
  const gone = recorded?.stakeholders.filter(({ id }) => !involved.some((one) => one.id === id)) ?? [];
  const options = [...involved, ...gone];
  const owner = recorded ? recorded.originator : viewer.stakeholder;
  return (
    <>
      <Several {...{ ...field, options }} label={t('write.listed')} />
      <ReadBy {...{ options, owner }} chosen={field.value} />
    </>
  );
}

/** Those of the incident who can read here. */
export function useEnrolled(): Recorded['stakeholders'] {
  const { incident } = useWriting();
  return partiesOf(incident.involvements).filter(({ enrolled }) => enrolled);
}
