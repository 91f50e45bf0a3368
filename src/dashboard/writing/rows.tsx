import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './writing.module.css';

interface Props<Row> {
  readonly label: string;
  /** What the button says that adds one. */
  readonly add: string;
  /** What a draft keeps of them. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly empty: Row;
  readonly children: (row: Row, set: (change: Partial<Row>) => void) => ReactNode;
}

/** As many of the same fields as are wanted. */
export function Rows<Row extends object>({ label, add, value, onChange, empty, children }: Props<Row>) {
  const { t } = useTranslation();
  const rows = rowsOf(value, empty);
  const keep = (next: readonly Row[]) => onChange(next.length === 0 ? '' : JSON.stringify(next));
  return (
    <>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is told from others by its place only.
        <fieldset key={index} className={`${css.form} ${css.repeated}`}>
          <legend>
            {label} {index + 1}
          </legend>
          {children(row, (change) => keep(rows.with(index, { ...row, ...change })))}
          <button type="button" className="quiet small" onClick={() => keep(rows.toSpliced(index, 1))}>
            {t('write.removeRow')}
            <span className="hidden">
              {' '}
              – {label} {index + 1}
            </span>
          </button>
        </fieldset>
      ))}
      <button type="button" className="small" onClick={() => keep([...rows, empty])}>
        {add}
      </button>
    </>
  );
}

export function rowsOf<Row extends object>(value: string, empty: Row): Row[] {
  const rows = value === '' ? [] : (JSON.parse(value) as Row[]);
  return rows.map((row) => ({ ...empty, ...row }));
}
