import type { Visible, VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import type { Clock } from '../kernel/clock';
import type { Doorbell } from '../kernel/doorbell';
import { type Metrics, noMetrics } from '../kernel/metrics';
import { isUnavailable } from '../kernel/unavailable';
import { mapped, untilLeft, Wakeups } from '../kernel/wakeups';
import { JournalReader } from './feed.reads';
import type { JournalInterruption } from './journal';
import type { Position } from './journal.inputs';
import type { LineRow } from './journal.reads';

export type JournalNews =
  | {
      readonly kind: 'lines';
      readonly incidentId: string;
      readonly lines: readonly Visible<LineRow>[];
      readonly position: Position;
      readonly caughtUp: boolean;
      readonly asOf: Date;
    }
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

/** A subscription to journals: the same filtered read, again and again from where the reader is. */
export class JournalFeed {
  constructor(
    private readonly reads: VisibleReads,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
    private readonly heartbeatMs: number,
    private readonly metrics: Metrics = noMetrics,
  ) {}

  follow(viewer: Viewer, following: Following): AsyncIterableIterator<JournalNews> {
    const since = this.clock.now();
    return mapped(
      untilLeft((left) => this.news(viewer, following, left)),
      (news) => this.counted(news, since),
    );
  }

  /** What was recorded before its reader came is not late. */
  private counted(news: JournalNews, since: Date): JournalNews {
    if (news.kind !== 'lines') return news;
    const now = this.clock.now().getTime();
    const recorded = news.lines.flatMap(({ entry }) => (entry && entry.recordedAt >= since ? entry.recordedAt : []));
    this.metrics.delivered(
      news.lines.length,
      recorded.map((at) => now - at.getTime()),
    );
    return news;
  }

  private async *news(viewer: Viewer, following: Following, left: AbortSignal): AsyncGenerator<JournalNews> {
    const wakeups = new Wakeups(this.doorbell);
    const reader = new JournalReader(this.reads, viewer, following, this.clock);
    try {
      let hasBegun = false;
      let beatAt = Date.now() + this.heartbeatMs;
      for (;;) {
        const ring = hasBegun ? await wakeups.next(beatAt - Date.now(), left) : 'all';
        if (ring === null) return;
        const isBeat = hasBegun && Date.now() >= beatAt;
        try {
          yield* hasBegun ? reader.look(isBeat ? 'all' : ring) : reader.begin();
          hasBegun = true;
        } catch (error) {
          // What was delivered stays delivered: the next look goes on from the position reached.
          if (!isUnavailable(error)) throw error;
          await wakeups.lookAgain(left);
          continue;
        }
        if (!isBeat) continue;
        yield reader.heartbeat();
        beatAt = Date.now() + this.heartbeatMs;
      }
    } finally {
      wakeups.stop();
    }
  }
}
