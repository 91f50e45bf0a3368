import { useTranslation } from 'react-i18next';
import type { Failure } from './use-submit';
import css from './writing.module.css';

/** Why it was not sent; a conflict is shown by the form itself. */
export function Outcome({ failure }: { readonly failure: Failure | null }) {
  const { t } = useTranslation();
  if (!failure || failure.code === 'CONFLICT') return null;
  return (
    <p role="alert" className={css.failed}>
      {t('write.failed', { code: failure.code })} {failure.code === 'OFFLINE' ? '' : failure.message}
    </p>
  );
}

interface ConflictProps {
  readonly theirs: readonly string[];
  readonly yours: readonly string[];
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** Both versions, side by side: whoever writes decides. */
export function Conflict({ theirs, yours, onKeep, onTake }: ConflictProps) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={css.conflict}>
      <p>
        <strong>{t('write.conflict')}</strong>
      </p>
      <div className={css.versions}>
        <Version title={t('write.theirs')} words={theirs} />
        <Version title={t('write.yours')} words={yours} />
      </div>
      <div className={css.buttons}>
        <button type="button" onClick={onKeep}>
          {t('write.keepMine')}
        </button>
        <button type="button" onClick={onTake}>
          {t('write.takeTheirs')}
        </button>
      </div>
    </div>
  );
}

function Version({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      {words.filter(Boolean).map((one) => (
        <p key={one}>{one}</p>
      ))}
    </div>
  );
}
