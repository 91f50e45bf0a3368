import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import type { ApolloServer, HTTPGraphQLRequest } from '@apollo/server';
import { json } from 'body-parser';
import cors from 'cors';
import { GraphQLError } from 'graphql';
import type { Operation } from '../access/operation';
import type { Viewer } from '../access/viewer';
import type { Tokens } from '../identity/token';
import type { Config } from '../kernel/config';
import { AppError } from '../kernel/errors';
import type { Metrics } from '../kernel/metrics';
import { type ApiRequest, askedOverHttp } from './api-request';
import type { Documents } from './document';
import type { FormatError } from './errors';
import { wantsEvents } from './event-request';
import { failed } from './failures';
import type { Gate } from './gate';
import { notPersisted, type PersistedDocuments, registered } from './persisted';
import { headOf, refuse, reply } from './refusals';
import { signIn } from './sign-in';
import type { Streams } from './streams';

export interface ApiOptions {
  readonly config: Pick<Config, 'allowedOrigins' | 'limits'>;
  readonly gate: Gate;
  readonly documents: Documents;
  readonly persisted: PersistedDocuments | undefined;
  readonly apollo: ApolloServer<Operation>;
  readonly streams: Streams;
  readonly newOperation: (viewer: Viewer) => Operation;
  readonly tokens: Tokens | undefined;
  readonly formatError: FormatError;
  readonly metrics: Metrics;
}

/** An answer is no page, nor part of one; and what one viewer was shown is for nobody else. */
const heads = Object.entries({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});

/** GraphQL over HTTP, and over SSE; not by express, which takes longer than most of what is asked for. */
export function api(options: ApiOptions): RequestListener {
  const { allowedOrigins, limits } = options.config;
  const methods = ['GET', 'POST'];
  const share = cors({ origin: [...allowedOrigins], methods, exposedHeaders: ['Retry-After'], maxAge: 600 });
  const read = promisify(json({ limit: limits.messageBytes }));
  return (request, response) => {
    for (const [name, value] of heads) response.setHeader(name, value);
    share(request, response, () => {
      letIn(request, response, options)
        .then(async (isIn) => {
          if (!isIn) return;
          await read(request, response);
          await answer(request, response, options);
        })
        .catch((error: unknown) => failed(error, response, options));
    });
  };
}

/** Counts the request for its address, before it is read. */
export async function letIn(
  request: IncomingMessage,
  response: ServerResponse,
  { gate, metrics }: Pick<ApiOptions, 'gate' | 'metrics'>,
): Promise<boolean> {
  const refused = await gate.request(gate.originOf(request));
  if (!refused) return true;
  metrics.refused(refused.code);
  refuse(response, refused);
  return false;
}

async function answer(request: ApiRequest, response: ServerResponse, options: ApiOptions): Promise<void> {
  if (wantsEvents(request)) return options.streams.answer(request, response);
  const { persisted, formatError, apollo } = options;
  const asked = persisted ? registered(askedOverHttp(request), persisted) : askedOverHttp(request);
  if (!asked) return reply(response, 400, { errors: [formatError(notPersisted())] });
  const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: asked,
    context: () => contextOf(request, asked, options),
  });
  if (body.kind !== 'complete') throw new Error('Every answer is given in one piece.');
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status ?? 200;
  response.end(body.string);
}

type Signing = Pick<ApiOptions, 'newOperation' | 'tokens' | 'documents' | 'gate'>;

async function contextOf(
  request: IncomingMessage,
  { method, search, body }: HTTPGraphQLRequest,
  { newOperation, tokens, documents, gate }: Signing,
): Promise<Operation> {
  try {
    const text: unknown =
      method === 'GET' ? new URLSearchParams(search).get('query') : (body as { query?: unknown } | undefined)?.query;
    const unfit = typeof text === 'string' ? documents.unfitness(text) : undefined;
    if (unfit) throw new GraphQLError(unfit.message, { originalError: unfit, extensions: { http: { status: 400 } } });
    const { authorization = [], 'acting-for': actingFor = [] } = request.headersDistinct;
    const { viewer } = await gate.signingIn(gate.originOf(request), () => signIn({ authorization, actingFor }, tokens));
    await gate.operation(viewer, () => request.socket.destroyed);
    return newOperation(viewer);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new GraphQLError(error.message, { originalError: error, extensions: { http: headOf(error) } });
  }
}
