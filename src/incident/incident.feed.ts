import type { Visible, VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import { registryStream } from '../access/visibility';
import type { Doorbell, Ring } from '../kernel/doorbell';
import { sql } from '../kernel/sql';
import { Turns } from '../kernel/turns';
import { isUnavailable } from '../kernel/unavailable';
import { untilLeft, Wakeups } from '../kernel/wakeups';
import { type ReadIncidentRow, type WatchedIncidentRow, watchedIncident } from './incident.reads';

const incidentsAtOnce = 100;
/** How many look, and are shown what they find, at the same time: the others leave the database to who writes and follows. */
const lookingAtOnce = 4;
/** Nothing is due at a given time here: the doorbell and its sweep wake the reader. */
const idleMs = 60_000;

/**
 * The incidents that the viewer was told of, and what was the last to be shown of each. A line that it may not know of
 * moves nothing here, so it does not even make the answer be worked out again.
 */
type Known = Map<string, number>;

export type IncidentNews =
  | { readonly kind: 'snapshot'; readonly incidents: readonly Visible<ReadIncidentRow>[]; readonly caughtUp: boolean }
  | { readonly kind: 'changed'; readonly incident: Visible<ReadIncidentRow> }
  | { readonly kind: 'gone'; readonly id: string };

/** The overview, live: the incidents that the viewer sees, re-read by the same predicate on each wake-up. */
export class IncidentFeed {
  private readonly turns = new Turns(lookingAtOnce);

  constructor(
    private readonly reads: VisibleReads,
    private readonly doorbell: Doorbell,
  ) {}

  watch(viewer: Viewer): AsyncIterableIterator<IncidentNews> {
    return untilLeft((left) => this.news(viewer, left));
  }

  private async *news(viewer: Viewer, left: AbortSignal): AsyncGenerator<IncidentNews> {
    const wakeups = new Wakeups(this.doorbell);
    const known: Known = new Map();
    try {
      yield* this.inTurn(left, () => this.snapshot(viewer, known));
      while (await wakeups.rung(idleMs, left)) {
        try {
          // What is rung while others have their turn is looked at in the same one.
          yield* this.inTurn(left, () => this.changes(viewer, wakeups.take(), known));
        } catch (error) {
          if (!isUnavailable(error)) throw error;
          await wakeups.lookAgain(left);
        }
      }
    } finally {
      wakeups.stop();
    }
  }

  private async *inTurn(left: AbortSignal, look: () => AsyncGenerator<IncidentNews>): AsyncGenerator<IncidentNews> {
    const over = await this.turns.next(left);
    if (!over) return;
    try {
      yield* look();
    } finally {
      over();
    }
  }

  private async *snapshot(viewer: Viewer, known: Known): AsyncGenerator<IncidentNews> {
    for await (const incidents of this.all(viewer)) {
      for (const one of incidents) known.set(one.id, lastShown(one));
      yield { kind: 'snapshot', incidents, caughtUp: incidents.length < incidentsAtOnce };
    }
  }

  private async *changes(viewer: Viewer, ring: Ring, known: Known): AsyncGenerator<IncidentNews> {
    const isWhole = ring === 'all' || ring.has(registryStream);
    const seen = new Set<string>();
    for await (const incidents of isWhole ? this.all(viewer) : this.among(viewer, [...ring])) {
      for (const one of incidents) {
        seen.add(one.id);
        const isNew = isWhole || known.get(one.id) !== lastShown(one);
        known.set(one.id, lastShown(one));
        if (isNew) yield { kind: 'changed', incident: one };
      }
    }
    for (const id of isWhole ? [...known.keys()] : [...ring]) {
      if (seen.has(id) || !known.delete(id)) continue;
      yield { kind: 'gone', id };
    }
  }

  /** All that the viewer sees, in parts; the last part is the first that is not full. */
  private async *all(viewer: Viewer): AsyncGenerator<Visible<WatchedIncidentRow>[]> {
    let beyond = sql`true`;
    for (;;) {
      const part = await this.reads.rows(viewer, watchedIncident, {
        where: beyond,
        order: sql`incident.id`,
        limit: incidentsAtOnce,
      });
      yield part;
      if (part.length < incidentsAtOnce) return;
      beyond = sql`incident.id > ${part.at(-1)?.id}`;
    }
  }

  private async *among(viewer: Viewer, ids: readonly string[]): AsyncGenerator<Visible<WatchedIncidentRow>[]> {
    yield await this.reads.rows(viewer, watchedIncident, {
      where: sql`incident.id = ANY (${ids}::uuid[])`,
      order: sql`incident.id`,
    });
  }
}

/** The head of the journal for who follows it, and for others the last line that they may read. */
function lastShown({ head, last }: WatchedIncidentRow): number {
  return head?.number ?? last?.number ?? 0;
}
