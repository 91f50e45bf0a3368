import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/context';
import { later } from '../shell/later';
import { FormDialog } from './form-dialog';

const DeclareForm = later(() => import('./declare-form').then((part) => part.DeclareForm));

export function Declare() {
  const { t } = useTranslation();
  const { viewer } = useSignedIn();
  if (!viewer.permissions.includes('INCIDENT_DECLARE')) return null;
  return (
    <FormDialog action={t('write.declare')} title={t('write.declare')} className="primary">
      {(close) => (
        <Suspense fallback={<p role="status">{t('app.onTheWay')}</p>}>
          <DeclareForm close={close} />
        </Suspense>
      )}
    </FormDialog>
  );
}
