import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type IncidentStatus, MoveIncidentDocument, RequalifyIncidentDocument, type Severity } from '../api/generated';
import type { IncidentData } from '../incident/incident-page';
import { useDraft } from './draft';
import { Choice, LongText } from './fields';
import { FormDialog } from './form-dialog';
import { Conflict, Outcome } from './outcome';
import { useSubmit } from './use-submit';
import { useWriting } from './writing';
import css from './writing.module.css';

const forward: Readonly<Record<IncidentStatus, readonly IncidentStatus[]>> = {
  DECLARED: ['RESPONDING'],
  RESPONDING: ['CONTAINED', 'RESTORED'],
  CONTAINED: ['RESTORED', 'RESPONDING'],
  RESTORED: ['RESPONDING'],
  CLOSED: [],
};
const severities: readonly Severity[] = ['MINOR', 'SIGNIFICANT', 'MAJOR', 'CRISIS'];

interface Props {
  readonly incident: IncidentData;
}

export function MoveIncident({ incident }: Props) {
  const { t } = useTranslation();
  const { may } = useWriting();
  return (
    <>
      {may('INCIDENT_MOVE') && forward[incident.status].length > 0 && (
        <FormDialog action={t('write.move')} title={t('write.move')}>
          {(close) => <Move incident={incident} close={close} />}
        </FormDialog>
      )}
      {may('INCIDENT_REQUALIFY') && (
        <FormDialog action={t('write.requalify')} title={t('write.requalify')}>
          {(close) => <Requalify incident={incident} close={close} />}
        </FormDialog>
      )}
    </>
  );
}

interface FormProps extends Props {
  readonly close: () => void;
}

function Move({ incident, close }: FormProps) {
  const { t } = useTranslation();
  const name = `move:${incident.id}`;
  const draft = useDraft(name, { to: forward[incident.status][0] ?? '', reason: '', text: '' }, incident.version);
  const done = () => {
    draft.clear();
    close();
  };
  const { send, isSending, failure } = useSubmit({ name, mutation: MoveIncidentDocument, onDone: done });
  const { to, reason, text } = draft.fields;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = { ...(reason && { reason }), ...(text && { entry: { text } }) };
    void send({ incidentId: incident.id, expectedVersion: draft.version, to: to as IncidentStatus, ...said });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <Choice
        label={t('write.status')}
        words="status"
        options={forward[incident.status]}
        value={to}
        onChange={(next) => draft.set({ to: next })}
      />
      {to === 'RESPONDING' && incident.status !== 'DECLARED' && (
        <LongText
          label={t('write.reason')}
          value={reason}
          onChange={(next) => draft.set({ reason: next })}
          isRequired
        />
      )}
      <LongText label={t('write.text')} value={text} onChange={(next) => draft.set({ text: next })} />
      <Both incident={incident} draft={draft} yours={[t(`status.${to}`), text]} />
      <Outcome failure={failure} />
      <button type="submit" className="primary" disabled={isSending}>
        {t('write.save')}
      </button>
    </form>
  );
}

function Requalify({ incident, close }: FormProps) {
  const { t } = useTranslation();
  const name = `requalify:${incident.id}`;
  const draft = useDraft(name, { severity: incident.severity as string, text: '' }, incident.version);
  const done = () => {
    draft.clear();
    close();
  };
  const { send, isSending, failure } = useSubmit({ name, mutation: RequalifyIncidentDocument, onDone: done });
  const { severity, text } = draft.fields;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const entry = text && { entry: { text } };
    void send({ incidentId: incident.id, expectedVersion: draft.version, severity: severity as Severity, ...entry });
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <Choice
        label={t('write.severity')}
        words="severity"
        options={severities}
        value={severity}
        onChange={(next) => draft.set({ severity: next })}
      />
      <LongText label={t('write.text')} value={text} onChange={(next) => draft.set({ text: next })} />
      <Both incident={incident} draft={draft} yours={[t(`severity.${severity}`), text]} />
      <Outcome failure={failure} />
      <button type="submit" className="primary" disabled={isSending}>
        {t('write.save')}
      </button>
    </form>
  );
}

interface BothProps extends Props {
  readonly draft: { readonly version: number; readonly isKept: boolean; rebase(version: number): void; clear(): void };
  readonly yours: readonly string[];
}

function Both({ incident, draft, yours }: BothProps) {
  const { t } = useTranslation();
  if (!draft.isKept || draft.version === incident.version) return null;
  const theirs = [t(`status.${incident.status}`), t(`severity.${incident.severity}`), incident.title];
  return <Conflict theirs={theirs} yours={yours} onKeep={() => draft.rebase(incident.version)} onTake={draft.clear} />;
}
