import type { Viewer } from '../access/viewer';
import { registryStream } from '../access/visibility';
import type { Ring } from '../kernel/doorbell';
import type { JournalNews } from './feed';
import type { FeedFound, FeedReads, Followed } from './feed.reads';
import type { Position } from './journal.inputs';

/** How many lines of one incident, and lines of how many incidents, one look reads. */
const linesAtOnce = 200;
const incidentsAtOnce = 20;
/** Of how many journals that are not followed it is kept how far they were delivered. */
const partedAtMost = 200;

type Scope = readonly string[] | 'all';

/** Where a reader is. */
export interface Whereabouts {
  readonly positions: ReadonlyMap<string, Position>;
  /** Where the streams that were withdrawn had come to: what was delivered is not delivered again. */
  readonly parted: ReadonlyMap<string, Position>;
}

export interface Reading {
  readonly viewer: Viewer;
  /** Narrows what is followed; null: all that the viewer follows. */
  readonly incidents: readonly string[] | null;
}

/** Where one reader is in each journal, and the one read that takes it further. */
export class JournalReader {
  private readonly positions: Map<string, Position>;
  private readonly parted: Map<string, Position>;
  private asOf = new Date();

  constructor(
    private readonly reads: FeedReads,
    private readonly reading: Reading,
    { positions, parted }: Whereabouts,
  ) {
    this.positions = new Map([...positions].filter(([incidentId]) => this.concerns(incidentId)));
    this.parted = new Map(parted);
  }

  get where(): Whereabouts {
    return { positions: new Map(this.positions), parted: new Map(this.parted) };
  }

  /** At least one batch for each incident followed, so that the subscriber holds a position. */
  async *begin(fromHead: boolean): AsyncGenerator<JournalNews> {
    const found = await this.find('all', { lines: 0, fromHead });
    const named = new Set([...(this.reading.incidents ?? []), ...this.positions.keys()]);
    yield* this.endAllBut(found.followed, named, 'NOT_FOLLOWED');
    const behind: string[] = [];
    for (const one of found.followed) {
      if (!one.intact) yield this.reset(one);
      else if (one.start < one.head.number) behind.push(one.incidentId);
      else yield this.advance(one, found);
    }
    yield* this.readOn(behind);
  }

  /** Looks again at what may have grown, and at everything if rights may have changed. */
  async *look(ring: Ring): AsyncGenerator<JournalNews> {
    if (ring !== 'all' && !ring.has(registryStream) && ring.size <= incidentsAtOnce) {
      yield* this.readOn([...ring].filter((streamId) => this.concerns(streamId)));
      return;
    }
    const found = await this.find('all', { lines: 0 });
    yield* this.endAllBut(found.followed, new Set(this.positions.keys()), 'WITHDRAWN');
    // Who was told that a stream ended is told that it goes on, even if nothing was written meanwhile.
    for (const one of found.followed)
      if (!this.positions.has(one.incidentId) && one.start === one.head.number) yield this.advance(one, found);
    yield* this.readOn(
      found.followed.filter(({ head, start, intact }) => !intact || start < head.number).map((one) => one.incidentId),
    );
  }

  heartbeat(): JournalNews {
    return { kind: 'heartbeat', positions: new Map(this.positions), asOf: this.asOf };
  }

  private async *readOn(incidents: readonly string[]): AsyncGenerator<JournalNews> {
    let left = incidents;
    while (left.length > 0) {
      const group = left.slice(0, incidentsAtOnce);
      const found = await this.find(group, { lines: linesAtOnce });
      yield* this.endAllBut(found.followed, new Set(group.filter((id) => this.positions.has(id))), 'WITHDRAWN');
      for (const one of found.followed) {
        if (!one.intact) yield this.reset(one);
        else if (one.lines.length > 0) yield this.advance(one, found);
      }
      const unfinished = found.followed.filter((one) => one.lines.length === linesAtOnce).map((one) => one.incidentId);
      left = [...unfinished, ...left.slice(incidentsAtOnce)];
    }
  }

  private *endAllBut(
    followed: readonly Followed[],
    known: ReadonlySet<string>,
    reason: 'NOT_FOLLOWED' | 'WITHDRAWN',
  ): Generator<JournalNews> {
    const still = new Set(followed.map((one) => one.incidentId));
    for (const incidentId of known) {
      if (still.has(incidentId)) continue;
      const held = this.positions.get(incidentId);
      if (held && (reason === 'WITHDRAWN' || this.parted.size < partedAtMost)) this.parted.set(incidentId, held);
      this.positions.delete(incidentId);
      yield { kind: 'ended', incidentId, reason };
    }
  }

  private advance({ incidentId, head, start, lines, personal }: Followed, { moment }: FeedFound): JournalNews {
    const last = lines.at(-1);
    const reached = last ? { number: last.number, chainHash: last.chainHash.toString('hex') } : head;
    this.positions.set(incidentId, reached);
    const caughtUp = reached.number === head.number || (last === undefined && start === head.number);
    return { kind: 'lines', incidentId, lines, personal, position: reached, caughtUp, asOf: this.asOf, moment };
  }

  private reset({ incidentId, head, start }: Followed): JournalNews {
    this.positions.set(incidentId, head);
    const reason = start > head.number ? 'BEYOND_HEAD' : 'HASH_MISMATCH';
    return { kind: 'reset', incidentId, reason, position: head };
  }

  private concerns(incidentId: string): boolean {
    const { incidents } = this.reading;
    return incidents === null || incidents.includes(incidentId);
  }

  private async find(
    scope: Scope,
    { lines, fromHead = false }: { lines: number; fromHead?: boolean },
  ): Promise<FeedFound> {
    const { viewer } = this.reading;
    const incidents = scope === 'all' ? this.reading.incidents : scope;
    const asked = incidents && new Set(incidents);
    const ofAsked = (places: ReadonlyMap<string, Position>) =>
      asked ? new Map([...places].filter(([id]) => asked.has(id))) : places;
    const [held, parted] = [ofAsked(this.positions), ofAsked(this.parted)];
    const found = await this.reads.find({ viewer, incidents, held, parted, fromHead, lines });
    this.asOf = found.asOf;
    return found;
  }
}
