import { useTranslation } from 'react-i18next';
import type { Entry } from '../link/following';
import { useWriting } from '../writing/writing';
import { useGoToLine } from './go-to-line';
import css from './journal.module.css';
import type { Links } from './links';
import { useCalled } from './use-called';

const ofMarkings: readonly string[] = ['MARKING_CHANGED', 'WITHDRAWN'];

/** What a line is about, as far as the viewer sees it: in words, or as a way to the line that it is about. */
export function Subject({ line, links }: { readonly line: Entry; readonly links: Links }) {
  const { t } = useTranslation();
  const goTo = useGoToLine();
  const { incident } = useWriting();
  const { names, titles } = useCalled();
  const { subjectId, kind } = line;
  if (subjectId === null) return null;
  const number = links.numbers.get(subjectId);
  if (number !== undefined)
    return (
      <button type="button" className="quiet small" onClick={() => goTo(number)}>
        {t('journal.number', { number })}
      </button>
    );
  const isWhole = subjectId === incident.id;
  if (isWhole && !ofMarkings.includes(kind)) return null;
  const told = links.called.get(subjectId);
  const words = isWhole ? incident.title : (titles.get(subjectId) ?? (told && (names.get(told) ?? told)));
  return words ? <strong className={css.subject}>{words}</strong> : null;
}
