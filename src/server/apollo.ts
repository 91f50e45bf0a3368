import type { Server as HttpServer } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Operation } from '../access/operation';
import type { Metrics } from '../kernel/metrics';
import { countingRequests } from './counting';
import type { Documents } from './document';
import { type FormatError, formatted } from './errors';
import { Executor } from './executor/executor';
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
    // `Documents` keeps them, for sockets too, and counts what their text takes, comments included.
    documentStore: null,
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
      executing(documents, new Executor(schema), formatError),
      countingRequests(metrics),
      plainStatus(),
    ],
  });
}

function executing(documents: Documents, executor: Executor, formatError: FormatError): ApolloServerPlugin<Operation> {
  return {
    async requestDidStart() {
      return {
        async didResolveSource(context) {
          const document = documents.parse(context.source);
          // What cannot be parsed is refused by Apollo, which says so over HTTP.
          if ('kind' in document) Object.assign(context, { document });
        },
        async responseForOperation({ request: { operationName, variables }, document, contextValue: context }) {
          const examined = documents.examine({ document, operationName, variables }, context.viewer);
          if ('faults' in examined) return refused(examined.faults.map(formatError));
          const { operation } = examined.operation;
          if (operation === 'subscription') return refused([formatError(subscriptionsElsewhere())]);
          const result = await executor.execute({ ...examined, context });
          return answered(formatted(result, formatError) ?? { data: result.data });
        },
      };
    },
  };
}

type Response = Awaited<ReturnType<NonNullable<GraphQLRequestListener<Operation>['responseForOperation']>>>;

function refused(errors: readonly GraphQLFormattedError[]): Response {
  return answered({ errors }, statusOf(errors[0]));
}

function answered(singleResult: FormattedExecutionResult, status?: number): Response {
  return { http: { ...(status && { status }), headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
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
