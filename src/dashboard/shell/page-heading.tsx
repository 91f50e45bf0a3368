import type { ReactNode } from 'react';
import { useReached } from '../route/arrival';

/** The first heading of a page. */
export function PageHeading({ children }: { readonly children: ReactNode }) {
  const heading = useReached();
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
