import { useTranslation } from 'react-i18next';
import {
  type Access,
  ChangeInvolvementDocument,
  type InvolvementLineFragment,
  type InvolvementRole,
  ReleaseStakeholderDocument,
} from '../api/generated';
import { useSignedIn } from '../session/context';
import { CommandForm } from './command-form';
import { DutyContact } from './duty-contact';
import { Choice, LongText } from './fields';
import { DialogAbout, FormDialog } from './form-dialog';
import { accesses, roles } from './roles';
import { inWords, useCommand } from './use-command';
import { useMay, useWriting } from './writing';

interface Props {
  readonly involvement: InvolvementLineFragment;
}

/** Asked only where the answer may be yes: of all parties by who coordinates, of its own by anybody. */
export function InvolvementMoves({ involvement }: Props) {
  const { may } = useWriting();
  const { viewer } = useSignedIn();
  const isOwn = involvement.stakeholder?.id === viewer.stakeholder?.id;
  return may('STAKEHOLDER_INVOLVE') || isOwn ? <Moves involvement={involvement} isOwn={isOwn} /> : null;
}

function Moves({ involvement, isOwn }: Props & { readonly isOwn: boolean }) {
  const { t } = useTranslation();
  const may = useMay(involvement.id, involvement.version);
  const name = involvement.stakeholder?.name ?? '';
  return (
    <span>
      {isOwn && involvement.stakeholder && <DutyContact stakeholder={involvement.stakeholder} />}
      {may('INVOLVEMENT_CHANGE') && (
        <FormDialog
          action={t('write.change')}
          about={name}
          title={t('write.changeInvolvement', { name })}
          kind={`${t('write.change')} – ${t('write.party')}`}
          className="quiet small"
        >
          {(close) => <Change involvement={involvement} close={close} />}
        </FormDialog>
      )}
      {may('STAKEHOLDER_RELEASE') &&
        (isOwn ? <Leave involvement={involvement} /> : <Expel involvement={involvement} />)}
    </span>
  );
}

function Leave({ involvement }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog action={t('write.leave')} title={t('write.leave')} className="quiet small">
      {(close) => <Release {...{ involvement, close, action: t('write.leaveNow'), note: t('write.leaveNote') }} />}
    </FormDialog>
  );
}

function Expel({ involvement }: Props) {
  const { t } = useTranslation();
  return (
    <DialogAbout action={t('write.release')} about={involvement.stakeholder?.name ?? ''} className="quiet small">
      {(close) => <Release {...{ involvement, close, action: t('write.release'), note: t('write.releaseNote') }} />}
    </DialogAbout>
  );
}

interface FormProps extends Props {
  readonly close: () => void;
}

function Change({ involvement, close }: FormProps) {
  const { t } = useTranslation();
  const { id, version } = involvement;
  const command = useCommand({
    ...{ name: `involvement:${id}`, mutation: ChangeInvolvementDocument, version, onDone: close },
    initial: { role: involvement.role as string, access: involvement.access as string, text: '' },
  });
  const { role, access, text } = command.fields;
  const onSend = () =>
    void command.send({
      ...{ involvementId: id, expectedVersion: command.version },
      ...(role !== involvement.role && { role: role as InvolvementRole }),
      ...(access !== involvement.access && { access: access as Access }),
      ...inWords(text),
    });
  return (
    <CommandForm
      {...{ command, onSend }}
      recorded={{ version, words: [t(`role.${involvement.role}`), t(`grant.${involvement.access}`)] }}
      yours={[command.own('role') && t(`role.${role}`), command.own('access') && t(`grant.${access}`), text]}
    >
      <Choice {...command.field('role')} words="role" options={roles} />
      <Choice {...command.field('access')} words="grant" options={accesses} />
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}

interface ReleaseProps extends FormProps {
  readonly action: string;
  readonly note: string;
}

function Release({ involvement, close, action, note }: ReleaseProps) {
  const { t } = useTranslation();
  const { id, version, role, access } = involvement;
  const command = useCommand({
    ...{ name: `release:${id}`, mutation: ReleaseStakeholderDocument, version, onDone: close },
    initial: { text: '' },
  });
  const { text } = command.fields;
  const onSend = () => void command.send({ involvementId: id, expectedVersion: command.version, ...inWords(text) });
  return (
    <CommandForm
      {...{ command, onSend, action }}
      recorded={{ version, words: [t(`role.${role}`), t(`grant.${access}`)] }}
      yours={[text]}
    >
      <p>{note}</p>
      <LongText {...command.field('text')} />
    </CommandForm>
  );
}
