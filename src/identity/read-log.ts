import type { Logger } from 'pino';
import { type Handful, isReader, type Reader, type Readings } from '../access/readings';
import type { Viewer } from '../access/viewer';
import { keepReadings } from '../journal/bookkeeping';
import type { Clock } from '../kernel/clock';
import { AppError } from '../kernel/errors';
import type { Run } from '../kernel/sql';
import { whenLeft } from '../kernel/wakeups';
import type { ReadMeans } from './read-record';
import { absorb, operationOf, type ReadingOperation, stored, type Unwritten, unwrittenOf } from './reading-operation';

const tickMs = 1000;
/** A subscription is written as often as this, and when it ends. */
const ticksOfStream = 10;
const recordsAtOnce = 500;
/**
 * Entry ranges and things in memory: beyond the first they are written at once, and operations wait for what is being
 * written; beyond the second, where nothing can be written, the oldest are lost.
 */
const piecesToWrite = 20_000;
const piecesToKeep = 200_000;
/** How long an operation waits, and when its client had better try again. */
const [patienceMs, retryAfterSeconds] = [5000, 5];
const behind = 'More is read than can be written down at the moment.';

/**
 * Who read what, gathered by operation and written in batches: reading does not wait for it, unless there is more of it than
 * the database keeps up with.
 */
export class ReadLog implements Readings {
  private readonly operations = new WeakMap<Viewer, ReadingOperation>();
  private readonly unwritten = new Set<Unwritten>();
  private readonly gatherers = new Set<() => void>();
  private pieces = 0;
  private leaving = { records: 0, pieces: 0 };
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  /** What of it is being written just now. */
  private part: Promise<void> = Promise.resolve();
  private isFailing = false;
  private isHeldUp = false;
  private isStopped = false;

  constructor(
    private readonly run: Run,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /** How many records wait to be written. */
  get waiting(): number {
    return this.unwritten.size + this.leaving.records;
  }

  /** Resolves when the next operation may begin: at once, unless too much is still being written; UNAVAILABLE after a while. */
  async room(): Promise<void> {
    if (!this.isBehind) {
      this.isHeldUp = false;
      return;
    }
    if (!this.isHeldUp) this.log.warn('operations wait until who read what is written');
    this.isHeldUp = true;
    const until = performance.now() + patienceMs;
    while (this.isBehind) {
      const left = until - performance.now();
      if (left <= 0) throw new AppError('UNAVAILABLE', behind, { retryAfterSeconds });
      await within(left, this.part);
    }
  }

  private get isBehind(): boolean {
    return this.leaving.pieces > piecesToWrite && !this.isFailing;
  }

  note(reader: Reader, read: readonly Handful[]): void {
    const operation = this.operationOf(reader);
    const now = this.clock.now().toISOString();
    for (const handful of read) {
      const one = operation.unwritten.get(handful.place);
      if (one) this.addTo(one, { ...handful, from: now, to: now });
      else this.add(unwrittenOf(operation, handful, now));
    }
    this.schedule();
    if (this.pieces > piecesToWrite && !this.isFailing) this.write([...this.unwritten]);
    if (this.pieces > piecesToKeep) this.loseOldest();
  }

  beforeWriting(gather: () => void): () => void {
    this.gatherers.add(gather);
    return () => this.gatherers.delete(gather);
  }

  /** The events of a subscription, for as long as which its viewer reads. */
  throughout<Event>(viewer: Viewer, events: AsyncIterableIterator<Event>): AsyncIterableIterator<Event> {
    const operation = this.begun(viewer, 'SUBSCRIPTION');
    return whenLeft(events, () => {
      if (operation) operation.isOpen = false;
    });
  }

  /** Says how a viewer is about to read; who says nothing reads by an operation. */
  begun(viewer: Viewer, means: ReadMeans): ReadingOperation | undefined {
    if (!isReader(viewer)) return undefined;
    const operation = operationOf(viewer, means);
    this.operations.set(viewer, operation);
    return operation;
  }

  /** Writes all that was read until now; nothing is being written when it resolves. */
  async flush(): Promise<void> {
    for (const gather of this.gatherers) gather();
    this.write([...this.unwritten]);
    for (let last: Promise<void> | undefined; last !== this.writing; ) {
      last = this.writing;
      await last;
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.flush();
    if (this.waiting > 0) this.log.error({ records: this.waiting }, 'the server stops, and who read this is lost');
  }

  private operationOf(reader: Reader): ReadingOperation {
    const operation = this.operations.get(reader) ?? operationOf(reader, 'OPERATION');
    this.operations.set(reader, operation);
    return operation;
  }

  private addTo(one: Unwritten, more: Parameters<typeof absorb>[1]): void {
    const { pieces } = one;
    absorb(one, more);
    this.pieces += one.pieces - pieces;
  }

  private add(one: Unwritten): void {
    one.operation.unwritten.set(one.first.place, one);
    this.unwritten.add(one);
    this.pieces += one.pieces;
  }

  private take(one: Unwritten): void {
    one.operation.unwritten.delete(one.first.place);
    this.unwritten.delete(one);
    this.pieces -= one.pieces;
  }

  private schedule(): void {
    if (this.timer || this.isStopped) return;
    this.timer = setTimeout(() => this.tick(), tickMs).unref();
  }

  private tick(): void {
    this.timer = undefined;
    const due = [...this.unwritten].filter((one) => ++one.ticks >= (one.operation.isOpen ? ticksOfStream : 1));
    // What fails is not piled up on its way, where nothing bounds it.
    if (!(this.isFailing && this.leaving.records > 0)) this.write(due);
    if (this.unwritten.size > 0) this.schedule();
  }

  /** One after the other, so that nothing is written twice at a time. */
  private write(due: readonly Unwritten[]): void {
    for (const one of due) this.take(one);
    for (let start = 0; start < due.length; start += recordsAtOnce) {
      const part = due.slice(start, start + recordsAtOnce);
      const pieces = part.reduce((sum, one) => sum + one.pieces, 0);
      this.leaves(part.length, pieces);
      this.writing = this.writing.then(() => {
        this.part = this.writeOut(part).finally(() => this.leaves(-part.length, -pieces));
        return this.part;
      });
    }
  }

  private leaves(records: number, pieces: number): void {
    this.leaving = { records: this.leaving.records + records, pieces: this.leaving.pieces + pieces };
  }

  private async writeOut(part: readonly Unwritten[]): Promise<void> {
    try {
      await keepReadings(this.run, part.map(stored));
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) this.log.warn({ err: error }, 'who read what is not written yet, and is kept for later');
      this.isFailing = true;
      for (const one of part) this.putBack(one);
      this.loseOldest();
      this.schedule();
    }
  }

  private putBack(one: Unwritten): void {
    const newer = one.operation.unwritten.get(one.first.place);
    if (newer) {
      this.take(newer);
      absorb(one, { ...(newer.all ?? newer.first), from: newer.from, to: newer.to });
    }
    this.add(one);
  }

  private loseOldest(): void {
    if (this.pieces <= piecesToKeep) return;
    // Some more than is needed: not to be looked for again at once.
    const enough = piecesToKeep * 0.9;
    let lost = 0;
    for (const one of [...this.unwritten].sort((a, b) => (a.from < b.from ? -1 : 1))) {
      if (this.pieces <= enough) break;
      this.take(one);
      lost += 1;
    }
    this.log.error({ records: lost }, 'too much waits to be written, and who read this is lost');
  }
}

/** Until it is over, but not longer. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}
