import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { toEntry } from './composer';
import type { Target } from './target';
import { useWriting } from './writing';
import css from './writing.module.css';

interface Props {
  /** It is not open any more to who writes the answer. */
  readonly isClosed: boolean;
}

/** What the words are an answer to. */
export function TargetNotice({ isClosed }: Props) {
  const { t } = useTranslation();
  const { target, aim } = useWriting();
  if (!target) return null;
  const onStop = () => {
    aim(null);
    toEntry();
  };
  return (
    <div className={isClosed ? css.failed : undefined}>
      <p className={css.target}>
        <strong>{targetWords(t, target)}</strong>
        <button type="button" className="small" onClick={onStop}>
          {t('write.stop')}
        </button>
      </p>
      {isClosed && <p role="alert">{t('write.targetSealed')}</p>}
    </div>
  );
}

export function targetWords(t: TFunction, { kind, number }: Target): string {
  return t(kind === 'reply' ? 'write.replyTo' : 'write.correction', { number });
}
