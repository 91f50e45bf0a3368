import { useTranslation } from 'react-i18next';
import { type Access, type InvolvementRole, InvolveStakeholderDocument, JoinIncidentDocument } from '../api/generated';
import { CommandForm } from './command-form';
import { Choice, LongText } from './fields';
import { FormDialog } from './form-dialog';
import { accesses, roles } from './roles';
import { StakeholderChoice, useStakeholders } from './stakeholder-choice';
import { inWords, useCommand } from './use-command';
import { useWriting } from './writing';

/** Somebody else, or oneself where an incident is open to all who are enrolled. */
export function Involve() {
  const { t } = useTranslation();
  const { may } = useWriting();
  return (
    <>
      {may('STAKEHOLDER_INVOLVE') && (
        <FormDialog action={t('write.involve')} title={t('write.involve')}>
          {(close) => <Form close={close} />}
        </FormDialog>
      )}
      {may('INCIDENT_JOIN') && (
        <FormDialog action={t('write.join')} title={t('write.join')}>
          {(close) => <Join close={close} />}
        </FormDialog>
      )}
    </>
  );
}

interface Props {
  readonly close: () => void;
}

function Form({ close }: Props) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const command = useCommand({
    ...{ name: `involve:${incident.id}`, mutation: InvolveStakeholderDocument, onDone: close },
    initial: { stakeholder: '', role: 'FOLLOW_UP', access: 'CONTRIBUTE', text: '' },
  });
  const { stakeholder, role, access, text } = command.fields;
  const involved = new Set(incident.involvements.map((one) => one.stakeholder?.id));
  const others = useStakeholders().filter(({ id }) => !involved.has(id));
  const party = { stakeholderId: stakeholder, role: role as InvolvementRole, access: access as Access };
  const onSend = () => void command.send({ incidentId: incident.id, party, ...inWords(text) });
  return (
    <CommandForm
      {...{ command, onSend, action: t('write.involve') }}
      canSend={stakeholder !== '' && !involved.has(stakeholder)}
    >
      <StakeholderChoice {...command.field('stakeholder')} among={others} isRequired />
      <Choice {...command.field('role')} words="role" options={roles} />
      <Choice {...command.field('access')} words="grant" options={accesses} />
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}

function Join({ close }: Props) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const command = useCommand({
    ...{ name: `join:${incident.id}`, mutation: JoinIncidentDocument, onDone: close },
    initial: { text: '' },
  });
  const onSend = () => void command.send({ incidentId: incident.id, ...inWords(command.fields.text) });
  return (
    <CommandForm {...{ command, onSend, action: t('write.join') }}>
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}
