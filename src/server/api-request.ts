import type { IncomingMessage } from 'node:http';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';

/** A request, with what its body says once that is read. */
export type ApiRequest = IncomingMessage & { readonly body?: unknown };

/** The request as Apollo reads it. */
export function askedOverHttp(request: ApiRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  return { method: request.method ?? '', headers, search: searchOf(request), body: request.body };
}

/** What follows the path, with its question mark. */
export function searchOf({ url = '' }: IncomingMessage): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}
