import type { Client, FormattedExecutionResult } from 'graphql-ws';

// biome-ignore lint/suspicious/noExplicitAny: events have the shape of their documents.
type Event = any;

/** One subscription at work: what it delivered, and a way to wait for more. */
export class Live {
  readonly events: Event[] = [];
  readonly errors: unknown[] = [];
  private ended = false;
  private failure: unknown;
  private waiting: (() => void)[] = [];
  readonly stop: () => void;

  constructor(client: Client, query: string, variables: Record<string, unknown>) {
    this.stop = client.subscribe<Event>(
      { query, variables },
      {
        next: (result) => this.take(result as FormattedExecutionResult<Event>),
        error: (error) => this.end(error),
        complete: () => this.end(undefined),
      },
    );
  }

  /** Waits until what was delivered meets the condition. */
  async until(condition: (events: readonly Event[]) => boolean): Promise<readonly Event[]> {
    while (!condition(this.events)) {
      if (this.ended)
        throw new Error(
          `The subscription ended before: ${JSON.stringify(this.failure)} after ${JSON.stringify(this.events)}`,
        );
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    return this.events;
  }

  /** Waits until it has ended, and answers with the error that ended it, if one did. */
  async ending(): Promise<unknown> {
    while (!this.ended) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.failure;
  }

  private take({ data, errors }: FormattedExecutionResult<Event>): void {
    if (data) this.events.push(data);
    if (errors) this.errors.push(...errors);
    this.wake();
  }

  private end(failure: unknown): void {
    this.ended = true;
    this.failure = failure;
    this.wake();
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
