import { createContext, useContext } from 'react';

/** Shows the line of this number, and puts the focus on it. */
export type GoToLine = (number: number) => void;

export const GoToLineContext = createContext<GoToLine>(() => undefined);

export function useGoToLine(): GoToLine {
  return useContext(GoToLineContext);
}
