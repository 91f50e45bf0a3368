import { type ExecutionArgs, execute, type GraphQLError } from 'graphql';
import { type Context, makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import type { Tokens } from '../identity/token';
import { AppError, badInput } from '../kernel/errors';
import type { Limits } from '../kernel/limits';
import type { Metrics } from '../kernel/metrics';
import type { Connection } from './connection';
import { countingOperations } from './counting';
import { refusal } from './document';
import { type FormatError, formatted } from './errors';
import type { Gate } from './gate';
import { type PreparationOptions, prepared } from './preparation';
import type { Shared } from './sharing';
import { type Claimed, recheck, signIn } from './sign-in';
import { type Direct, type SubscriptionArgs, subscribe } from './subscribe';

const maxIdLength = 100;

interface ProtocolOptions extends PreparationOptions {
  readonly tokens: Tokens | undefined;
  readonly formatError: FormatError;
  readonly gate: Gate;
  readonly limits: Limits;
  readonly metrics: Metrics;
}

type Socket = Context<Record<string, unknown> | undefined, Connection>;

/** graphql-transport-ws, with the same signing in, the same limits and the same errors as HTTP. */
export function protocol(options: ProtocolOptions): Server<Connection> {
  const { formatError, limits, metrics } = options;
  return makeServer<Record<string, unknown> | undefined, Connection>({
    connectionInitWaitTimeout: limits.seconds.init * 1000,
    execute,
    subscribe,
    onConnect: (socket) => admit(socket, options),
    onSubscribe: async (socket, id, request) => {
      const prepared = await prepare(socket, id, request, options);
      if (Array.isArray(prepared)) metrics.answered({ transport: 'websocket', type: 'unknown', outcome: 'errors' });
      return prepared;
    },
    onOperation: countingOperations(metrics),
    onNext: (_socket, _id, _request, _args, result) => formatted(result, formatError),
    onError: (_socket, _id, _request, errors) => errors.map(formatError),
  });
}

async function admit(
  { connectionParams = {}, extra: connection, subscriptions }: Socket,
  { tokens, gate, metrics }: ProtocolOptions,
): Promise<boolean> {
  try {
    const signedIn = await gate.signingIn(connection.origin, () => signIn(claimedIn(connectionParams), tokens));
    const leave = gate.socketOf(signedIn);
    if (!leave) throw new AppError('RATE_LIMITED', 'Too many connections of this viewer');
    connection.onClosed(leave);
    connection.admit(signedIn, () => Object.keys(subscriptions).length);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    metrics.refused(error.code);
    // Clients come back after 1013, and give up on 4401.
    await connection.close(error.code === 'UNAUTHENTICATED' ? 4401 : 1013, error.message);
    return false;
  }
}

/** Clients differ in how they name it, and some say it twice. */
function claimedIn({ token, ...names }: Record<string, unknown>): Claimed {
  const bearer = typeof token === 'string' && token !== '' ? `Bearer ${token}` : token;
  const said = (name: string) => Object.keys(names).flatMap((key) => (key.toLowerCase() === name ? [names[key]] : []));
  return {
    authorization: [...said('authorization'), bearer],
    actingFor: [...said('actingfor'), ...said('acting-for')],
  };
}

async function prepare(
  { extra: connection, subscriptions }: Socket,
  id: string,
  request: SubscribePayload,
  options: ProtocolOptions,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  try {
    requireShort(id);
    requireRoom(Object.keys(subscriptions).length, options.limits);
    await requireTurn(connection, options.gate, () => !connection.isOpen || !(id in subscriptions));
    const args = argumentsOf(request, { connection, id }, options);
    const ended = 'schema' in args ? await recheck(connection.signedIn) : undefined;
    return ended ? [refusal(ended)] : args;
  } catch (error) {
    if (error instanceof AppError) return [refusal(error)];
    throw error;
  }
}

/** It comes back with each message. */
function requireShort({ length }: string): void {
  if (length <= maxIdLength) return;
  throw badInput(`The id of an operation has at most ${maxIdLength} characters, and this one ${length}.`, 'id');
}

function requireRoom(operations: number, { operationsPerSocket: most }: Limits): void {
  if (operations <= most) return;
  throw new AppError('RATE_LIMITED', `A socket carries at most ${most} operations at a time.`);
}

/** Who is anonymous counts for the address, as over HTTP. */
async function requireTurn({ viewer, origin }: Connection, gate: Gate, hasLeft: () => boolean): Promise<void> {
  const refused = viewer.kind === 'anonymous' ? await gate.request(origin) : undefined;
  if (refused) throw refused;
  await gate.operation(viewer, hasLeft);
}

interface Asking {
  readonly connection: Connection;
  readonly id: string;
}

function argumentsOf(
  request: SubscribePayload,
  asking: Asking,
  options: ProtocolOptions,
): SubscriptionArgs | readonly GraphQLError[] {
  const found = prepared(request, asking.connection.viewer, options);
  if (!('args' in found)) return found;
  const { args, shared } = found;
  return { ...args, direct: shared && directTo(asking, shared, options.formatError) };
}

/** As graphql-transport-ws has it: the one message that many get is the same but for its id. */
function directTo({ connection, id }: Asking, shared: Shared, formatError: FormatError): Direct {
  const beginning = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  return {
    ...shared,
    show: (result) => Buffer.from(JSON.stringify(formatted(result, formatError) ?? result)),
    send: (answer) => connection.push([beginning, answer, end]),
    flushed: () => connection.flushed(),
  };
}

const end = Buffer.from('}');
