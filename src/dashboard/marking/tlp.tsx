import type { MarkingPartsFragment } from '../api/generated';
import css from './tlp.module.css';

type Marks = Pick<MarkingPartsFragment, 'tlp' | 'label' | 'pap'>;

/** How far it may be passed on, and what readers may do with it, where that was said. */
export function MarkingBadge({ pap, ...tlp }: Marks) {
  return (
    <>
      <TlpBadge {...tlp} />
      {pap && <span className={css.pap}>{papLabel(pap)}</span>}
    </>
  );
}

/** FIRST's labels, never translated, in FIRST's colours on black. */
export function TlpBadge({ tlp, label }: { readonly tlp: string; readonly label: string }) {
  return (
    <span className={css.tlp} data-tlp={tlp}>
      {label}
    </span>
  );
}

/** As it is written everywhere, and never translated either: `PAP:AMBER`. */
export function papLabel(pap: string): string {
  return pap.replace('_', ':');
}
