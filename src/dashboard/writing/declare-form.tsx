import { useTranslation } from 'react-i18next';
import { DeclareIncidentDocument, type Severity } from '../api/generated';
import { incidentHref } from '../route/route';
import { useSignedIn } from '../session/context';
import { CommandForm } from './command-form';
import { declarationOf, emptyDeclaration } from './declare-input';
import { DeclaredParties, DeclaredServices } from './declared';
import { Checked, Choice, type FieldProps, LongText, Text } from './fields';
import { Folded } from './folded';
import { TlpChoice } from './marking-fields';
import { ofIncident, suits } from './marking-input';
import { natures } from './natures';
import { RegionChoice } from './region-choice';
import { declarerRoles } from './roles';
import { StakeholderChoice, useStakeholders } from './stakeholder-choice';
import { keptTime, type TimeFields, When } from './time-fields';
import { useCommand } from './use-command';
import css from './writing.module.css';

const severities: readonly Severity[] = ['MINOR', 'SIGNIFICANT', 'MAJOR', 'CRISIS'];

/** What the first minute knows is in view; what may be added stands folded below. */
export function DeclareForm({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const command = useCommand({
    ...{ name: 'declare', mutation: DeclareIncidentDocument, initial: emptyDeclaration },
    onDone: ({ declareIncident }) => {
      close();
      if (declareIncident.incident) location.hash = incidentHref(declareIncident.incident.reference);
    },
  });
  const { fields, field, set } = command;
  const onSend = () => void command.send(declarationOf(fields));
  return (
    <CommandForm {...{ command, onSend, action: t('write.declare') }}>
      <Text {...field('title')} isRequired />
      <LongText {...field('summary')} />
      <Choice {...field('nature')} words="nature" options={natures} />
      <Choice {...field('severity')} words="severity" options={severities} />
      <Checked {...field('exercise')} />
      <RegionChoice {...field('regions')} />
      {fields.regions !== '' && <RegionsSince {...field('since')} />}
      <LongText {...field('text')} />
      <When label={t('write.began')} fields={fields} onChange={set} />
      <Who field={field} />
      <DeclaredMarking tlp={field('tlp')} audience={field('audience')} />
    </CommandForm>
  );
}

function RegionsSince({ value, onChange }: FieldProps) {
  const { t } = useTranslation();
  const time = keptTime(value);
  const keep = (change: Partial<TimeFields>) => onChange(JSON.stringify({ ...time, ...change }));
  return <When label={t('write.regionsSince')} fields={time} onChange={keep} />;
}

type FieldOf = ReturnType<typeof useCommand<typeof emptyDeclaration, never, never>>['field'];

function Who({ field }: { readonly field: FieldOf }) {
  const { t } = useTranslation();
  const all = useStakeholders();
  const own = useSignedIn().viewer.stakeholder?.id;
  const operator = field('operator').value;
  const others = all.filter(({ id }) => id !== own && id !== operator);
  return (
    <>
      <Folded summary={t('write.operatorAndServices')} isFilled={operator + field('services').value !== ''}>
        <div className={css.form}>
          <StakeholderChoice {...field('operator')} among={all} />
          <Choice {...field('declarerRole')} words="role" options={declarerRoles} />
          <DeclaredServices {...field('services')} />
        </div>
      </Folded>
      <Folded summary={t('write.otherParties')} isFilled={field('parties').value !== ''}>
        <div className={css.form}>
          <DeclaredParties {...field('parties')} among={others} />
        </div>
      </Folded>
    </>
  );
}

interface MarkingProps {
  readonly tlp: ReturnType<FieldOf>;
  readonly audience: ReturnType<FieldOf>;
}

function DeclaredMarking({ tlp, audience }: MarkingProps) {
  const { t } = useTranslation();
  return (
    <Folded summary={t('write.ofIncident')} isFilled={tlp.value !== ''}>
      <div className={css.row}>
        <TlpChoice {...tlp} otherwise={t('write.usualMarking')} options={ofIncident.tlps} />
        {tlp.value !== '' && (
          <Choice
            {...audience}
            words="audience"
            options={ofIncident.audiences.filter((one) => suits(one, tlp.value))}
          />
        )}
      </div>
    </Folded>
  );
}
