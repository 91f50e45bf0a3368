import { type ReactNode, useState } from 'react';
import css from './writing.module.css';

interface Props {
  readonly summary: string;
  /** A draft has something in it. */
  readonly isFilled: boolean;
  readonly children: ReactNode;
}

/** Folded until it is asked for, or something in it stands in the way of sending: a browser points at nothing that is folded. */
export function Folded({ summary, isFilled, children }: Props) {
  const [isOpen] = useState(isFilled);
  return (
    <details
      className={css.details}
      open={isOpen}
      onInvalidCapture={({ currentTarget }) => {
        currentTarget.open = true;
      }}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
