import type { ReactNode } from 'react';
import type { FieldProps } from './fields';
import css from './writing.module.css';

interface Props extends FieldProps {
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly children?: ReactNode;
}

/** Any of them, or none. Its value: the ids chosen, with spaces between them. */
export function Several({ label, value, onChange, options, children }: Props) {
  const chosen = new Set(chosenOf(value));
  const toggle = (id: string) => {
    if (!chosen.delete(id)) chosen.add(id);
    onChange([...chosen].join(' '));
  };
  return (
    <fieldset className={css.listed}>
      <legend>{label}</legend>
      {options.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" value={id} checked={chosen.has(id)} onChange={() => toggle(id)} /> {name}
        </label>
      ))}
      {children}
    </fieldset>
  );
}

export function chosenOf(value: string): string[] {
  return value.split(' ').filter(Boolean);
}
