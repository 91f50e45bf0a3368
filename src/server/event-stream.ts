import type { ServerResponse } from 'node:http';
import type { Limits } from '../kernel/limits';

/** How much may wait for a reader who is live; who is further behind reads at its own pace. */
const unsentOfLive = 262_144;
/** After a cut, so that not all come back in one instant. */
const [soonest, spread] = [1000, 2000];

/** One answer that goes on: who reads it is sent events as they come, and cut off if it does not read. */
export class EventStream {
  private unflushed = 0;
  private flushing: NodeJS.Timeout | undefined;
  private pinging: NodeJS.Timeout | undefined;

  constructor(
    private readonly response: ServerResponse,
    private readonly limits: Pick<Limits, 'unsentBytes' | 'seconds'>,
  ) {
    // Who left is told of by "close".
    response.on('error', () => undefined);
    this.onClosed(() => {
      clearInterval(this.pinging);
      clearTimeout(this.flushing);
    });
  }

  open(): void {
    if (this.isOver()) return;
    this.response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      // Proxies that gather what they pass on would keep events back.
      'x-accel-buffering': 'no',
      'cache-control': 'no-store, no-transform',
    });
    this.response.write(`retry: ${Math.round(soonest + spread * Math.random())}\n\n`);
    this.pinging = setInterval(() => this.ping(), this.limits.seconds.ping * 1000).unref();
  }

  /** Resolves when the event has left: whoever produces events waits for that, so a slow reader slows its own. */
  send(parts: readonly Buffer[]): Promise<void> {
    if (this.isOver()) return Promise.resolve();
    if (this.response.writableLength > this.limits.unsentBytes) {
      this.response.destroy();
      return Promise.resolve();
    }
    return this.written(Buffer.concat(parts));
  }

  /** An event that many get. False if its reader does not keep up, or is gone. */
  push(parts: readonly Buffer[]): boolean {
    if (this.isOver()) return false;
    this.response.write(Buffer.concat(parts));
    return this.response.writableLength <= unsentOfLive;
  }

  /** Resolves when all that was sent has left. */
  flushed(): Promise<void> {
    return this.isOver() || this.response.writableLength === 0 ? Promise.resolve() : this.written(comment);
  }

  /** Ends it; without an event that says so, its reader comes back. */
  end(): void {
    if (this.isOver()) return;
    if (!this.response.headersSent) {
      this.response.destroy();
      return;
    }
    this.response.end();
    const cutOff = setTimeout(() => this.response.destroy(), this.limits.seconds.close * 1000).unref();
    this.onClosed(() => clearTimeout(cutOff));
  }

  onClosed(done: () => void): void {
    if (this.response.destroyed) done();
    else this.response.on('close', done);
  }

  private isOver(): boolean {
    return this.response.destroyed || this.response.writableEnded;
  }

  private written(bytes: Buffer): Promise<void> {
    this.awaitFlush(1);
    return new Promise((resolve) => {
      this.response.write(bytes, () => {
        this.awaitFlush(-1);
        // An error here means that the reader is gone, which ends what is read for it.
        resolve();
      });
    });
  }

  /** Each event that leaves gives the reader its time anew. */
  private awaitFlush(change: 1 | -1): void {
    this.unflushed += change;
    if (change === 1 && this.unflushed > 1) return;
    clearTimeout(this.flushing);
    if (this.unflushed === 0) return;
    this.flushing = setTimeout(() => this.response.destroy(), this.limits.seconds.flush * 1000).unref();
  }

  /** Proxies drop what is silent. */
  private ping(): void {
    if (this.unflushed === 0 && !this.isOver()) void this.written(comment);
  }
}

const comment = Buffer.from(':\n\n');
