import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/faults';
import { Card } from './card';

interface Props {
  readonly error: unknown;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

/** It is not known yet who looks: whoever waits for that may ask again, or be somebody else. */
export function NotOpened({ error, onAgain, onLeave }: Props) {
  const { t } = useTranslation();
  const busy = (['UNAVAILABLE', 'RATE_LIMITED'] as const).find((code) => code === codeOf(error));
  return (
    <Card title={t('session.title')}>
      <p role="alert">{t(busy ? `fault.${busy}` : 'session.offline')}</p>
      <button type="button" className="primary" onClick={onAgain}>
        {t('session.again')}
      </button>
      <button type="button" className="quiet" onClick={onLeave}>
        {t('session.signOut')}
      </button>
    </Card>
  );
}
