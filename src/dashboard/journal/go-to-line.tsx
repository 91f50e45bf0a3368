import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** The line that was asked for, or the end. */
interface Aim {
  readonly to: number | 'end';
}

interface Going {
  /** While one is on the way. */
  readonly aim: Aim | null;
  readonly goTo: (to: Aim['to']) => void;
  readonly onArrival: () => void;
}

const GoingContext = createContext<Going>({ aim: null, goTo: () => undefined, onArrival: () => undefined });

/** Around the main courante, and all that names its lines. */
export function GoToLineProvider({ children }: { readonly children: ReactNode }) {
  const [aim, setAim] = useState<Aim | null>(null);
  const going = useMemo(() => {
    // Who has asked for another line meanwhile is still on the way.
    const onArrival = () => setAim((current) => (current === aim ? null : current));
    return { aim, goTo: (to: Aim['to']) => setAim({ to }), onArrival };
  }, [aim]);
  return <GoingContext value={going}>{children}</GoingContext>;
}

/** Shows the line of a number, and puts the focus on it; or the end, to stay there as lines come. */
export function useGoToLine(): Going['goTo'] {
  return useContext(GoingContext).goTo;
}

export function useGoing(): Going {
  return useContext(GoingContext);
}
