import type { Doorbell, Ring } from './doorbell';

const retryMs = 500;

/** The rings that one reader has not looked at yet, taken together. */
export class Wakeups {
  private pending: Set<string> | 'all' = new Set();
  private wake: (() => void) | undefined;
  private silence: () => void;

  constructor(private readonly doorbell: Doorbell) {
    this.silence = doorbell.listen((ring) => this.add(ring));
  }

  /** The next rings, or an empty set after `ms` without any; null once the signal is aborted. */
  async next(ms: number, signal: AbortSignal): Promise<Ring | null> {
    return (await this.rung(ms, signal)) ? this.take() : null;
  }

  /** Resolves at the next ring, or after `ms` without any: with false once the signal is aborted. */
  async rung(ms: number, signal: AbortSignal): Promise<boolean> {
    if (!this.isRung() && !signal.aborted) await this.rungOrOver(ms, signal);
    return !signal.aborted;
  }

  /** All rings until now. */
  take(): Ring {
    const { pending } = this;
    this.pending = new Set();
    return pending;
  }

  /** After a look that failed: everything is to be looked at again, a moment later. */
  async lookAgain(signal: AbortSignal): Promise<void> {
    if (!signal.aborted) await this.rungOrOver(retryMs, signal, 'over');
    this.add('all');
  }

  stop(): void {
    this.silence();
  }

  /** Somebody else listens from here on, who is told what nobody has looked at yet. */
  handOver(): Ring {
    this.silence();
    return this.take();
  }

  /** What was rung meanwhile is anybody's guess. */
  takeBack(): void {
    this.silence = this.doorbell.listen((ring) => this.add(ring));
    this.add('all');
  }

  private add(ring: Ring): void {
    if (ring === 'all') this.pending = 'all';
    else if (this.pending !== 'all') for (const stream of ring) this.pending.add(stream);
    this.wake?.();
  }

  private isRung(): boolean {
    return this.pending === 'all' || this.pending.size > 0;
  }

  private rungOrOver(ms: number, signal: AbortSignal, until: 'rung' | 'over' = 'rung'): Promise<void> {
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', over);
        this.wake = undefined;
        resolve();
      };
      const timer = setTimeout(over, Math.max(0, ms));
      signal.addEventListener('abort', over);
      if (until === 'rung') this.wake = over;
    });
  }
}

/**
 * A stream of events that ends at once when its reader leaves. A bare generator parked in an `await` would ignore
 * `return()` until its next event; this one is told by the signal.
 */
export function untilLeft<Event>(events: (signal: AbortSignal) => AsyncGenerator<Event>): AsyncIterableIterator<Event> {
  const left = new AbortController();
  const source = events(left.signal);
  const iterator: AsyncIterableIterator<Event> = {
    next: () => source.next(),
    return: () => {
      left.abort();
      return source.return(undefined);
    },
    throw: (error) => {
      left.abort();
      return source.throw(error);
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** The same events, presented; leaving the result leaves the source. */
export function mapped<Event, Shown>(
  source: AsyncIterableIterator<Event>,
  present: (event: Event) => Shown,
): AsyncIterableIterator<Shown> {
  const shown = async (next: Promise<IteratorResult<Event>>): Promise<IteratorResult<Shown>> => {
    const { done, value } = await next;
    return done ? { done, value: undefined } : { done: false, value: present(value) };
  };
  const iterator: AsyncIterableIterator<Shown> = {
    next: () => shown(source.next()),
    return: () => shown(source.return?.() ?? Promise.resolve({ done: true, value: undefined })),
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** The same events; `tell` is called once, when they end, or when their reader leaves. */
export function whenLeft<Event>(source: AsyncIterableIterator<Event>, tell: () => void): AsyncIterableIterator<Event> {
  let isLeft = false;
  const left = () => {
    if (!isLeft) tell();
    isLeft = true;
  };
  const iterator: AsyncIterableIterator<Event> = {
    next: () =>
      source.next().then(
        (step) => {
          if (step.done) left();
          return step;
        },
        (error: unknown) => {
          left();
          throw error;
        },
      ),
    return: () => {
      left();
      return source.return?.() ?? Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
