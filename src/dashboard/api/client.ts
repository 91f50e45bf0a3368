import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { apiUrl, type Session } from '../session/session';
import { choicesOf, codeOf } from './faults';
import { socketOf } from './socket';

export interface Api {
  readonly apollo: ApolloClient;
  /** What comes by subscriptions is not all, from when this is told until they have begun again. */
  whenCut(listener: () => void): () => void;
  /** Ends every stream. */
  close(): void;
}

export function apiOf(session: Session): Api {
  const socket = socketOf(session);
  const http = ApolloLink.from([
    new ErrorLink(({ error }) => {
      if (codeOf(error) === 'UNAUTHENTICATED' && !choicesOf(error)) session.refuse();
      if (codeOf(error) === 'OFFLINE') session.doubt();
    }),
    new SetContextLink(async () => ({ headers: await session.headers() })),
    new HttpLink({ uri: apiUrl }),
  ]);
  const apollo = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      http,
    ),
    cache: new InMemoryCache({
      possibleTypes: { Node: [], NumberedLine: ['JournalEntry', 'SealedEntry'] },
      typePolicies: { Viewer: { merge: true } },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  });
  return {
    apollo,
    whenCut: (listener) => socket.on('closed', listener),
    close: () => {
      apollo.stop();
      // Rejects if it was still connecting, which then comes to nothing.
      Promise.resolve(socket.dispose()).catch(() => undefined);
    },
  };
}
