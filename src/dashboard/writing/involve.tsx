import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Access,
  type InvolvementRole,
  InvolveStakeholderDocument,
  JoinIncidentDocument,
  StakeholdersDocument,
} from '../api/generated';
import { CommandForm } from './command-form';
import { Choice, LongText, Selection, Text } from './fields';
import { FormDialog } from './form-dialog';
import { inWords, useCommand } from './use-command';
import { useWriting } from './writing';

export const roles: readonly InvolvementRole[] = [
  ...(['OPERATOR', 'LEAD', 'FOLLOW_UP', 'LIAISON', 'RESPONDER', 'INFORMED'] as const),
];
export const accesses: readonly Access[] = ['READ', 'CONTRIBUTE', 'COORDINATE'];

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
  const party = { stakeholderId: stakeholder, role: role as InvolvementRole, access: access as Access };
  const onSend = () => void command.send({ incidentId: incident.id, party, ...inWords(text) });
  return (
    <CommandForm {...{ command, onSend, action: t('write.involve') }} canSend={stakeholder !== ''}>
      <Stakeholders {...command.field('stakeholder')} />
      <Choice {...command.field('role')} words="role" options={roles} />
      <Choice {...command.field('access')} words="access" options={accesses} />
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}

type FieldProps = ReturnType<ReturnType<typeof useCommand>['field']>;

/** Those that are not involved yet; as they are many, fewer by some letters of their names. */
function Stakeholders(field: FieldProps) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const [letters, setLetters] = useState('');
  const all = useStakeholders();
  const involved = new Set(incident.involvements.map(({ stakeholder }) => stakeholder?.id));
  const isWanted = (name: string) => name.toLowerCase().includes(letters.trim().toLowerCase());
  const shown = all.filter(
    ({ id, name, code }) => !involved.has(id) && (id === field.value || isWanted(`${name} ${code}`)),
  );
  return (
    <>
      <Text label={t('write.letters')} value={letters} onChange={setLetters} />
      <Selection {...field}>
        <option value="">{t('write.found', { count: shown.length })}</option>
        {shown.map(({ id, name, enrolled }) => (
          <option key={id} value={id}>
            {enrolled ? name : `${name} (${t('incident.notEnrolled')})`}
          </option>
        ))}
      </Selection>
    </>
  );
}

function useStakeholders() {
  const { data, fetchMore } = useQuery(StakeholdersDocument);
  const page = data?.stakeholders;
  useEffect(() => {
    if (!page?.pageInfo.hasNextPage) return;
    void fetchMore({
      variables: { after: page.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { stakeholders: more } }) => ({
        ...before,
        stakeholders: { ...more, edges: [...before.stakeholders.edges, ...more.edges] },
      }),
    });
  }, [page, fetchMore]);
  return page?.edges.map(({ node }) => node) ?? [];
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
