import { useTranslation } from 'react-i18next';
import type { ActionLineFragment } from '../api/generated';
import { Cancel, Complete, Start } from './act';
import { FormDialog } from './form-dialog';
import { Reassign, Supersede } from './hand-action';
import { useMay } from './writing';

interface Props {
  readonly action: ActionLineFragment;
}

export function ActionMoves({ action }: Props) {
  const isOpen = action.status === 'PLANNED' || action.status === 'IN_PROGRESS';
  return isOpen ? <Moves action={action} /> : null;
}

function Moves({ action }: Props) {
  const { t } = useTranslation();
  const may = useMay(action.id, action.version);
  if (!may('ACTION_CHANGE')) return null;
  return (
    <>
      {action.status === 'PLANNED' && (
        <FormDialog action={t('write.start')} title={`${t('write.start')}${t('app.colon')}${action.title}`}>
          {(close) => <Start action={action} close={close} />}
        </FormDialog>
      )}
      <FormDialog action={t('write.complete')} title={`${t('write.complete')}${t('app.colon')}${action.title}`}>
        {(close) => <Complete action={action} close={close} />}
      </FormDialog>
      <FormDialog
        action={t('write.reassign')}
        about={action.title}
        title={`${t('write.reassign')}${t('app.colon')}${action.title}`}
        className="quiet small"
      >
        {(close) => <Reassign action={action} close={close} />}
      </FormDialog>
      <FormDialog
        action={t('write.supersede')}
        about={action.title}
        title={`${t('write.supersede')}${t('app.colon')}${action.title}`}
        className="quiet small"
      >
        {(close) => <Supersede action={action} close={close} />}
      </FormDialog>
      <FormDialog action={t('write.cancelAction')} title={t('write.cancelAction')} className="quiet small">
        {(close) => <Cancel action={action} close={close} />}
      </FormDialog>
    </>
  );
}
