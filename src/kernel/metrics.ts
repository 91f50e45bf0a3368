/** One request of a client; nothing that a client chose is in it, so that there are few kinds. */
export interface CountedRequest {
  readonly transport: 'http' | 'websocket' | 'sse';
  readonly type: 'query' | 'mutation' | 'subscription' | 'unknown';
  readonly outcome: 'ok' | 'errors';
}

/** What is counted where it happens. Each call is cheap, and none can fail. */
export interface Metrics {
  answered(request: CountedRequest): void;
  /** An error as a client got it, by its code. */
  refused(code: string): void;
  /** A subscription to a field of the schema; to be called back when it ends. */
  subscribed(field: string): () => void;
  /** A batch to each of so many readers, and for each line that was recorded since they came the time until then. */
  delivered(batch: { readonly lines: number; readonly readers: number }, lagsMs: readonly number[]): void;
  woken(by: 'commit' | 'notification' | 'reconnection' | 'sweep'): void;
  /** A sweep found nothing that grew, only what had been told of, or something else. */
  swept(found: 'nothing' | 'known' | 'missed'): void;
  /** A socket; to be called back when it closes, with the code for that. */
  connected(): (code: number) => void;
}

const ignored = () => undefined;

/** Where nobody counts. */
export const noMetrics: Metrics = {
  answered: ignored,
  refused: ignored,
  subscribed: () => ignored,
  delivered: ignored,
  woken: ignored,
  swept: ignored,
  connected: () => ignored,
};
