import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DeclareIncidentDocument, type IncidentNature, type Severity } from '../api/generated';
import { incidentHref } from '../route/route';
import { useSignedIn } from '../session/context';
import { useDraft } from './draft';
import { Checked, Choice, LongText, Text } from './fields';
import { FormDialog } from './form-dialog';
import { Outcome } from './outcome';
import { RegionChoice } from './region-choice';
import { useSubmit } from './use-submit';
import css from './writing.module.css';

const natures: readonly IncidentNature[] = [
  'CYBERATTACK',
  'TECHNICAL_FAILURE',
  'SUPPLY',
  'HEALTH',
  'NATURAL_HAZARD',
  'OTHER',
];
const severities: readonly Severity[] = ['MINOR', 'SIGNIFICANT', 'MAJOR', 'CRISIS'];

export function Declare() {
  const { t } = useTranslation();
  const { viewer } = useSignedIn();
  if (!viewer.permissions.includes('INCIDENT_DECLARE')) return null;
  return (
    <FormDialog action={t('write.declare')} title={t('write.declare')} className="primary">
      {(close) => <Form close={close} />}
    </FormDialog>
  );
}

function Form({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const { viewer } = useSignedIn();
  const name = `declare:${viewer.stakeholder?.id}`;
  const empty = {
    title: '',
    summary: '',
    nature: 'CYBERATTACK',
    severity: 'SIGNIFICANT',
    exercise: '',
    regions: '',
    text: '',
  };
  const draft = useDraft(name, empty);
  const { send, isSending, failure } = useSubmit({
    ...{ name, mutation: DeclareIncidentDocument },
    onDone: ({ declareIncident }) => {
      draft.clear();
      close();
      if (declareIncident.incident) location.hash = incidentHref(declareIncident.incident.reference);
    },
  });
  const { fields, set } = draft;
  const field = (key: keyof typeof empty) => ({
    label: t(`write.${key}`),
    value: fields[key],
    onChange: (value: string) => set({ [key]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(inputOf(fields));
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <Text {...field('title')} isRequired />
      <LongText {...field('summary')} />
      <Choice {...field('nature')} words="nature" options={natures} />
      <Choice {...field('severity')} words="severity" options={severities} />
      <Checked {...field('exercise')} />
      <RegionChoice value={fields.regions} onChange={(regions) => set({ regions })} />
      <LongText {...field('text')} />
      <Outcome failure={failure} />
      <button type="submit" className="primary" disabled={isSending}>
        {t('write.declare')}
      </button>
    </form>
  );
}

function inputOf(
  fields: Readonly<Record<'title' | 'summary' | 'nature' | 'severity' | 'exercise' | 'regions' | 'text', string>>,
) {
  return {
    title: fields.title.trim(),
    ...(fields.summary.trim() && { summary: fields.summary.trim() }),
    nature: fields.nature as IncidentNature,
    severity: fields.severity as Severity,
    exercise: fields.exercise !== '',
    declarerRole: 'LEAD' as const,
    regions: fields.regions
      .split(' ')
      .filter(Boolean)
      .map((region) => ({ region, involveAuthority: true, status: 'AFFECTED' as const })),
    ...(fields.text.trim() && { entry: { text: fields.text.trim() } }),
  };
}
