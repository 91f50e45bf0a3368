import { createContext, useContext } from 'react';
import type { Api } from '../api/client';
import type { ViewerQuery } from '../api/generated';
import type { Session } from './session';

export interface SignedIn {
  readonly session: Session;
  readonly viewer: ViewerQuery['viewer'];
  readonly whenCut: Api['whenCut'];
  readonly signOut: () => void;
  /** To act for another stakeholder; absent for who acts for one. */
  readonly choose?: () => void;
}

export const SignedInContext = createContext<SignedIn | undefined>(undefined);

export function useSignedIn(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error('Nobody is signed in here.');
  return signedIn;
}
