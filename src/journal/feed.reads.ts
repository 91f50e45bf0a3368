import type { Visible, VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import { followsBySql, registryStream } from '../access/visibility';
import type { Clock } from '../kernel/clock';
import type { Ring } from '../kernel/doorbell';
import { type Sql, sql } from '../kernel/sql';
import { genesisHash } from './chain';
import type { Following, JournalNews } from './feed';
import type { Position } from './journal.inputs';
import { journalLine, type LineRow } from './journal.reads';

/** How many lines of one incident, and lines of how many incidents, one statement reads. */
const linesAtOnce = 200;
const incidentsAtOnce = 20;

/** One incident that the viewer follows at the time of a statement, and its lines from where the reader is. */
interface Followed {
  readonly incidentId: string;
  readonly head: Position;
  readonly start: number;
  /** The journal still holds the line of the reader's position. */
  readonly intact: boolean;
  readonly lines: Visible<LineRow>[];
}

type Scope = readonly string[] | 'all';

/** Where one subscriber is in each journal, and the one read that takes it further. */
export class JournalReader {
  private readonly positions = new Map<string, Position>();
  /** Where the streams that were withdrawn had come to: what was delivered is not delivered again. */
  private readonly parted = new Map<string, number>();
  private asOf: Date;

  constructor(
    private readonly reads: VisibleReads,
    private readonly viewer: Viewer,
    private readonly following: Following,
    private readonly clock: Clock,
  ) {
    this.asOf = clock.now();
    for (const [incidentId, position] of following.after ?? []) {
      if (this.concerns(incidentId)) this.positions.set(incidentId, position);
    }
  }

  /** At least one batch for each incident followed, so that the subscriber holds a position. */
  async *begin(): AsyncGenerator<JournalNews> {
    const fromHead = this.following.after === null;
    const followed = await this.find('all', 0, fromHead ? sql`head.number` : afterJoining);
    const named = new Set([...(this.following.incidents ?? []), ...this.positions.keys()]);
    yield* this.endAllBut(followed, named, 'NOT_FOLLOWED');
    const behind: string[] = [];
    for (const one of followed) {
      if (!one.intact) yield this.reset(one);
      else if (one.start < one.head.number) behind.push(one.incidentId);
      else yield this.advance(one);
    }
    yield* this.readOn(behind);
  }

  /** Looks again at what may have grown, and at everything if rights may have changed. */
  async *look(ring: Ring): AsyncGenerator<JournalNews> {
    if (ring !== 'all' && !ring.has(registryStream) && ring.size <= incidentsAtOnce) {
      yield* this.readOn([...ring].filter((streamId) => this.concerns(streamId)));
      return;
    }
    const followed = await this.find('all', 0, afterJoining);
    yield* this.endAllBut(followed, new Set(this.positions.keys()), 'WITHDRAWN');
    // Who was told that a stream ended is told that it goes on, even if nothing was written meanwhile.
    for (const one of followed)
      if (!this.positions.has(one.incidentId) && one.start === one.head.number) yield this.advance(one);
    yield* this.readOn(
      followed.filter(({ head, start, intact }) => !intact || start < head.number).map((one) => one.incidentId),
    );
  }

  heartbeat(): JournalNews {
    return { kind: 'heartbeat', positions: new Map(this.positions), asOf: this.asOf };
  }

  private async *readOn(incidents: readonly string[]): AsyncGenerator<JournalNews> {
    let left = incidents;
    while (left.length > 0) {
      const group = left.slice(0, incidentsAtOnce);
      const followed = await this.find(group, linesAtOnce, afterJoining);
      yield* this.endAllBut(followed, new Set(group.filter((id) => this.positions.has(id))), 'WITHDRAWN');
      for (const one of followed) {
        if (!one.intact) yield this.reset(one);
        else if (one.lines.length > 0) yield this.advance(one);
      }
      const unfinished = followed.filter((one) => one.lines.length === linesAtOnce).map((one) => one.incidentId);
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
      if (held) this.parted.set(incidentId, held.number);
      this.positions.delete(incidentId);
      yield { kind: 'ended', incidentId, reason };
    }
  }

  private advance({ incidentId, head, start, lines }: Followed): JournalNews {
    const last = lines.at(-1);
    const reached = last ? { number: last.number, chainHash: last.chainHash.toString('hex') } : head;
    this.positions.set(incidentId, reached);
    const caughtUp = reached.number === head.number || (last === undefined && start === head.number);
    return { kind: 'lines', incidentId, lines, position: reached, caughtUp, asOf: this.asOf };
  }

  private reset({ incidentId, head, start }: Followed): JournalNews {
    this.positions.set(incidentId, head);
    const reason = start > head.number ? 'BEYOND_HEAD' : 'HASH_MISMATCH';
    return { kind: 'reset', incidentId, reason, position: head };
  }

  private concerns(incidentId: string): boolean {
    return this.following.incidents === null || this.following.incidents.includes(incidentId);
  }

  /** The rights and the lines, from one statement: `start` is where an incident without a position begins. */
  private async find(scope: Scope, limit: number, start: Sql): Promise<Followed[]> {
    const incidents = scope === 'all' ? this.following.incidents : scope;
    const asOf = this.clock.now();
    const found = await this.reads.under(this.viewer, journalLine, this.followedNow(incidents, start), {
      where: sql`journal_line.stream_id = parent."incidentId" AND journal_line.number > parent.start AND parent.intact`,
      order: sql`journal_line.number`,
      limit,
    });
    this.asOf = asOf;
    const followed = new Map<string, Followed>();
    for (const { cells, row } of found) {
      const { incidentId, number, hash, start: from, intact } = cells['followed'] as FollowedCells;
      const one = followed.get(incidentId) ?? {
        incidentId,
        head: { number, chainHash: hash },
        start: from,
        intact,
        lines: [],
      };
      if (row) one.lines.push(row);
      followed.set(incidentId, one);
    }
    return [...followed.values()];
  }

  private followedNow(incidents: readonly string[] | null, start: Sql): Sql {
    const held = [...this.positions]
      .filter(([incidentId]) => incidents === null || incidents.includes(incidentId))
      .map(([incident_id, { number, chainHash }]) => ({ incident_id, number, chain_hash: chainHash }));
    const parted = [...this.parted].map(([incident_id, number]) => ({ incident_id, number }));
    return sql`
      SELECT *, json_build_object('incidentId', "incidentId", 'number', number, 'hash', hash, 'start', start, 'intact', intact) AS followed
      FROM (
        SELECT party.incident_id AS "incidentId", head.number, encode(head.chain_hash, 'hex') AS hash,
          COALESCE(held.number, GREATEST(${start}, CASE WHEN parted.number <= head.number THEN parted.number END)) AS start,
          CASE WHEN held.number IS NULL THEN true
            WHEN held.number = 0 THEN held.chain_hash = ${genesisHash.toString('hex')}
            ELSE COALESCE(encode(known.chain_hash, 'hex') = held.chain_hash, false) END AS intact
        FROM involvement AS party
          JOIN journal_head AS head ON head.stream_id = party.incident_id
          LEFT JOIN json_to_recordset(${JSON.stringify(held)}::json) AS held (incident_id uuid, number integer, chain_hash text)
            ON held.incident_id = party.incident_id
          LEFT JOIN json_to_recordset(${JSON.stringify(parted)}::json) AS parted (incident_id uuid, number integer)
            ON parted.incident_id = party.incident_id
          LEFT JOIN journal_line AS known ON known.stream_id = party.incident_id AND known.number = held.number
          LEFT JOIN journal_line AS joined ON joined.entry_id = party.entry_id
        WHERE ${followsBySql('party')}
          AND ${incidents === null ? sql`true` : sql`party.incident_id = ANY (${incidents}::uuid[])`}) AS now_followed`;
  }
}

/** Just before the line by which the viewer's stakeholder is involved now. */
const afterJoining = sql`joined.number - 1`;

interface FollowedCells {
  readonly incidentId: string;
  readonly number: number;
  readonly hash: string;
  readonly start: number;
  readonly intact: boolean;
}
