import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws/client';
import { apiUrl, type Session } from '../session/session';
import { choicesOf, codeOf } from './faults';

export interface Api {
  readonly apollo: ApolloClient;
  /** Ends every stream. */
  close(): void;
}

export function apiOf(session: Session): Api {
  const socket = createClient({
    url: apiUrl.replace(/^http/, 'ws'),
    connectionParams: async () => {
      const { authorization, 'acting-for': actingFor } = await session.headers();
      return { authorization, ...(actingFor !== undefined && { actingFor }) };
    },
    keepAlive: 15_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
  });
  const http = ApolloLink.from([
    new ErrorLink(({ error }) => {
      if (codeOf(error) === 'UNAUTHENTICATED' && !choicesOf(error)) session.refuse();
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
    close: () => {
      apollo.stop();
      // Rejects if it was still connecting, which then comes to nothing.
      Promise.resolve(socket.dispose()).catch(() => undefined);
    },
  };
}
