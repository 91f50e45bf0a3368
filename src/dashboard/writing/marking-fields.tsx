import { useTranslation } from 'react-i18next';
import type { Audience, MarkingInput, Tlp } from '../api/generated';
import { useSignedIn } from '../session/context';
import { Choice, type FieldProps, Selection } from './fields';
import { NamedPersons } from './named-persons';
import { chosenOf, Several } from './several';
import { useWriting } from './writing';
import css from './writing.module.css';

export type MarkingFields = { tlp: string; audience: string; listed: string; persons: string };

const tlps: readonly Tlp[] = ['TLP_RED', 'TLP_AMBER_STRICT', 'TLP_AMBER', 'TLP_GREEN', 'TLP_CLEAR'];
export const labels: Readonly<Record<string, string>> = {
  TLP_RED: 'TLP:RED',
  TLP_AMBER_STRICT: 'TLP:AMBER+STRICT',
  TLP_AMBER: 'TLP:AMBER',
  TLP_GREEN: 'TLP:GREEN',
  TLP_CLEAR: 'TLP:CLEAR',
};
const audiences: readonly Audience[] = ['INVOLVED', 'AUTHORITIES', 'LISTED', 'ENROLLED'];

export const noMarking: MarkingFields = { tlp: '', audience: 'INVOLVED', listed: '', persons: '' };

/** Nothing chosen: as what it is about. */
export function markingOf({ tlp, audience, listed, persons }: MarkingFields): MarkingInput | undefined {
  if (tlp === '') return undefined;
  if (tlp === 'TLP_RED') return { tlp, persons: chosenOf(persons) };
  return {
    tlp: tlp as Tlp,
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
}

/** How far it may be passed on, and who reads it here, said in words. */
export function Marking({ fields, onChange }: Props) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const readers =
    fields.tlp === '' ? incident.marking.audience : fields.tlp === 'TLP_RED' ? 'PERSONS' : fields.audience;
  return (
    <>
      <TlpChoice
        {...{ label: t('write.tlp'), otherwise: t('write.asIncident'), value: fields.tlp }}
        onChange={(tlp) => onChange({ tlp })}
      />
      {fields.tlp !== '' && fields.tlp !== 'TLP_RED' && (
        <Choice
          label={t('write.audience')}
          words="audience"
          options={audiences}
          value={fields.audience}
          onChange={(audience) => onChange({ audience })}
        />
      )}
      {readers === 'LISTED' && <Listed value={fields.listed} onChange={(listed) => onChange({ listed })} />}
      {readers === 'PERSONS' && <NamedPersons value={fields.persons} onChange={(persons) => onChange({ persons })} />}
      <p className={css.readers}>{t('write.readers', { who: t(`audience.${readers}`) })}</p>
    </>
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
