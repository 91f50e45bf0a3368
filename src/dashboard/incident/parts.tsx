import { useTranslation } from 'react-i18next';
import css from './incident.module.css';

const parts = ['regions', 'services', 'actions', 'timeline', 'parties', 'statements'] as const;
export type PagePart = (typeof parts)[number];

export function headingId(part: PagePart): string {
  return `part-${part}`;
}

/** From the top of a long page to each of its parts. */
export function Parts() {
  const { t } = useTranslation();
  return (
    <nav className={css.parts} aria-label={t('incident.parts')}>
      {parts.map((part) => (
        <button key={part} type="button" className="quiet small" onClick={() => goTo(part)}>
          {part === 'regions' ? t('incident.toMap') : t(`incident.${part}`)}
        </button>
      ))}
    </nav>
  );
}

function goTo(part: PagePart): void {
  const heading = document.getElementById(headingId(part));
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}
