interface Message {
  readonly text: string;
  readonly type?: unknown;
  readonly id?: unknown;
}

/** For an operation that its client has left, and that is not over. */
const mostWaiting = 100;
/** Messages that only servers send. */
const ofServers: readonly unknown[] = ['connection_ack', 'next', 'error'];

/**
 * What comes over one socket, in the order in which the protocol can take it. A client that has completed an operation may
 * use its id again at once; the library knows operations by their ids alone, and would take the end of the first for that
 * of the second. So whoever comes with that id waits until the first is over here.
 */
export class Inbox {
  private readonly running = new Map<unknown, Promise<void>>();
  private readonly waiting = new Map<unknown, Message[]>();

  constructor(
    private readonly receive: (text: string) => Promise<void>,
    private readonly onFault: (error: Error) => void,
    private readonly refuse: (code: number, reason: string) => void,
  ) {}

  /** What cannot be read at all is for the library to refuse. */
  take(text: string): void {
    const message = { text, ...read(text) };
    if (ofServers.includes(message.type)) this.refuse(4400, 'Only servers send such messages');
    else this.queue(message);
  }

  private queue(message: Message): void {
    const before = this.waiting.get(message.id);
    if (!before) this.pass(message);
    else if (before.length < mostWaiting) before.push(message);
    else this.refuse(4429, 'Too many messages');
  }

  private pass({ type, id, text }: Message): void {
    const received = this.receive(text).catch(this.onFault);
    const running = this.running.get(id);
    if (type === 'subscribe' && !running) {
      this.running.set(id, received);
      void received.then(() => this.over(id));
    }
    if (type === 'complete' && running) this.waiting.set(id, []);
  }

  private over(id: unknown): void {
    const messages = this.waiting.get(id) ?? [];
    this.running.delete(id);
    this.waiting.delete(id);
    for (const message of messages) this.queue(message);
  }
}

function read(text: string): Pick<Message, 'type' | 'id'> {
  try {
    const { type, id } = JSON.parse(text) ?? {};
    return { type, id };
  } catch {
    return {};
  }
}
