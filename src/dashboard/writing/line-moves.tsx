import { useTranslation } from 'react-i18next';
import type { Entry } from '../link/following';
import { ChangeMarking } from './change-marking';
import type { Target } from './target';
import { useWriting } from './writing';
import css from './writing.module.css';

/** What can be written about a line of the main courante. */
export function LineMoves({ line }: { readonly line: Entry }) {
  const { t } = useTranslation();
  const { may, aim } = useWriting();
  if (!may('ENTRY_WRITE')) return null;
  const aimAt = (kind: Target['kind']) => {
    aim({ kind, entryId: line.id, number: line.number });
    document.querySelector<HTMLTextAreaElement>('form textarea')?.focus();
  };
  return (
    <div className={css.moves}>
      <button type="button" className="quiet small" onClick={() => aimAt('reply')}>
        {t('journal.reply')}
        <span className="hidden"> {t('journal.number', { number: line.number })}</span>
      </button>
      <button type="button" className="quiet small" onClick={() => aimAt('correction')}>
        {t('journal.correct')}
        <span className="hidden"> {t('journal.number', { number: line.number })}</span>
      </button>
      <ChangeMarking thing={line} title={t('write.marking', { number: line.number })} />
    </div>
  );
}
