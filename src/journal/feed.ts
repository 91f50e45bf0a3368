import type { Visible, VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import type { Clock } from '../kernel/clock';
import type { Doorbell } from '../kernel/doorbell';
import { Junction } from '../kernel/live';
import { type Metrics, noMetrics } from '../kernel/metrics';
import { isUnavailable } from '../kernel/unavailable';
import { mapped, untilLeft, Wakeups } from '../kernel/wakeups';
import { JournalReader, type Reading } from './feed.reader';
import { FeedReads, type Moment } from './feed.reads';
import { Hub, type Stop } from './hub';
import type { JournalInterruption } from './journal';
import type { Position } from './journal.inputs';
import type { LineRow } from './journal.reads';
import { Resting } from './pace';

export interface JournalLines {
  readonly kind: 'lines';
  readonly incidentId: string;
  readonly lines: readonly Visible<LineRow>[];
  /** The numbers of those that are sealed for this reader, and for persons. */
  readonly personal: readonly number[];
  readonly position: Position;
  readonly caughtUp: boolean;
  readonly asOf: Date;
  readonly moment: Moment;
}

export type JournalNews =
  | JournalLines
  | { readonly kind: 'heartbeat'; readonly positions: ReadonlyMap<string, Position>; readonly asOf: Date }
  | { readonly kind: 'ended'; readonly incidentId: string; readonly reason: JournalInterruption }
  | {
      readonly kind: 'reset';
      readonly incidentId: string;
      readonly reason: JournalInterruption;
      readonly position: Position;
    };

export interface Following {
  /** Narrows what is followed; null: all that the viewer follows. */
  readonly incidents: readonly string[] | null;
  /** Where to resume; null: live from the head. */
  readonly after: ReadonlyMap<string, Position> | null;
}

interface FeedOptions {
  readonly reads: VisibleReads;
  readonly doorbell: Doorbell;
  readonly clock: Clock;
  readonly heartbeatMs: number;
  readonly metrics?: Metrics;
}

/**
 * A subscription to journals: the same filtered read, again and again from where the reader is. Who has caught up may go
 * on together with others who are at the same place.
 */
export class JournalFeed {
  /** Who catches up asks in statements apart, so that nobody who is live waits for a long replay. */
  private readonly replays: FeedReads;
  private readonly hub: Hub;
  private readonly metrics: Metrics;

  constructor(private readonly options: FeedOptions) {
    const { reads, clock, metrics = noMetrics } = options;
    this.metrics = metrics;
    this.replays = new FeedReads(reads, clock);
    this.hub = new Hub({ ...options, metrics, reads: new FeedReads(reads, clock, new Resting()) });
  }

  follow(viewer: Viewer, following: Following): AsyncIterableIterator<JournalNews | Junction> {
    const since = this.options.clock.now();
    return mapped(
      untilLeft((left) => this.news(viewer, following, left)),
      (news) => this.handedTo(viewer, news, since),
    );
  }

  /** What was recorded before its reader came is not late. */
  private handedTo(viewer: Viewer, news: JournalNews | Junction, since: Date): JournalNews | Junction {
    if (news instanceof Junction || news.kind !== 'lines') return news;
    this.replays.note([viewer], news.lines);
    const now = this.options.clock.now().getTime();
    const recorded = news.lines.flatMap(({ entry }) => (entry && entry.recordedAt >= since ? entry.recordedAt : []));
    this.metrics.delivered(
      { lines: news.lines.length, readers: 1 },
      recorded.map((at) => now - at.getTime()),
    );
    return news;
  }

  private async *news(
    viewer: Viewer,
    { incidents, after }: Following,
    left: AbortSignal,
  ): AsyncGenerator<JournalNews | Junction> {
    const { doorbell, heartbeatMs } = this.options;
    const wakeups = new Wakeups(doorbell);
    const reading: Reading = { viewer, incidents };
    let reader = new JournalReader(this.replays, reading, { positions: after ?? new Map(), parted: new Map() });
    try {
      let hasBegun = false;
      let beatAt = performance.now() + heartbeatMs;
      for (;;) {
        const ring = hasBegun ? await wakeups.next(beatAt - performance.now(), left) : 'all';
        if (ring === null) return;
        const isBeat = hasBegun && performance.now() >= beatAt;
        try {
          yield* hasBegun ? reader.look(isBeat ? 'all' : ring) : reader.begin(after === null);
          hasBegun = true;
        } catch (error) {
          // What was delivered stays delivered: the next look goes on from the position reached.
          if (!isUnavailable(error)) throw error;
          await wakeups.lookAgain(left);
          continue;
        }
        if (isBeat) {
          yield reader.heartbeat();
          beatAt = performance.now() + heartbeatMs;
        }
        let stop: Stop | undefined;
        yield new Junction((companion) =>
          this.hub.join({ ...{ companion, reading, where: reader.where, beatAt }, ring: wakeups.handOver() }, (at) => {
            stop = at;
          }),
        );
        if (!stop) continue;
        reader = new JournalReader(this.replays, reading, stop.where);
        beatAt = stop.beatAt;
        wakeups.takeBack();
      }
    } finally {
      wakeups.stop();
    }
  }
}
