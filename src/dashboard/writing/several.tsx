import css from './writing.module.css';

interface Props {
  readonly label: string;
  /** The ids chosen, with spaces between them. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** Any of them, or none. */
export function Several({ label, value, onChange, options }: Props) {
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
    </fieldset>
  );
}

export function chosenOf(value: string): string[] {
  return value.split(' ').filter(Boolean);
}
