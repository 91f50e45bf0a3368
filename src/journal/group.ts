import type { Visible } from '../access/reads';
import type { Viewer } from '../access/viewer';
import { registryStream } from '../access/visibility';
import type { Clock } from '../kernel/clock';
import type { Ring } from '../kernel/doorbell';
import type { Companion } from '../kernel/live';
import type { Metrics } from '../kernel/metrics';
import { isUnavailable } from '../kernel/unavailable';
import type { JournalLines, JournalNews } from './feed';
import { JournalReader, type Reading, type Whereabouts } from './feed.reader';
import type { FeedReads } from './feed.reads';
import { presentNews, progressOf } from './feed.type';
import type { Stop } from './hub';
import type { Position } from './journal.inputs';
import type { LineRow } from './journal.reads';

const retryMs = 500;
/** It is noted this much later, or after so many lines, who was handed them. */
const noteMs = 5000;
const linesToNote = 200;

export interface Member {
  readonly companion: Companion;
  readonly viewer: Viewer;
  /** It moves when groups unite. */
  group: Group;
  /** It goes on alone from there. */
  stopped(stop: Stop): void;
}

export interface GroupOptions {
  readonly reads: FeedReads;
  readonly clock: Clock;
  readonly heartbeatMs: number;
  readonly metrics: Metrics;
  readonly onIdle: () => void;
  readonly onEmpty: () => void;
}

/**
 * Subscribers at one place of the record, who are handed the same: one reader reads for all of them what their stakeholder
 * may read, what it finds is shown once, and whoever has other rights than that goes on alone from where the group is.
 */
export class Group {
  private readonly members = new Set<Member>();
  private reader: JournalReader;
  /** What was delivered; the reader may be further. */
  private readonly positions: Map<string, Position>;
  private readonly parted: Map<string, Position>;
  private pending: Set<string> | 'all' = new Set();
  private isBusy = false;
  private beatAt: number;
  private isBeatDue = false;
  private timer: NodeJS.Timeout | undefined;
  /** How far the registry had come when the rights of all members but the newcomers were looked at. */
  private verifiedAt = -1;
  private readonly newcomers = new Set<Member>();
  private handed: Visible<LineRow>[] = [];
  private noting: NodeJS.Timeout | undefined;
  private readonly stopNoting: () => void;

  constructor(
    private readonly reading: Reading,
    { where, beatAt }: Stop,
    private readonly options: GroupOptions,
  ) {
    this.reader = new JournalReader(options.reads, reading, where);
    this.positions = new Map(this.reader.where.positions);
    this.parted = new Map(where.parted);
    this.beatAt = beatAt;
    this.expectBeat();
    this.stopNoting = options.reads.beforeWriting(() => this.note());
  }

  get size(): number {
    return this.members.size;
  }

  enter(member: Member): void {
    this.note();
    member.group = this;
    this.members.add(member);
    this.newcomers.add(member);
  }

  leave(member: Member): void {
    this.note();
    this.newcomers.delete(member);
    this.members.delete(member);
    if (this.size > 0) return;
    clearTimeout(this.timer);
    this.stopNoting();
    this.options.onEmpty();
  }

  wake(ring: Ring): void {
    if (ring === 'all') this.pending = 'all';
    else if (this.pending !== 'all') for (const stream of ring) this.pending.add(stream);
    if (!this.isBusy) void this.work();
  }

  /** Both are idle, and where they are is the same. */
  isLevelWith(other: Group): boolean {
    if (this.isOccupied() || other.isOccupied()) return false;
    const isSame = (one: Position, { number, chainHash }: Position) =>
      one.number === number && one.chainHash === chainHash;
    return isAlike(this.positions, other.positions, isSame) && isAlike(this.parted, other.parted, isSame);
  }

  /** Takes over all members of a group that is level with it. */
  absorb(other: Group): void {
    for (const member of [...other.members]) {
      other.leave(member);
      this.enter(member);
    }
    if (other.beatAt >= this.beatAt) return;
    this.beatAt = other.beatAt;
    this.expectBeat();
  }

  private isOccupied(): boolean {
    return this.isBusy || this.isWoken();
  }

  private isWoken(): boolean {
    return this.size > 0 && (this.pending === 'all' || this.pending.size > 0 || this.isBeatDue);
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    try {
      while (this.isWoken()) await this.look();
    } catch (error) {
      if (isUnavailable(error)) this.tryAgain();
      // Each of them meets the fault alone, and can be told.
      else this.disband();
    }
    this.isBusy = false;
    if (this.size > 0) this.options.onIdle();
  }

  private async look(): Promise<void> {
    const { isBeatDue } = this;
    const ring = isBeatDue ? 'all' : this.pending;
    this.pending = new Set();
    this.isBeatDue = false;
    if (ring === 'all' || ring.has(registryStream)) await this.verify(this.members);
    for await (const news of this.reader.look(ring)) await this.tell(news);
    if (!isBeatDue) return;
    await this.tell(this.reader.heartbeat());
    this.beatAt = performance.now() + this.options.heartbeatMs;
    this.expectBeat();
  }

