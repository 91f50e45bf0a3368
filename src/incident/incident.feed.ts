import type { Visible, VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import { registryStream } from '../access/visibility';
import type { Doorbell, Ring } from '../kernel/doorbell';
import { sql } from '../kernel/sql';
import { isUnavailable } from '../kernel/unavailable';
import { untilLeft, Wakeups } from '../kernel/wakeups';
import { incident, type ReadIncidentRow } from './incident.reads';

const incidentsAtOnce = 100;
/** Nothing is due at a given time here: the doorbell and its sweep wake the reader. */
const idleMs = 60_000;

export type IncidentNews =
  | { readonly kind: 'snapshot'; readonly incidents: readonly Visible<ReadIncidentRow>[]; readonly caughtUp: boolean }
  | { readonly kind: 'changed'; readonly incident: Visible<ReadIncidentRow> }
  | { readonly kind: 'gone'; readonly id: string };

/** The overview, live: the incidents that the viewer sees, re-read by the same predicate on each wake-up. */
export class IncidentFeed {
  constructor(
    private readonly reads: VisibleReads,
    private readonly doorbell: Doorbell,
  ) {}

  watch(viewer: Viewer): AsyncIterableIterator<IncidentNews> {
    return untilLeft((left) => this.news(viewer, left));
  }

  private async *news(viewer: Viewer, left: AbortSignal): AsyncGenerator<IncidentNews> {
    const wakeups = new Wakeups(this.doorbell);
    const known = new Set<string>();
    try {
      for await (const incidents of this.all(viewer)) {
        for (const { id } of incidents) known.add(id);
        yield { kind: 'snapshot', incidents, caughtUp: incidents.length < incidentsAtOnce };
      }
      for (;;) {
        const ring = await wakeups.next(idleMs, left);
        if (ring === null) return;
        try {
          yield* this.changes(viewer, ring, known);
        } catch (error) {
          if (!isUnavailable(error)) throw error;
          await wakeups.lookAgain(left);
        }
      }
    } finally {
      wakeups.stop();
    }
  }

  private async *changes(viewer: Viewer, ring: Ring, known: Set<string>): AsyncGenerator<IncidentNews> {
    const isWhole = ring === 'all' || ring.has(registryStream);
    const seen = new Set<string>();
    for await (const incidents of isWhole ? this.all(viewer) : this.among(viewer, [...ring])) {
      for (const one of incidents) {
        seen.add(one.id);
        known.add(one.id);
        yield { kind: 'changed', incident: one };
      }
    }
    for (const id of isWhole ? [...known] : [...ring]) {
      if (seen.has(id) || !known.delete(id)) continue;
      yield { kind: 'gone', id };
    }
  }

  /** All that the viewer sees, in parts; the last part is the first that is not full. */
  private async *all(viewer: Viewer): AsyncGenerator<Visible<ReadIncidentRow>[]> {
    let beyond = sql`true`;
    for (;;) {
      const part = await this.reads.rows(viewer, incident, {
        where: beyond,
        order: sql`incident.id`,
        limit: incidentsAtOnce,
      });
      yield part;
      if (part.length < incidentsAtOnce) return;
      beyond = sql`incident.id > ${part.at(-1)?.id}`;
    }
  }

  private async *among(viewer: Viewer, ids: readonly string[]): AsyncGenerator<Visible<ReadIncidentRow>[]> {
    yield await this.reads.rows(viewer, incident, {
      where: sql`incident.id = ANY (${ids}::uuid[])`,
      order: sql`incident.id`,
    });
  }
}
