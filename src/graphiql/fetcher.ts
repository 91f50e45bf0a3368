import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { getOperationAST, parse } from 'graphql';
import { followLive } from './live';

type Headers = Record<string, string> | undefined;

/** Requests go over HTTP, subscriptions over a WebSocket on the same path; both with what the headers editor says. */
export function createFetcher(endpoint: URL, sessionHeaders: Headers): Fetcher {
  return (params, options = {}) => {
    // GraphiQL asks for the schema before it has an editor; with an editor it always passes its headers, even none.
    const headers = 'headers' in options ? options.headers : sessionHeaders;
    const operation = operationOf(params);
    const request = { ...params, operationName: operation?.name?.value ?? null };
    return operation?.operation === 'subscription'
      ? followLive(endpoint, request, headers)
      : post(endpoint, request, headers);
  };
}

// For a moment after a change of tab GraphiQL still names the operation of the tab before; the only one is meant then.
function operationOf({ query, operationName }: FetcherParams) {
  try {
    const document = parse(query);
    return getOperationAST(document, operationName) ?? getOperationAST(document);
  } catch {
    return null;
  }
}

async function post(endpoint: URL, request: FetcherParams, headers: Headers) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(request),
  });
  const body = await response.text();
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(`Expected JSON, and the server answered ${response.status}: ${body.slice(0, 200)}`);
  }
}
