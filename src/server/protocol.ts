import { type ExecutionArgs, execute, type FormattedExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { type Context, makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import type { Operation } from '../access/operation';
import type { Viewer } from '../access/viewer';
import type { Tokens } from '../identity/token';
import { AppError } from '../kernel/errors';
import type { Metrics } from '../kernel/metrics';
import type { Connection } from './connection';
import { countingOperations } from './counting';
import { readDocument } from './document';
import type { FormatError } from './errors';
import { signIn } from './sign-in';
import { subscribe } from './subscribe';

const maxIdLength = 100;
const maxOperations = 100;

interface ProtocolOptions {
  readonly schema: GraphQLSchema;
  readonly newOperation: (viewer: Viewer) => Operation;
  readonly tokens: Tokens | undefined;
  readonly formatError: FormatError;
  readonly initMs: number;
  readonly metrics: Metrics;
}

type Socket = Context<Record<string, unknown> | undefined, Connection>;

/** graphql-transport-ws, with the same signing in, the same limits and the same errors as HTTP. */
export function protocol(options: ProtocolOptions): Server<Connection> {
  const { tokens, formatError, initMs, metrics } = options;
  return makeServer<Record<string, unknown> | undefined, Connection>({
    connectionInitWaitTimeout: initMs,
    execute,
    subscribe,
    onConnect: (socket) => admit(socket, tokens),
    onSubscribe: async (socket, id, request) => {
      const prepared = await prepare(socket, id, request, options);
      if (Array.isArray(prepared)) metrics.answered({ transport: 'websocket', type: 'unknown', outcome: 'errors' });
      return prepared;
    },
    onOperation: countingOperations(metrics),
    onNext: (_socket, _id, _request, _args, { errors, ...result }) =>
      errors && ({ ...result, errors: errors.map(formatError) } as FormattedExecutionResult),
    onError: (_socket, _id, _request, errors) => errors.map(formatError),
  });
}

async function admit(
  { connectionParams = {}, extra: connection }: Socket,
  tokens: Tokens | undefined,
): Promise<boolean> {
  try {
    const { authorization, Authorization, token } = connectionParams;
    const { viewer, expiresAt } = await signIn(
      authorization ?? Authorization ?? (typeof token === 'string' ? `Bearer ${token}` : token),
      tokens,
    );
    connection.viewer = viewer;
    if (expiresAt) connection.closeAt(expiresAt, 4403, 'The token has expired');
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await connection.close(4401, error.message);
    return false;
  }
}

async function prepare(
  { extra: connection, subscriptions }: Socket,
  id: string,
  { query, operationName, variables }: SubscribePayload,
  { schema, newOperation }: ProtocolOptions,
): Promise<ExecutionArgs | GraphQLError[]> {
  if (id.length > maxIdLength) {
    const message = `An id has at most ${maxIdLength} characters`;
    await connection.close(4400, message);
    return [new GraphQLError(message)];
  }
  if (Object.keys(subscriptions).length > maxOperations) {
    const tooMany = new AppError('RATE_LIMITED', `A socket carries at most ${maxOperations} operations at a time.`);
    return [new GraphQLError(tooMany.message, { originalError: tooMany })];
  }
  const document = readDocument(schema, { query, operationName });
  if (Array.isArray(document)) return document;
  const contextValue = newOperation(connection.viewer);
  return { schema, document, contextValue, operationName: operationName ?? null, variableValues: variables ?? null };
}
