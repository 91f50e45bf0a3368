import { useTranslation } from 'react-i18next';
import { type ActionLineFragment, ReassignActionDocument, SupersedeActionDocument } from '../api/generated';
import { CommandForm } from './command-form';
import { LongText, Selection } from './fields';
import { partiesOf } from './parties';
import { PartyChoice } from './party-choice';
import { inWords, said, useCommand } from './use-command';
import { useWriting } from './writing';

interface Props {
  readonly action: ActionLineFragment;
  readonly close: () => void;
}

/** To another party that is involved. */
export function Reassign({ action, close }: Props) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const command = useCommand({
    ...{ name: `reassign:${action.id}`, mutation: ReassignActionDocument, version: action.version, onDone: close },
    initial: { owner: '', text: '' },
  });
  const { owner, text } = command.fields;
  const onSend = () =>
    void command.send({
      ...{ actionId: action.id, expectedVersion: command.version, ownerId: owner },
      ...inWords(text),
    });
  const parties = partiesOf(incident.involvements);
  return (
    <CommandForm
      {...{ command, onSend, action: t('write.reassign') }}
      recorded={{ version: action.version, words: [t(`actionStatus.${action.status}`), action.owner?.name ?? ''] }}
      yours={[parties.find(({ id }) => id === owner)?.name ?? '', text]}
      canSend={owner !== ''}
    >
      <PartyChoice
        {...{ ...command.field('owner'), none: '–', isRequired: true }}
        among={parties.filter(({ id }) => id !== action.owner?.id)}
      />
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}

/** By another action, or by events. */
export function Supersede({ action, close }: Props) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const command = useCommand({
    ...{ name: `supersede:${action.id}`, mutation: SupersedeActionDocument, version: action.version, onDone: close },
    initial: { successor: '', reason: '', text: '' },
  });
  const { successor, reason, text } = command.fields;
  const others = incident.actions.edges
    .map(({ node }) => node)
    .filter(({ id, status }) => id !== action.id && status !== 'CANCELLED' && status !== 'SUPERSEDED');
  const onSend = () =>
    void command.send({
      ...{ actionId: action.id, expectedVersion: command.version },
      ...said('supersededById', successor),
      ...said('reason', reason),
      ...inWords(text),
    });
  return (
    <CommandForm
      {...{ command, onSend, action: t('write.supersede') }}
      recorded={{ version: action.version, words: [t(`actionStatus.${action.status}`), action.result ?? ''] }}
      yours={[others.find(({ id }) => id === successor)?.title ?? '', reason, text]}
    >
      <Selection {...command.field('successor')}>
        <option value="">{t('write.byEvents')}</option>
        {others.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Selection>
      <LongText {...command.field('reason')} />
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}
