import type { Duplex } from 'node:stream';
import type { WebSocket as Transport } from 'graphql-ws';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import { anonymous, type Viewer } from '../access/viewer';
import type { SignedIn } from '../identity/token';
import type { Limits } from '../kernel/limits';
import { when } from './expiry';
import { textFrame } from './frame';
import { Inbox } from './inbox';

/** How much may wait for a reader who is live; who is further behind reads at its own pace. */
const unsentOfLive = 262_144;

/** One socket: who is at its other end, and whether they still read. */
export class Connection implements Transport {
  private unanswered = 0;
  private received = 0;
  private unflushed = 0;
  private flushing: NodeJS.Timeout | undefined;
  private readonly pinging: NodeJS.Timeout;
  signedIn: SignedIn = { viewer: anonymous };
  private unwatch: (() => void) | undefined;
  private callOff: (() => void) | undefined;
  private busyAt = performance.now();
  private operations = () => 0;

  constructor(
    private readonly socket: WebSocket,
    /** What carries it. */
    private readonly stream: Duplex,
    /** Whom it counts for. */
    readonly origin: string,
    private readonly limits: Limits,
    private readonly log: Logger,
  ) {
    this.pinging = setInterval(() => this.ping(), limits.seconds.ping * 1000).unref();
    socket.on('pong', () => {
      this.unanswered = 0;
    });
    // What a client does wrong closes its socket, with the code that the protocol has for it.
    socket.on('error', (error) => log.debug({ err: error }, 'a socket failed'));
    socket.on('close', () => this.forget());
  }

  get viewer(): Viewer {
    return this.signedIn.viewer;
  }

  /** Whoever came stays for as long as the token is good, and some operation is under way or asked for now and then. */
  admit(signedIn: SignedIn, operations: () => number): void {
    const { expiresAt, watch } = signedIn;
    this.signedIn = signedIn;
    this.operations = operations;
    // Who has left meanwhile is forgotten already: nothing would end what is begun here.
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.callOff = expiresAt && when(expiresAt, () => void this.close(4403, 'The token has expired'));
    this.unwatch = watch?.(() => void this.close(4403, 'The token was revoked'));
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  /** Resolves when the message has left: whoever produces messages waits for that, so a slow reader slows its own. */
  send(message: string): Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return Promise.resolve();
    if (this.socket.bufferedAmount > this.limits.unsentBytes) return this.close(1013, 'Too slow: resume');
    this.awaitFlush(1);
    return new Promise((resolve) => {
      this.socket.send(message, () => {
        this.awaitFlush(-1);
        // An error here means that the socket closes, which ends what it carries.
        resolve();
      });
    });
  }

  /**
   * A message that many get, in parts that most of them share. False if its reader does not keep up, or is gone: the
   * message has its place in the line all the same.
   */
  push(parts: readonly Buffer[]): boolean {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    this.stream.write(textFrame(parts));
    return this.stream.writableLength <= unsentOfLive;
  }

  /** Resolves when all that was sent has left. */
  flushed(): Promise<void> {
    if (this.stream.writableLength === 0 || this.socket.readyState !== this.socket.OPEN) return Promise.resolve();
    this.awaitFlush(1);
    return new Promise((resolve) => {
      this.stream.write('', () => {
        this.awaitFlush(-1);
        resolve();
      });
    });
  }

  async close(code: number, reason: string): Promise<void> {
    this.socket.close(code, cutToFit(reason));
    setTimeout(() => this.socket.terminate(), this.limits.seconds.close * 1000).unref();
  }

  onMessage(receive: (message: string) => Promise<void>): void {
    const fail = (error: Error) => {
      this.log.warn({ err: error }, 'a message could not be answered');
      void this.close(4500, 'Internal server error');
    };
    const inbox = new Inbox(receive, fail, (code, reason) => void this.close(code, reason));
    this.socket.on('message', (message) => {
      if (this.socket.readyState !== this.socket.OPEN || this.isFlood()) return;
      inbox.take(String(message));
    });
  }

  onClosed(done: () => void): void {
    if (this.socket.readyState === this.socket.CLOSED) done();
    else this.socket.on('close', done);
  }

  /** Each message that leaves gives the reader its time anew. */
  private awaitFlush(change: 1 | -1): void {
    this.unflushed += change;
    if (change === 1 && this.unflushed > 1) return;
    clearTimeout(this.flushing);
    if (this.unflushed === 0) return;
    this.flushing = setTimeout(
      () => void this.close(1013, 'Too slow: resume'),
      this.limits.seconds.flush * 1000,
    ).unref();
  }

  /** More messages between two pings than any client has a use for. */
  private isFlood(): boolean {
    this.received += 1;
    const { messagesPerSocket } = this.limits;
    if (messagesPerSocket === 0 || this.received <= messagesPerSocket) return false;
    void this.close(4429, 'Too many messages');
    return true;
  }

  /** While messages wait to leave, the time for that is what counts. */
  private ping(): void {
    if (this.received > 0 || this.operations() > 0) this.busyAt = performance.now();
    this.received = 0;
    if (performance.now() - this.busyAt > this.limits.seconds.idle * 1000) void this.close(1013, 'Idle');
    if (this.unflushed > 0) return;
    if (this.unanswered >= 2) {
      this.socket.terminate();
      return;
    }
    this.unanswered += 1;
    this.socket.ping();
  }

  private forget(): void {
    clearInterval(this.pinging);
    clearTimeout(this.flushing);
    this.callOff?.();
    this.unwatch?.();
  }
}

/** The frame that closes a socket has room for 123 bytes, and `ws` throws at more. */
function cutToFit(reason: string): string {
  const bytes = Buffer.from(reason);
  if (bytes.length <= 123) return reason;
  const most = bytes.subarray(0, 123 - Buffer.byteLength('…')).toString();
  // The last character may have been cut through.
  return `${most.replace(/\uFFFD+$/, '')}…`;
}
