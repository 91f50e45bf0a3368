import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalLine } from '../link/following';
import css from './journal.module.css';
import type { Wanted } from './search';

const categories = [
  ...['FACT', 'INFORMATION', 'REQUEST', 'DECISION', 'ACTION', 'COMMUNICATION', 'SITUATION', 'TECHNICAL'],
];

interface Props {
  readonly lines: readonly JournalLine[];
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
  /** To what is searched for, among the others. */
  readonly onGo: () => void;
}

export function Filters({ lines, wanted, onChange, onGo }: Props) {
  const { t } = useTranslation();
  const parties = useMemo(() => partiesOf(lines), [lines]);
  return (
    <div className={css.tools}>
      <input
        {...{ type: 'search', value: wanted.search, 'aria-label': t('journal.search') }}
        placeholder={t('journal.searchShort')}
        onChange={({ target }) => onChange({ ...wanted, search: target.value })}
        onKeyDown={({ key }) => key === 'Enter' && onGo()}
      />
      <select
        {...{ value: wanted.category, 'aria-label': t('journal.byCategory') }}
        onChange={({ target }) => onChange({ ...wanted, category: target.value })}
      >
        <option value="">{t('journal.allCategories')}</option>
        {categories.map((one) => (
          <option key={one} value={one}>
            {t(`category.${one}`)}
          </option>
        ))}
      </select>
      <select
        {...{ value: wanted.party, 'aria-label': t('journal.byParty') }}
        onChange={({ target }) => onChange({ ...wanted, party: target.value })}
      >
        <option value="">{t('journal.allParties')}</option>
        {parties.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </div>
  );
}

function partiesOf(lines: readonly JournalLine[]): string[] {
  const names = lines.flatMap((line) => (line.__typename === 'JournalEntry' ? [line.author.stakeholderName] : []));
  return [...new Set(names)].filter((name) => name !== null).sort((a, b) => a.localeCompare(b, 'fr'));
}
