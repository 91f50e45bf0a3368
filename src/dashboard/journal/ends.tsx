import { useTranslation } from 'react-i18next';
import type { Entry } from '../link/following';
import { useGoToLine } from './go-to-line';
import css from './journal.module.css';
import type { Links } from './links';

const ways = ['corrects', 'repliesTo', 'correctedBy', 'repliedBy'] as const;

/** Which other lines it has to do with; one goes from either end to the other. */
export function Ends({ line, links }: { readonly line: Entry; readonly links: Links }) {
  const { t } = useTranslation();
  const goTo = useGoToLine();
  const ends = ways.flatMap((way) => (links[way].get(line.number) ?? []).map((number) => [way, number] as const));
  if (ends.length === 0) return null;
  return (
    <p className={css.ends}>
      {ends.map(([way, number]) => (
        <button key={`${way} ${number}`} type="button" className="quiet small" onClick={() => goTo(number)}>
          {t(`journal.${way}`, { number })}
        </button>
      ))}
    </p>
  );
}
