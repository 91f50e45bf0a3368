import css from './tlp.module.css';

/** FIRST's labels, never translated, in FIRST's colours on black. */
export function TlpBadge({ tlp, label }: { readonly tlp: string; readonly label: string }) {
  return (
    <span className={css.tlp} data-tlp={tlp}>
      {label}
    </span>
  );
}
