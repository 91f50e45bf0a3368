import { type ReactNode, useLayoutEffect, useRef } from 'react';
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
  const { row: place, adding, leave } = useNextRow();
  const keep = (next: readonly Row[]) => onChange(next.length === 0 ? '' : JSON.stringify(next));
  return (
    <>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is told from others by its place only.
        <fieldset key={index} ref={place(index)} className={`${css.form} ${css.repeated}`}>
          <legend>
            {label} {index + 1}
          </legend>
          {children(row, (change) => keep(rows.with(index, { ...row, ...change })))}
          <button
            type="button"
            className="quiet small"
            onClick={() => {
              leave(index);
              keep(rows.toSpliced(index, 1));
            }}
          >
            {t('write.removeRow')}
            <span className="hidden">
              {' '}
              – {label} {index + 1}
            </span>
          </button>
        </fieldset>
      ))}
      <button ref={adding} type="button" className="small" onClick={() => keep([...rows, empty])}>
        {add}
      </button>
    </>
  );
}

/** Whoever takes a row away goes on from the one that follows it, or else from where one is added. */
function useNextRow() {
  const rows = useRef<(HTMLElement | null)[]>([]);
  const adding = useRef<HTMLButtonElement>(null);
  const removed = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (removed.current === null) return;
    const next = rows.current[removed.current]?.querySelector<HTMLElement>('input, select, textarea');
    removed.current = null;
    (next ?? adding.current)?.focus();
  });
  const row = (index: number) => (element: HTMLElement | null) => {
    rows.current[index] = element;
  };
  const leave = (index: number) => {
    removed.current = index;
  };
  return { row, adding, leave };
}

export function rowsOf<Row extends object>(value: string, empty: Row): Row[] {
  const rows = value === '' ? [] : (JSON.parse(value) as Row[]);
  return rows.map((row) => ({ ...empty, ...row }));
}
