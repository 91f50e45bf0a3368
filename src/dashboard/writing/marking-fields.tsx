import { useTranslation } from 'react-i18next';
import type { Audience, MarkingInput, Pap, Tlp } from '../api/generated';
import { papLabel } from '../marking/tlp';
import { useSignedIn } from '../session/context';
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
const audiences: readonly Audience[] = ['INVOLVED', 'AUTHORITIES', 'LISTED', 'ENROLLED'];
const paps: readonly Pap[] = ['PAP_RED', 'PAP_AMBER', 'PAP_GREEN', 'PAP_CLEAR'];

/** All of an incident lies within its marking: it is for those involved, or for all who are enrolled, and not TLP:RED, which is for named persons. */
export const ofIncident = {
  tlps: ['TLP_AMBER_STRICT', 'TLP_AMBER', 'TLP_GREEN', 'TLP_CLEAR'],
  audiences: ['INVOLVED', 'ENROLLED'],
} as const;

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
  /** What it is if none is chosen. */
  readonly otherwise: string;
  readonly options?: readonly Tlp[];
}

export function TlpChoice({ otherwise, options = tlps, ...field }: TlpProps) {
  return (
    <Selection {...field}>
      <option value="">{otherwise}</option>
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
  readonly isIncident?: boolean;
  /** May only let fewer read it, which leaves the PAP as it is. */
  readonly isNarrowing?: boolean;
}

/** How far it may be passed on, and who reads it here, said in words. */
export function Marking({ fields, onChange, isIncident = false, isNarrowing = false }: Props) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const options = isIncident ? ofIncident : { tlps, audiences };
  const readers =
    fields.tlp === '' ? incident.marking.audience : fields.tlp === 'TLP_RED' ? 'PERSONS' : fields.audience;
  return (
    <>
      <TlpChoice
        {...{ label: t('write.tlp'), otherwise: t('write.asIncident'), value: fields.tlp, options: options.tlps }}
        onChange={(tlp) => onChange({ tlp })}
      />
      {fields.tlp !== '' && fields.tlp !== 'TLP_RED' && (
        <Choice
          label={t('write.audience')}
          words="audience"
          options={options.audiences}
          value={fields.audience}
          onChange={(audience) => onChange({ audience })}
        />
      )}
      {fields.tlp !== '' && !isIncident && !isNarrowing && (
        <PapChoice value={fields.pap} onChange={(pap) => onChange({ pap })} />
      )}
      {readers === 'LISTED' && <Listed value={fields.listed} onChange={(listed) => onChange({ listed })} />}
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

function Listed({ value, onChange }: { readonly value: string; readonly onChange: (listed: string) => void }) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const { viewer } = useSignedIn();
  const others = incident.involvements
    .flatMap(({ stakeholder }) => (stakeholder?.enrolled ? [stakeholder] : []))
    .filter(({ id }) => id !== viewer.stakeholder?.id);
  return <Several label={t('write.listed')} {...{ value, onChange, options: others }} />;
}
