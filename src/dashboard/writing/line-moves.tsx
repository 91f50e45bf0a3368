import { useTranslation } from 'react-i18next';
import type { Entry } from '../link/following';
import { useSignedIn } from '../session/context';
import { ChangeMarking } from './change-marking';
import { toEntry } from './composer';
import type { Target } from './target';
import { useWriting } from './writing';
import css from './writing.module.css';

/** What can be written about a line of the main courante. */
export function LineMoves({ line }: { readonly line: Entry }) {
  const { t } = useTranslation();
  const { may, aim } = useWriting();
  const { viewer } = useSignedIn();
  if (!may('ENTRY_WRITE')) return null;
  const { originatorId, delegateId } = line.marking;
  const isOurs = [originatorId, delegateId].some((id) => id === viewer.stakeholder?.id);
  const aimAt = (kind: Target['kind']) => {
    aim({ kind, entryId: line.id, number: line.number });
    toEntry();
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
      {(isOurs || may('MARKING_NARROW')) && (
        <ChangeMarking
          thing={line}
          about={t('journal.number', { number: line.number })}
          title={t('write.marking', { number: line.number })}
        />
      )}
    </div>
  );
}
