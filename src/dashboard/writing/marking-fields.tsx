import { useTranslation } from 'react-i18next';
import type { Audience, MarkingInput, Pap, Tlp } from '../api/generated';
import { papLabel } from '../marking/tlp';
import { Choice, type FieldProps, Selection } from './fields';
import { NamedPersons } from './named-persons';
import { chosenOf, Several } from './several';
import { useWriting } from './writing';
import css from './writing.module.css';

export type MarkingFields = { tlp: string; audience: string; pap: string; listed: string; persons: string };

const tlps: readonly Tlp[] = ['TLP_RED', 'TLP_AMBER_STRICT', 'TLP_AMBER', 'TLP_GREEN', 'TLP_CLEAR'];
export const labels: Readonly<Record<string, string>> = {
  TLP_RED: 'TLP:RED',
  TLP_AMBER_STRICT: 'TLP:AMBER+STRICT',
  TLP_AMBER: 'TLP:AMBER',
  TLP_GREEN: 'TLP:GREEN',
  TLP_CLEAR: 'TLP:CLEAR',
};
/** From the widest to the narrowest. */
const audiences: readonly Audience[] = ['ENROLLED', 'INVOLVED', 'AUTHORITIES', 'LISTED'];
const paps: readonly Pap[] = ['PAP_RED', 'PAP_AMBER', 'PAP_GREEN', 'PAP_CLEAR'];

/** All of an incident lies within its marking: it is for those involved, or for all who are enrolled, and not TLP:RED, which is for named persons. */
export const ofIncident = {
  tlps: ['TLP_AMBER_STRICT', 'TLP_AMBER', 'TLP_GREEN', 'TLP_CLEAR'],
  audiences: ['INVOLVED', 'ENROLLED'],
} as const;

/** What all who are enrolled may read is no secret of those involved. */
export function suits(audience: string, tlp: string): boolean {
  return audience !== 'ENROLLED' || tlp === 'TLP_GREEN' || tlp === 'TLP_CLEAR';
}

export const noMarking: MarkingFields = { tlp: '', audience: 'INVOLVED', pap: '', listed: '', persons: '' };

/** Nothing chosen: as what it is about. */
export function markingOf({ tlp, audience, pap, listed, persons }: MarkingFields): MarkingInput | undefined {
  if (tlp === '') return undefined;
  const common = { tlp: tlp as Tlp, pap: pap === '' ? null : (pap as Pap) };
  if (tlp === 'TLP_RED') return { ...common, persons: chosenOf(persons) };
  return {
    ...common,
    audience: audience as Audience,
    ...(audience === 'LISTED' && { stakeholders: chosenOf(listed) }),
  };
}

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
}

export interface Recorded {
  readonly tlp: Tlp;
  readonly audience: Audience;
  readonly stakeholders: readonly { readonly id: string; readonly name: string }[];
  readonly isIncident: boolean;
  /** By whom may only let fewer read it, which leaves the PAP as it is. */
  readonly isNarrowing: boolean;
}

/** None that is always refused. */
function offered(tlp: string, whole: Audience, recorded?: Recorded) {
  const { isIncident = false, isNarrowing = false } = recorded ?? {};
  const all: { tlps: readonly Tlp[]; audiences: readonly Audience[] } = isIncident ? ofIncident : { tlps, audiences };
  const reaches = (one: Audience) => suits(one, tlp) && (one !== 'ENROLLED' || isIncident || whole === 'ENROLLED');
  if (!recorded || !isNarrowing) return { ...all, audiences: all.audiences.filter(reaches) };
  const strict = tlps.slice(0, tlps.indexOf(recorded.tlp) + 1);
  const narrow = audiences.slice(Math.max(0, audiences.indexOf(recorded.audience)));
  return {
    tlps: all.tlps.filter((one) => strict.includes(one) && (one !== 'TLP_RED' || recorded.tlp === one)),
    audiences: all.audiences.filter((one) => reaches(one) && narrow.includes(one)),
  };
}

/** How far it may be passed on, and who reads it here, said in words. */
export function Marking({ fields, onChange, recorded }: Props) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const { tlp, audience } = fields;
  const options = offered(tlp, incident.marking.audience, recorded);
  const saysPap = tlp !== '' && !recorded?.isIncident && !recorded?.isNarrowing;
  const readers =
    fields.tlp === '' ? incident.marking.audience : fields.tlp === 'TLP_RED' ? 'PERSONS' : fields.audience;
  return (
    <>
      <TlpChoice
        {...{ label: t('write.tlp'), value: tlp, options: options.tlps }}
        {...(!recorded && { otherwise: t('write.asIncident') })}
        onChange={(next) => onChange({ tlp: next, ...(!suits(audience, next) && { audience: 'INVOLVED' }) })}
      />
      {fields.tlp !== '' && fields.tlp !== 'TLP_RED' && (
        <Choice
          label={t('write.audience')}
          words="audience"
          options={options.audiences}
          value={audience}
          onChange={(next) => onChange({ audience: next })}
        />
      )}
      {saysPap && <PapChoice value={fields.pap} onChange={(pap) => onChange({ pap })} />}
      {readers === 'LISTED' && (
        <Listed
          value={fields.listed}
          onChange={(listed) => onChange({ listed })}
          before={recorded?.stakeholders ?? []}
        />
      )}
      {readers === 'PERSONS' && <NamedPersons value={fields.persons} onChange={(persons) => onChange({ persons })} />}
      <p className={css.readers}>{t('write.readers', { who: t(`audience.${readers}`) })}</p>
    </>
  );
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
  /** Some of whom may have left. */
  readonly before: Recorded['stakeholders'];
}

function Listed({ before, ...field }: ListedProps) {
  const { t } = useTranslation();
  const involved = useEnrolled();
  const gone = before.filter(({ id }) => !involved.some((one) => one.id === id));
  return <Several {...field} label={t('write.listed')} options={[...involved, ...gone]} />;
}

/** Those of the incident who can read here. */
export function useEnrolled(): Recorded['stakeholders'] {
  const { incident } = useWriting();
  return incident.involvements.flatMap(({ stakeholder }) => (stakeholder?.enrolled ? [stakeholder] : []));
}
