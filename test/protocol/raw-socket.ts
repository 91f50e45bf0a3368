import WebSocket from 'ws';

export interface Message {
  readonly type: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads have the shape of their documents.
  readonly payload?: any;
}

/** A socket that says and hears exactly what is on the line. */
export class RawSocket {
  readonly heard: Message[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  private isClosed = false;
  private waiting: (() => void)[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.heard.push(JSON.parse(String(data)));
      this.wake();
    });
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) =>
      socket.on('close', (code, reason) => {
        this.isClosed = true;
        this.wake();
        resolve({ code, reason: String(reason) });
      }),
    );
  }

  static async open(url: string, protocols: string | string[] = 'graphql-transport-ws'): Promise<RawSocket> {
    const raw = new RawSocket(new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocols));
    await new Promise((resolve) => raw.socket.once('open', resolve));
    return raw;
  }

  static async admitted(url: string, token?: string): Promise<RawSocket> {
    const raw = await RawSocket.open(url);
    raw.say({ type: 'connection_init', ...(token && { payload: { authorization: `Bearer ${token}` } }) });
    await raw.until(() => raw.heard.length === 1);
    return raw;
  }

  /** All in one go, so that the server has the last before it has answered the first. */
  say(...messages: (object | string)[]): void {
    const { socket } = this;
    (socket as unknown as { _socket: { cork(): void; uncork(): void } })._socket.cork();
    for (const message of messages) socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    (socket as unknown as { _socket: { cork(): void; uncork(): void } })._socket.uncork();
  }

  of(id: string): Message[] {
    return this.heard.filter((message) => message.id === id);
  }

  typesOf(id: string): string[] {
    return this.of(id).map(({ type }) => type);
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.isClosed) throw new Error(`The socket closed before, after ${JSON.stringify(this.heard)}`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Until the operation has ended, by an error or by being complete. */
  over(id: string): Promise<void> {
    return this.until(() => ['error', 'complete'].includes(this.of(id).at(-1)?.type ?? ''));
  }

  close(): void {
    this.socket.close();
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}

export function subscribe(id: string, query: string, more: object = {}): object {
  return { id, type: 'subscribe', payload: { query, ...more } };
}
