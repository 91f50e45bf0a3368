import type { FetcherParams } from '@graphiql/toolkit';
import { type Client, createClient } from 'graphql-ws';

const SHOWN = 100;
const RETRIES = 3;

/**
 * A subscription as GraphiQL shows it: the latest update first and the earlier ones below,
 * since GraphiQL keeps only what came last, and a heartbeat would wipe the entry before it.
 */
export function followLive(endpoint: URL, request: FetcherParams, headers: Record<string, string> = {}) {
  const updates: object[] = [];
  const show = (update: object) => {
    updates.unshift({ at: new Date().toLocaleTimeString('en-GB'), ...update });
    updates.splice(SHOWN);
    return { done: false as const, value: { updates } as object };
  };
  const source = connect(endpoint, headers, () => {
    if (updates.length > 0) show({ reconnected: 'What was sent in between is not shown.' });
  }).iterate(request);

  const iterator: AsyncIterator<object> = {
    async next() {
      try {
        const { value, done } = await source.next();
        return done ? { done, value: undefined } : show(value);
      } catch (cause) {
        return show(ended(cause));
      }
    },
    // Reaches the socket at once; an async generator would first wait for the next update.
    return: () => source.return?.() ?? Promise.resolve({ done: true, value: undefined }),
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

// One connection for each subscription, so that each carries what the headers editor says when it starts.
function connect(endpoint: URL, headers: Record<string, string>, onReconnected: () => void): Client {
  const url = new URL(endpoint);
  url.protocol = url.protocol.replace('http', 'ws');
  const name = Object.keys(headers).find((header) => header.toLowerCase() === 'authorization');
  return createClient({
    url: url.href,
    connectionParams: name === undefined ? {} : { authorization: headers[name] },
    retryAttempts: RETRIES,
    on: {
      connected: (_socket, _payload, wasRetry) => {
        if (wasRetry) onReconnected();
      },
    },
  });
}

function ended(cause: unknown): object {
  if (Array.isArray(cause)) return { errors: cause };
  if (cause instanceof CloseEvent) return { closed: `${cause.code} ${cause.reason}`.trim() };
  return { closed: cause instanceof Error ? cause.message : String(cause) };
}
