// biome-ignore lint/suspicious/noExplicitAny: results have the shape of their documents.
type Result = any;

/** One block of an event stream, as it came. */
export interface Came {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
  readonly retry?: string;
  readonly comment?: string;
}

/** A stream of events as it is on the line, for what a well-behaved client hides. */
export class EventReader {
  readonly blocks: Came[] = [];
  isOver = false;
  private waiting: (() => void)[] = [];

  private constructor(
    readonly response: Response,
    readonly leave: () => void,
  ) {
    void this.read();
  }

  static async open(url: string, { headers = {}, ...init }: RequestInit = {}): Promise<EventReader> {
    const leaving = new AbortController();
    const accept = { accept: 'text/event-stream', ...(headers as Record<string, string>) };
    const response = await fetch(url, { ...init, headers: accept, signal: leaving.signal });
    return new EventReader(response, () => leaving.abort());
  }

  static post(url: string, body: object, headers: Record<string, string> = {}): Promise<EventReader> {
    const typed = { 'content-type': 'application/json', ...headers };
    return EventReader.open(url, { method: 'POST', headers: typed, body: JSON.stringify(body) });
  }

  get results(): Result[] {
    return this.blocks.flatMap(({ event, data }) => (event === 'next' ? [JSON.parse(data ?? '')] : []));
  }

  get events(): (string | undefined)[] {
    return this.blocks.flatMap(({ event }) => (event === undefined ? [] : [event]));
  }

  /** Waits until what came meets the condition. */
  async until(condition: (reader: this) => boolean): Promise<this> {
    while (!condition(this)) {
      if (this.isOver) throw new Error(`The stream ended before, after ${JSON.stringify(this.blocks)}`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    return this;
  }

  /** Waits until it has ended. */
  async ended(): Promise<this> {
    while (!this.isOver) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this;
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of this.response.body ?? []) {
        const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        this.blocks.push(...blocks.map(blockOf));
        this.wake();
      }
    } catch {
      // Cut off, or left.
    }
    this.isOver = true;
    this.wake();
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function blockOf(text: string): Came {
  const fields = text.split('\n').map((line) => {
    const [, name, value] = /^([^:]*): ?(.*)$/.exec(line) ?? [];
    return [name || 'comment', value ?? ''];
  });
  return Object.fromEntries(fields);
}
