import { useState } from 'react';
import { forget } from './session/kept';
import type { Opening } from './session/opening';
import { SignedInProvider } from './session/provider';
import { Session } from './session/session';
import { type Notice, SignIn } from './session/sign-in';
import { Shell } from './shell/shell';

export function App({ opening }: { readonly opening: Opening }) {
  const [session, setSession] = useState(opening.session);
  const [visit, setVisit] = useState(0);
  const [notice, setNotice] = useState(noticeOf(opening));
  const [typed, setTyped] = useState(opening.brought);
  const enter = (next: Session) => {
    session?.end();
    setNotice(undefined);
    setSession(next);
    setVisit((last) => last + 1);
  };
  const leave = (why: Notice) => {
    session?.end();
    forget();
    setNotice(why);
    if (why !== 'refused') setTyped(undefined);
    setSession(undefined);
  };
  const signIn = (code: string) => {
    setTyped(code);
    enter(new Session({ token: code }));
  };
  if (!session) return <SignIn onSignIn={signIn} {...(notice && { notice })} {...(typed !== undefined && { typed })} />;
  const signOut = () => {
    session.leave();
    leave('left');
    const { issued } = session;
    const isOpenStill = () => setNotice((now) => (now === 'left' ? 'leftHere' : now));
    if (issued) void import('./session/issuer').then(({ signOutAt }) => signOutAt(issued)).catch(isOpenStill);
  };
  return (
    <SignedInProvider
      key={visit}
      session={session}
      signOut={signOut}
      onEnded={leave}
      onChosen={(code) => enter(session.forStakeholder(code))}
      onChoosing={() => enter(session.forStakeholder())}
    >
      <Shell />
    </SignedInProvider>
  );
}

function noticeOf({ brought, failed }: Opening): Notice | undefined {
  if (brought !== undefined) return 'brought';
  return failed ? 'failed' : undefined;
}
