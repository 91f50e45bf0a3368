import { type ReactNode, useRef, useState } from 'react';
import css from './writing.module.css';

interface Props {
  readonly summary: string;
  /** A draft has something in it. */
  readonly isFilled: boolean;
  readonly children: ReactNode;
}

/** Folded until it is asked for, and then in sight; or something in it stands in the way of sending: a browser points at nothing that is folded. */
export function Folded({ summary, isFilled, children }: Props) {
  const [isOpen] = useState(isFilled);
  // Where it is open from the beginning, or a browser points at a field in it, nobody asked for the whole of it.
  const isUnasked = useRef(isFilled);
  return (
    <details
      className={css.details}
      open={isOpen}
      onInvalidCapture={({ currentTarget }) => {
        isUnasked.current ||= !currentTarget.open;
        currentTarget.open = true;
      }}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && !isUnasked.current) currentTarget.scrollIntoView({ block: 'nearest' });
        isUnasked.current = false;
      }}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
