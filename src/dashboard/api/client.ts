import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws/client';
import { apiUrl, headersOf, type Session } from '../session/session';

export interface Api {
  readonly apollo: ApolloClient;
  /** Ends every stream. */
  close(): void;
}

export function apiOf(session: Session): Api {
  const { authorization, 'acting-for': actingFor } = headersOf(session);
  const socket = createClient({
    url: apiUrl.replace(/^http/, 'ws'),
    connectionParams: { authorization, ...(actingFor !== undefined && { actingFor }) },
    keepAlive: 15_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
  });
  const http = new HttpLink({ uri: apiUrl, headers: headersOf(session) });
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
      void socket.dispose();
    },
  };
}
