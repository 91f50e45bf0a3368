import { type ApolloServer, HeaderMap } from '@apollo/server';
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
import type { FormatError } from './errors';
import { signIn } from './sign-in';

interface RoutesOptions {
  readonly config: Pick<Config, 'basePath' | 'trustedProxy' | 'allowedOrigins'>;
  readonly apollo: ApolloServer<Operation>;
  readonly newOperation: (viewer: Viewer) => Operation;
  readonly tokens: Tokens | undefined;
  readonly formatError: FormatError;
  readonly ready: RequestHandler;
  readonly graphiql: Router | undefined;
  readonly published: Router | undefined;
}

/** What the server answers over HTTP, path by path. */
export function routes({ config, graphiql, published, ready, formatError, ...graphql }: RoutesOptions): Express {
  const { basePath, trustedProxy, allowedOrigins } = config;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxy);
  // Whether all of a domain is to be reached by HTTPS only is for the proxy in front to say.
  app.use(helmet({ strictTransportSecurity: false }));
  app.get(`${basePath}/health`, (_request, response) => void response.json({ status: 'ok' }));
  app.get(`${basePath}/ready`, ready);
  app.all(
    `${basePath}/graphql`,
    cors({ origin: [...allowedOrigins], methods: ['GET', 'POST'], maxAge: 600 }),
    express.json({ limit: '1mb' }),
    expressMiddleware(graphql.apollo, {
      context: async ({ req }) => graphql.newOperation(await viewerOf(req, graphql.tokens)),
    }),
  );
  if (graphiql) app.use(`${basePath}/graphiql`, graphiql);
  if (published) app.use(basePath || '/', published);
  app.use((_request, response) => {
    response.status(404).json(refusal('NOT_FOUND', `There is nothing here. The API is at ${basePath}/graphql.`));
  });
  app.use(failure(formatError));
  return app;
}

async function viewerOf({ headers }: Request, tokens: Tokens | undefined): Promise<Viewer> {
  try {
    return (await signIn(headers.authorization, tokens)).viewer;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const http = { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) };
    throw new GraphQLError(error.message, { originalError: error, extensions: { http } });
  }
}

/** A request that cannot be read or answered, as GraphQL clients expect it. */
function failure(formatError: FormatError): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status = 500, type } = error as { status?: number; type?: string };
    if (status < 500) {
      response.status(status).json(refusal('BAD_REQUEST', bodyFaults[type ?? ''] ?? 'The request cannot be read.'));
      return;
    }
    const formatted = formatError(error);
    response.status(statuses[String(formatted.extensions?.['code'])] ?? 500).json({ errors: [formatted] });
  };
}

/** For what is asked for outside of GraphQL. */
const statuses: Readonly<Record<string, number>> = { BAD_USER_INPUT: 400, UNAVAILABLE: 503 };

const bodyFaults: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'The body is not JSON.',
  'entity.too.large': 'The body is larger than 1 MB.',
};

function refusal(code: string, message: string): object {
  return { errors: [{ message, extensions: { code } }] };
}
