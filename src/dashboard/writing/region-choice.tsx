import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { RegionsDocument } from '../api/generated';
import css from './writing.module.css';

interface Props {
  /** Codes, with spaces between them. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function RegionChoice({ value, onChange }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(RegionsDocument, { fetchPolicy: 'cache-first' });
  const chosen = new Set(value.split(' ').filter(Boolean));
  const toggle = (code: string) => {
    if (!chosen.delete(code)) chosen.add(code);
    onChange([...chosen].join(' '));
  };
  return (
    <fieldset className={css.listed}>
      <legend>{t('write.regions')}</legend>
      {data?.regions.map(({ code, name }) => (
        <label key={code}>
          <input type="checkbox" checked={chosen.has(code)} onChange={() => toggle(code)} /> {name}
        </label>
      ))}
    </fieldset>
  );
}
