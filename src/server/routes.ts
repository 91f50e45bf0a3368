import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Router,
} from 'express';
import { GraphQLError } from 'graphql';
import helmet from 'helmet';
import type { Operation } from '../access/operation';
import type { Viewer } from '../access/viewer';
import type { Tokens } from '../identity/token';
import type { Config } from '../kernel/config';
import { AppError } from '../kernel/errors';
import type { Limits } from '../kernel/limits';
import type { Metrics } from '../kernel/metrics';
import type { Documents } from './document';
import type { FormatError } from './errors';
import type { Gate } from './gate';
import { type PersistedDocuments, persistedOnly } from './persisted';
import { headOf, refusal, refuse, statuses } from './refusals';
import { signIn } from './sign-in';

interface RoutesOptions {
  readonly config: Pick<Config, 'basePath' | 'allowedOrigins' | 'limits'>;
  readonly gate: Gate;
  readonly documents: Documents;
  readonly persisted: PersistedDocuments | undefined;
  readonly apollo: ApolloServer<Operation>;
  readonly newOperation: (viewer: Viewer) => Operation;
  readonly tokens: Tokens | undefined;
  readonly formatError: FormatError;
  readonly metrics: Metrics;
  readonly ready: RequestHandler;
  /** Answers who asks for events. */
  readonly streams: RequestHandler;
  readonly graphiql: Router | undefined;
  readonly dashboard?: Router | undefined;
  readonly published: Router | undefined;
}

/** What the server answers over HTTP, path by path. */
export function routes({
  config,
  graphiql,
  dashboard,
  published,
  ready,
  streams,
  formatError,
  ...graphql
}: RoutesOptions): Express {
  const { basePath, allowedOrigins, limits } = config;
  const { gate, persisted, metrics } = graphql;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', gate.trust);
  // Whether all of a domain is to be reached by HTTPS only is for the proxy in front to say.
  app.use(helmet({ strictTransportSecurity: false }));
  app.get(`${basePath}/health`, (_request, response) => void response.json({ status: 'ok' }));
  app.get(`${basePath}/ready`, ready);
  // Nothing keeps its answers, so that none has to be told from another: to hash each would take longer than to write it.
  const api = express();
  api.disable('etag');
  app.use(`${basePath}/graphql`, api);
  api.all(
    '/',
    cors({ origin: [...allowedOrigins], methods: ['GET', 'POST'], exposedHeaders: ['Retry-After'], maxAge: 600 }),
    rationed(gate, metrics),
    keptNowhere,
    express.json({ limit: limits.messageBytes }),
    streams,
    ...(persisted ? [persistedOnly(persisted, formatError)] : []),
    expressMiddleware(graphql.apollo, { context: ({ req }) => contextOf(req, graphql) }),
  );
  app.use(rationed(gate, metrics));
  if (graphiql) app.use(`${basePath}/graphiql`, graphiql);
  if (published) app.use(basePath || '/', published);
  if (dashboard) app.use(basePath || '/', dashboard);
  app.use((_request, response) => {
    response.status(404).json(refusal('NOT_FOUND', `There is nothing here. The API is at ${basePath}/graphql.`));
  });
  app.use(failure({ formatError, metrics, limits }));
  return app;
}

type Graphql = Pick<RoutesOptions, 'newOperation' | 'tokens' | 'documents' | 'gate'>;

async function contextOf(request: Request, { newOperation, tokens, documents, gate }: Graphql): Promise<Operation> {
  try {
    const text: unknown = request.method === 'GET' ? queryOf(request) : request.body?.query;
    const unfit = typeof text === 'string' ? documents.unfitness(text) : undefined;
    if (unfit) throw new GraphQLError(unfit.message, { originalError: unfit, extensions: { http: { status: 400 } } });
    const { authorization = [], 'acting-for': actingFor = [] } = request.headersDistinct;
    const { viewer } = await gate.signingIn(gate.originOf(request), () => signIn({ authorization, actingFor }, tokens));
    await gate.operation(viewer);
    return newOperation(viewer);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new GraphQLError(error.message, { originalError: error, extensions: { http: headOf(error) } });
  }
}

/** As Apollo reads it: express stops after a thousand parameters. */
function queryOf({ url }: Request): string | null {
  return new URLSearchParams(url.slice(url.indexOf('?'))).get('query');
}

/** What one viewer was shown is for nobody else. */
const keptNowhere: RequestHandler = (_request, response, next) => {
  response.setHeader('cache-control', 'no-store');
  next();
};

/** Counts the request for its address, before it is read. */
function rationed(gate: Gate, metrics: Metrics): RequestHandler {
  return async (request, response, next) => {
    const refused = await gate.request(gate.originOf(request));
    if (!refused) return next();
    metrics.refused(refused.code);
    refuse(response, refused);
  };
}

interface Failing extends Pick<RoutesOptions, 'formatError' | 'metrics'> {
  readonly limits: Limits;
}

/** A request that cannot be read or answered, as GraphQL clients expect it. */
function failure({ formatError, metrics, limits }: Failing): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status = 500, type } = error as { status?: number; type?: string };
    if (status < 500) {
      metrics.refused('BAD_REQUEST');
      response.status(status).json(refusal('BAD_REQUEST', bodyFault(type, limits.messageBytes)));
      return;
    }
    const formatted = formatError(error);
    response.status(statuses[String(formatted.extensions?.['code'])] ?? 500).json({ errors: [formatted] });
  };
}

function bodyFault(type: string | undefined, limit: number): string {
  switch (type) {
    case 'entity.parse.failed':
      return 'The body is not JSON.';
    case 'entity.too.large':
      return `The body is larger than ${limit} bytes.`;
    default:
      return 'The request cannot be read.';
  }
}
