import { useTranslation } from 'react-i18next';
import css from './severity.module.css';

const grades = ['MINOR', 'SIGNIFICANT', 'MAJOR', 'CRISIS'];

/** In words, and by how many bars of four are full. */
export function Severity({ severity }: { readonly severity: string }) {
  const { t } = useTranslation();
  const grade = grades.indexOf(severity);
  return (
    <span className={css.severity} data-severity={severity}>
      <svg viewBox="0 0 16 12" aria-hidden="true">
        {grades.map((name, index) => (
          <rect
            key={name}
            x={index * 4}
            y={9 - index * 3}
            width="3"
            height={3 + index * 3}
            opacity={index <= grade ? 1 : 0.25}
          />
        ))}
      </svg>
      {t(`severity.${severity}`)}
    </span>
  );
}
