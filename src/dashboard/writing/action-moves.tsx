import { useTranslation } from 'react-i18next';
import type { ActionLineFragment } from '../api/generated';
import { Cancel, Complete, Start } from './act';
import { DialogAbout } from './form-dialog';
import { Reassign, Supersede } from './hand-action';
import { useMay } from './writing';

interface Props {
  readonly action: ActionLineFragment;
}

export function ActionMoves({ action }: Props) {
  return isOpenAction(action) ? <Moves action={action} /> : null;
}

export function isOpenAction({ status }: Pick<ActionLineFragment, 'status'>): boolean {
  return status === 'PLANNED' || status === 'IN_PROGRESS';
}

function Moves({ action }: Props) {
  const { t } = useTranslation();
  const may = useMay(action.id, action.version);
  if (!may('ACTION_CHANGE')) return null;
  const about = action.title;
  const quiet = { about, className: 'quiet small' };
  return (
    <>
      {action.status === 'PLANNED' && (
        <DialogAbout {...{ action: t('write.start'), about }}>
          {(close) => <Start action={action} close={close} />}
        </DialogAbout>
      )}
      <DialogAbout {...{ action: t('write.complete'), about }}>
        {(close) => <Complete action={action} close={close} />}
      </DialogAbout>
      <DialogAbout {...quiet} action={t('write.reassign')}>
        {(close) => <Reassign action={action} close={close} />}
      </DialogAbout>
      <DialogAbout {...quiet} action={t('write.supersede')}>
        {(close) => <Supersede action={action} close={close} />}
      </DialogAbout>
      <DialogAbout {...quiet} action={t('write.cancelAction')}>
        {(close) => <Cancel action={action} close={close} />}
      </DialogAbout>
    </>
  );
}
