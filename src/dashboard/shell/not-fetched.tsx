import { useTranslation } from 'react-i18next';
import { PlainPage } from './plain-page';

/** The server was out of reach, or has another dashboard by now; a browser asks again for a module only in a new page. */
export function NotFetched() {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <p>{t('app.notFetched')}</p>
      <button type="button" onClick={() => location.reload()}>
        {t('app.reload')}
      </button>
    </div>
  );
}

export function PageNotFetched() {
  const { t } = useTranslation();
  return (
    <PlainPage title={t('app.name')}>
      <NotFetched />
    </PlainPage>
  );
}
