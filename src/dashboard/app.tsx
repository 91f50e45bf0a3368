import { useState } from 'react';
import { forget } from './session/kept';
import type { Opening } from './session/opening';
import { SignedInProvider } from './session/provider';
import { Session } from './session/session';
import { SignIn } from './session/sign-in';
import { Shell } from './shell/shell';

/** What was told last of why nobody is signed in. */
type Notice = 'refused' | 'failed';

export function App({ opening }: { readonly opening: Opening }) {
  const [session, setSession] = useState(opening.session);
  const [notice, setNotice] = useState<Notice | undefined>(opening.failed ? 'failed' : undefined);
  const enter = (next: Session) => {
    session?.end();
    setNotice(undefined);
    setSession(next);
  };
  const leave = (why?: Notice) => {
    session?.end();
    forget();
    setNotice(why);
    setSession(undefined);
  };
  if (!session) return <SignIn onSignIn={(token) => enter(new Session({ token }))} {...(notice && { notice })} />;
  const signOut = () => {
    leave();
    const { issued } = session;
    if (issued) void import('./session/issuer').then(({ signOutAt }) => signOutAt(issued)).catch(() => undefined);
  };
  return (
    <SignedInProvider
      key={session.key}
      session={session}
      signOut={signOut}
      onRefused={() => leave('refused')}
      onChosen={(code) => enter(session.forStakeholder(code))}
      onChoosing={() => enter(session.forStakeholder())}
    >
      <Shell />
    </SignedInProvider>
  );
}
