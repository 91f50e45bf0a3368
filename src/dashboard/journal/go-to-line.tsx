import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** The line that was asked for, each time anew. */
export interface Aim {
  readonly number: number;
}

interface Going {
  readonly aim: Aim | null;
  readonly goTo: (number: number) => void;
}

const GoingContext = createContext<Going>({ aim: null, goTo: () => undefined });

/** Around the main courante, and all that names its lines. */
export function GoToLineProvider({ children }: { readonly children: ReactNode }) {
  const [aim, setAim] = useState<Aim | null>(null);
  const going = useMemo(() => ({ aim, goTo: (number: number) => setAim({ number }) }), [aim]);
  return <GoingContext value={going}>{children}</GoingContext>;
}

/** Shows the line of a number, and puts the focus on it. */
export function useGoToLine(): Going['goTo'] {
  return useContext(GoingContext).goTo;
}

export function useAimedLine(): Aim | null {
  return useContext(GoingContext).aim;
}
