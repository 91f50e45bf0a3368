import { ApolloProvider, useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Api, apiOf } from '../api/client';
import { choicesOf, codeOf } from '../api/faults';
import { ViewerDocument } from '../api/generated';
import { ChooseStakeholder } from './choose-stakeholder';
import { SignedInContext } from './context';
import { NotOpened } from './not-opened';
import { hasOwnWords, ownerOf } from './own';
import type { Session } from './session';
import type { Notice } from './sign-in';
import { usePresence } from './use-presence';

interface Props {
  readonly session: Session;
  readonly signOut: () => void;
  /** The server takes the token no more or never took it, or they signed out in another tab. */
  readonly onEnded: (why: Notice) => void;
  /** By its code, for whom they act who may act for several. */
  readonly onChosen: (code: string) => void;
  readonly onChoosing: () => void;
  readonly children: ReactNode;
}

export function SignedInProvider(props: Props) {
  const { session } = props;
  const api = useMemo(() => apiOf(session), [session]);
  useEffect(() => {
    // The browser's word that its network came or went.
    window.ononline = window.onoffline = () => session.doubt();
    return () => api.close();
  }, [api, session]);
  return (
    <ApolloProvider client={api.apollo}>
      <Known {...props} whenCut={api.whenCut} />
    </ApolloProvider>
  );
}

function Known({ session, whenCut, signOut, onEnded, onChosen, onChoosing, children }: Props & Pick<Api, 'whenCut'>) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ViewerDocument, { fetchPolicy: 'network-only' });
  const choices = choicesOf(error);
  const isRefused = choices === undefined && error !== undefined && codeOf(error) === 'UNAUTHENTICATED';
  const viewer = data?.viewer;
  useEffect(() => {
    if (isRefused) return onEnded('refused');
    const isKept = () => viewer !== undefined && hasOwnWords(viewer);
    return session.whenEnded((why) => onEnded(why === 'elsewhere' && isKept() ? 'elsewhereKept' : why));
  }, [isRefused, onEnded, session, viewer]);
  const signOutHere = usePresence(viewer && ownerOf(viewer));
  const choose = session.actingFor === undefined ? undefined : onChoosing;
  const signedIn = useMemo(
    () =>
      viewer && {
        ...{ session, viewer, whenCut, ...(choose && { choose }) },
        signOut: () => void signOutHere().finally(signOut),
      },
    [session, viewer, whenCut, signOut, signOutHere, choose],
  );
  if (signedIn) return <SignedInContext value={signedIn}>{children}</SignedInContext>;
  if (choices) return <ChooseStakeholder choices={choices} onChosen={onChosen} onLeave={signOut} />;
  if (!error || isRefused) return <p role="status">{t('session.opening')}</p>;
  return <NotOpened error={error} onAgain={() => void refetch().catch(() => undefined)} onLeave={signOut} />;
}
