import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import { type ApiRequest, searchOf } from './api-request';
import type { Asked } from './preparation';

/** A request that is not GraphQL over HTTP. */
export interface Misunderstood {
  readonly status: 400 | 405 | 415;
  readonly message: string;
}

const events = 'text/event-stream';

/** GraphQL over SSE, distinct connections: who prefers events to one answer. */
export function wantsEvents({ headers: { accept } }: IncomingMessage): boolean {
  if (!accept?.includes(events)) return false;
  const offered = ['application/json', 'application/graphql-response+json', events];
  return new Negotiator({ headers: { accept } }).mediaType(offered) === events;
}

/** A reader who comes back names the last event by a header; where one cannot be set, by a parameter. */
export function lastEventIdOf(request: IncomingMessage): string | undefined {
  const said =
    request.headersDistinct['last-event-id']?.[0] ?? new URLSearchParams(searchOf(request)).get('lastEventId');
  return said === '' || said === null ? undefined : said;
}

export function askedBy(request: ApiRequest): Asked | Misunderstood {
  if (request.method === 'GET') return askedInUrl(new URLSearchParams(searchOf(request)));
  if (request.method !== 'POST') return { status: 405, message: 'GraphQL is asked for by GET and POST.' };
  if (request.body === undefined) return { status: 415, message: 'Expected a body of the type application/json.' };
  return wellFormed(request.body);
}

function askedInUrl(parameters: URLSearchParams): Asked | Misunderstood {
  const json = (name: string): unknown => JSON.parse(parameters.get(name) || 'null');
  try {
    return wellFormed({
      query: parameters.get('query') ?? undefined,
      documentId: parameters.get('documentId') ?? undefined,
      operationName: parameters.get('operationName'),
      variables: json('variables'),
      extensions: json('extensions'),
    });
  } catch {
    return { status: 400, message: 'Expected variables and extensions as JSON.' };
  }
}

function wellFormed(asked: unknown): Asked | Misunderstood {
  if (!isMap(asked)) return { status: 400, message: 'Expected one request, as a JSON object.' };
  const { query, documentId, extensions, operationName, variables } = asked;
  const isNamed = documentId !== undefined || isMap(extensions);
  if (typeof query !== 'string' && !(query == null && isNamed)) {
    return { status: 400, message: 'Expected the document as a string in "query".' };
  }
  if (operationName != null && typeof operationName !== 'string') {
    return { status: 400, message: 'Expected a string in "operationName".' };
  }
  if (variables != null && !isMap(variables)) return { status: 400, message: 'Expected an object in "variables".' };
  if (extensions != null && !isMap(extensions)) return { status: 400, message: 'Expected an object in "extensions".' };
  return { query, documentId, extensions, operationName, variables };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
