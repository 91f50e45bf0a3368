import { useTranslation } from 'react-i18next';
import { useWriting } from './writing';
import css from './writing.module.css';

export function TargetNotice() {
  const { t } = useTranslation();
  const { target, aim } = useWriting();
  if (!target) return null;
  return (
    <p className={css.target}>
      <strong>{t(target.kind === 'reply' ? 'write.replyTo' : 'write.correction', { number: target.number })}</strong>
      <button type="button" className="small" onClick={() => aim(null)}>
        {t('write.stop')}
      </button>
    </p>
  );
}
