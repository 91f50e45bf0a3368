import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../link/following';
import { useWriting } from './writing';
import css from './writing.module.css';

interface Props {
  readonly lines: readonly JournalLine[];
}

/** What the words are an answer to; it can be closed to who writes them while they do. */
export function TargetNotice({ lines }: Props) {
  const { t } = useTranslation();
  const { target, aim } = useWriting();
  if (!target) return null;
  const line = lines.find(({ number }) => number === target.number);
  return (
    <>
      <p className={css.target}>
        <strong>{t(target.kind === 'reply' ? 'write.replyTo' : 'write.correction', { number: target.number })}</strong>
        <button type="button" className="small" onClick={() => aim(null)}>
          {t('write.stop')}
        </button>
      </p>
      {line?.__typename === 'SealedEntry' && (
        <p role="alert" className={css.failed}>
          {t('write.targetSealed')}
        </p>
      )}
    </>
  );
}