  private async tell(news: JournalNews): Promise<void> {
    if (news.kind === 'lines') await this.requireAlike(news);
    const [first] = this.members;
    if (!first) return;
    const answer = await this.shown(first.companion, news);
    const progress = progressOf(news);
    const slow = [...this.members].filter(({ companion }) => !companion.send(answer, progress));
    this.reach(news);
    for (const member of slow) this.sendOff(member);
  }

  /** Whoever reads less than its stakeholder now, or more of these lines, is not told by the group. */
  private async requireAlike({ moment, incidentId, personal }: JournalLines): Promise<void> {
    if (!this.isShared()) return;
    const unverified = moment.registryHead !== this.verifiedAt ? this.members : this.newcomers;
    if (unverified.size > 0) await this.verify(unverified);
    if (personal.length === 0) return;
    const { members, viewers } = distinct(this.members);
    const readers = await this.options.reads.readersOf(viewers, incidentId, personal);
    for (const [member, place] of members) if (readers.has(place)) this.sendOff(member);
  }

  private async verify(some: ReadonlySet<Member>): Promise<void> {
    if (!this.isShared()) return;
    const { members, viewers } = distinct(some);
    const { readers, registryHead } = await this.options.reads.readersAmong(viewers);
    for (const [member, place] of members) {
      this.newcomers.delete(member);
      if (!readers.has(place)) this.sendOff(member);
    }
    if (some === this.members) this.verifiedAt = registryHead;
  }

  /** One viewer stands for others, who may have other rights. */
  private isShared(): boolean {
    const [first] = this.members;
    return first?.companion.isPlain ?? false;
  }

  /** What is shown of the same lines to other groups of the same statement is made once. */
  private shown(companion: Companion, news: JournalNews): Promise<Buffer> {
    const show = () => companion.show(presentNews(news));
    if (news.kind !== 'lines' || !companion.isPlain) return show();
    const { moment, incidentId, lines, position } = news;
    const sealing = lines.map(({ entry }) => (entry ? '1' : '0')).join('');
    const key = `${companion.key} ${incidentId} ${position.number} ${sealing}`;
    const shown = moment.shown.get(key) ?? show();
    moment.shown.set(key, shown);
    return shown;
  }

  private reach(news: JournalNews): void {
    if (news.kind === 'heartbeat') return;
    const { incidentId } = news;
    const before = this.positions.get(incidentId);
    if (news.kind === 'ended' && before) this.parted.set(incidentId, before);
    if (news.kind === 'ended') this.positions.delete(incidentId);
    else this.positions.set(incidentId, news.position);
    if (news.kind === 'lines') this.handOut(news.lines);
  }

  private handOut(lines: readonly Visible<LineRow>[]): void {
    const now = this.options.clock.now().getTime();
    const lags = lines.flatMap(({ entry }) => (entry ? now - entry.recordedAt.getTime() : []));
    this.options.metrics.delivered({ lines: lines.length, readers: this.size }, lags);
    this.handed.push(...lines);
    this.noting ??= setTimeout(() => this.note(), noteMs).unref();
    if (this.handed.length >= linesToNote) this.note();
  }

  /** All who are members now were handed all of this: it is noted before that changes. */
  private note(): void {
    clearTimeout(this.noting);
    this.noting = undefined;
    if (this.handed.length === 0) return;
    const viewers = [...this.members].map(({ viewer }) => viewer);
    this.options.reads.note(viewers, this.handed);
    this.handed = [];
  }

  private sendOff(member: Member): void {
    if (!this.members.has(member)) return;
    this.leave(member);
    const where: Whereabouts = { positions: new Map(this.positions), parted: new Map(this.parted) };
    member.stopped({ where, beatAt: this.beatAt });
  }

  private disband(): void {
    for (const member of [...this.members]) this.sendOff(member);
  }

  /** From what was delivered: the reader may have come further before the fault. */
  private tryAgain(): void {
    const { positions, parted } = this;
    this.reader = new JournalReader(this.options.reads, this.reading, { positions, parted });
    const again = () => {
      // The beat that the fault swallowed, if it was one: no other is expected before it.
      if (performance.now() >= this.beatAt) this.isBeatDue = true;
      this.wake('all');
    };
    setTimeout(again, retryMs).unref();
  }

  private expectBeat(): void {
    clearTimeout(this.timer);
    const due = () => {
      this.isBeatDue = true;
      this.wake(new Set());
    };
    this.timer = setTimeout(due, Math.max(0, this.beatAt - performance.now())).unref();
  }
}

/** Many subscribers may be one viewer. */
function distinct(some: ReadonlySet<Member>): { members: [Member, number][]; viewers: Viewer[] } {
  const places = new Map<string, number>();
  const viewers: Viewer[] = [];
  const members = [...some].map((member): [Member, number] => {
    const key = JSON.stringify(member.viewer);
    const place = places.get(key) ?? viewers.push(member.viewer) - 1;
    places.set(key, place);
    return [member, place];
  });
  return { members, viewers };
}

function isAlike<Value>(
  one: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
  isSame: (one: Value, other: Value) => boolean,
): boolean {
  if (one.size !== other.size) return false;
  for (const [key, value] of one) {
    const found = other.get(key);
    if (found === undefined || !isSame(value, found)) return false;
  }
  return true;
}
