import type { Server as HttpServer } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Operation } from '../access/operation';
import type { Metrics } from '../kernel/metrics';
import { countingRequests } from './counting';
import type { Documents } from './document';
import type { FormatError } from './errors';
import { plainStatus } from './status';

interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly formatError: FormatError;
  readonly httpServer: HttpServer;
  readonly shutdownSeconds: number;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** GraphQL over HTTP. Nothing is reported to anybody, and nothing instruments each field. */
export function apollo({
  schema,
  documents,
  formatError,
  httpServer,
  shutdownSeconds,
  log,
  metrics,
}: ApolloOptions): ApolloServer<Operation> {
  return new ApolloServer<Operation>({
    schema,
    parseOptions: documents.parseOptions,
    // `Documents` validates, and decides who may ask for the schema: it knows the viewer, and serves sockets too.
    dangerouslyDisableValidation: true,
    introspection: true,
    // A page elsewhere has no token to send along, and whoever has one says so in a header.
    csrfPrevention: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (_formatted, error) => formatError(error),
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.info(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: shutdownSeconds * 1000 }),
      examining(documents, formatError),
      countingRequests(metrics),
      plainStatus(),
    ],
  });
}

function examining(documents: Documents, formatError: FormatError): ApolloServerPlugin<Operation> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, document, operation, contextValue }) {
          const { operationName, variables } = request;
          const faults = [...documents.faultsOf({ document, operationName, variables }, contextValue.viewer)];
          // graphql-js would run a subscription as if it were a query.
          if (faults.length === 0 && operation?.operation === 'subscription') faults.push(subscriptionsElsewhere());
          if (faults.length === 0) return null;
          const errors = faults.map(formatError);
          return {
            http: { status: statusOf(errors[0]), headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { errors } },
          };
        },
      };
    },
  };
}

/** The schema is refused as a field is that takes a token; anything else is refused before it is begun. */
function statusOf(error: GraphQLFormattedError | undefined): number {
  return error?.extensions?.['code'] === 'UNAUTHENTICATED' ? 200 : 400;
}

function subscriptionsElsewhere(): GraphQLError {
  return new GraphQLError(
    'Subscriptions run on this same path over a WebSocket (graphql-transport-ws), or with "Accept: text/event-stream".',
    {
      extensions: { code: 'BAD_USER_INPUT' },
    },
  );
}
