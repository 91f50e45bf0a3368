import { ApolloProvider, useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { apiOf } from '../api/client';
import { codeOf } from '../api/faults';
import { ViewerDocument } from '../api/generated';
import { SignedInContext } from './context';
import type { Session } from './session';

interface Props {
  readonly session: Session;
  readonly signOut: () => void;
  /** Shown to who is refused. */
  readonly otherwise: ReactNode;
  readonly children: ReactNode;
}

export function SignedInProvider(props: Props) {
  const { session } = props;
  const api = useMemo(() => apiOf(session), [session]);
  useEffect(() => () => api.close(), [api]);
  return (
    <ApolloProvider client={api.apollo}>
      <Known {...props} />
    </ApolloProvider>
  );
}

function Known({ session, signOut, otherwise, children }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(ViewerDocument, { fetchPolicy: 'network-only' });
  const viewer = data?.viewer;
  const signedIn = useMemo(() => viewer && { session, viewer, signOut }, [session, viewer, signOut]);
  if (signedIn) return <SignedInContext value={signedIn}>{children}</SignedInContext>;
  if (!error) return <p role="status">{t('session.opening')}</p>;
  return codeOf(error) === 'UNAUTHENTICATED' ? otherwise : <p role="alert">{t('session.offline')}</p>;
}
