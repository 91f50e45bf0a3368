import { type ReactNode, useId } from 'react';
import css from './incident.module.css';
import { headingId, type PagePart } from './parts';

interface Props {
  readonly title: string;
  /** Where it is one of the parts of the page that one goes to from its top. */
  readonly part?: PagePart;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ title, part, aside, children }: Props) {
  const own = useId();
  const id = part ? headingId(part) : own;
  return (
    <section className={css.panel} aria-labelledby={id}>
      <div className={css.panelHead}>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
