import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** The line that was asked for, or the end, each time anew. */
export interface Aim {
  readonly to: number | 'end';
}

interface Going {
  readonly aim: Aim | null;
  readonly goTo: (to: Aim['to']) => void;
}

const GoingContext = createContext<Going>({ aim: null, goTo: () => undefined });

/** Around the main courante, and all that names its lines. */
export function GoToLineProvider({ children }: { readonly children: ReactNode }) {
  const [aim, setAim] = useState<Aim | null>(null);
  const going = useMemo(() => ({ aim, goTo: (to: Aim['to']) => setAim({ to }) }), [aim]);
  return <GoingContext value={going}>{children}</GoingContext>;
}

/** Shows the line of a number, and puts the focus on it; or the end, to stay there as lines come. */
export function useGoToLine(): Going['goTo'] {
  return useContext(GoingContext).goTo;
}

export function useAimedLine(): Aim | null {
  return useContext(GoingContext).aim;
}
