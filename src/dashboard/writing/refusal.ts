import { createContext, useContext } from 'react';

/** What a form says of the field in which something was refused. */
export interface Refusal {
  /** The id of what is said. */
  readonly saidIn?: string;
  readonly label: string | null;
}

export const RefusalContext = createContext<Refusal>({ label: null });

/** Points from the field with this label to what is said of it, if it is the one that was refused. */
export function useRefusal(label: string) {
  const { saidIn, label: refused } = useContext(RefusalContext);
  return refused === label ? { 'aria-invalid': true, 'aria-describedby': saidIn } : {};
}
