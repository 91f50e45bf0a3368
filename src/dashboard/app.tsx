import { useState } from 'react';
import { SignedInProvider } from './session/provider';
import { forgetSession, keepSession, openSession, type Session } from './session/session';
import { SignIn } from './session/sign-in';
import { Shell } from './shell/shell';

export function App() {
  const [session, setSession] = useState(openSession);
  const signIn = (next: Session) => {
    keepSession(next);
    setSession(next);
  };
  const signOut = () => {
    forgetSession();
    setSession(undefined);
  };
  if (!session) return <SignIn onSignIn={signIn} />;
  return (
    <SignedInProvider
      key={session.token}
      session={session}
      signOut={signOut}
      otherwise={<SignIn onSignIn={signIn} isRefused />}
    >
      <Shell />
    </SignedInProvider>
  );
}
