import type { Server as HttpServer } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Operation } from '../access/operation';
import type { Metrics } from '../kernel/metrics';
import { countingRequests } from './counting';
import { furtherRules, parseOptions } from './document';
import type { FormatError } from './errors';

interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly formatError: FormatError;
  readonly httpServer: HttpServer;
  readonly shutdownSeconds: number;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** GraphQL over HTTP. Nothing is reported to anybody, and nothing instruments each field. */
export function apollo({
  schema,
  formatError,
  httpServer,
  shutdownSeconds,
  log,
  metrics,
}: ApolloOptions): ApolloServer<Operation> {
  return new ApolloServer<Operation>({
    schema,
    parseOptions,
    validationRules: furtherRules,
    introspection: true,
    csrfPrevention: true,
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
      subscriptionsElsewhere,
      countingRequests(metrics),
    ],
  });
}

/** graphql-js would run a subscription as if it were a query. */
const subscriptionsElsewhere: ApolloServerPlugin<Operation> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== 'subscription') return;
        throw new GraphQLError('Subscriptions run over a WebSocket (graphql-transport-ws) on this same path.', {
          extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
        });
      },
    };
  },
};
