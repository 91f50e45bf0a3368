import DataLoader from 'dataloader';
import type { Visible, VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import { followsBySql, isForPersons, readsAtAll, registryStream, viewerKey } from '../access/visibility';
import type { Clock } from '../kernel/clock';
import { type Sql, sql } from '../kernel/sql';
import { genesisHash } from './chain';
import type { Position } from './journal.inputs';
import { journalLine, type LineRow } from './journal.reads';
import { type Pace, unhurried } from './pace';

/** What a reader wants to know: what has come after where it is. */
export interface FeedQuestion {
  readonly viewer: Viewer;
  /** Null: all that the viewer follows. */
  readonly incidents: readonly string[] | null;
  readonly held: ReadonlyMap<string, Position>;
  /** Where streams that were withdrawn had come to: what was delivered is not delivered again. */
  readonly parted: ReadonlyMap<string, Position>;
  /** Where an incident without a position begins: at its head, or just before the line by which the viewer came in. */
  readonly fromHead: boolean;
  /** How many lines of each incident at most. */
  readonly lines: number;
}

/** One incident that the viewer follows at the time of a statement, and its lines from where the reader is. */
export interface Followed {
  readonly incidentId: string;
  readonly head: Position;
  readonly start: number;
  /** The journal still holds the line of the reader's position. */
  readonly intact: boolean;
  readonly lines: Visible<LineRow>[];
  /** Which of these lines are sealed for the viewer and for persons: others of its stakeholder may be among them. */
  readonly personal: number[];
}

/** What one statement found for one reader. */
export interface FeedFound {
  readonly followed: readonly Followed[];
  readonly asOf: Date;
  readonly moment: Moment;
}

/** One statement, and so one state of the record, for however many readers. */
export interface Moment {
  /** How far the registry had come, if anybody follows anything: no right changes without an entry there. */
  readonly registryHead: number;
  /** What was made of it for some, for others to whom the same is to be shown. */
  readonly shown: Map<string, Promise<Buffer>>;
}

const questionsAtOnce = 100;

/** The rights and the lines of many readers, from one statement: what is asked while one runs is asked together next. */
export class FeedReads {
  private asking: Promise<unknown> = Promise.resolve();
  private readonly loader = new DataLoader<FeedQuestion, FeedFound>(
    (questions) => {
      const answers = this.ask(questions);
      this.asking = answers.then(
        () => this.pace.begin(),
        () => undefined,
      );
      return answers;
    },
    {
      cache: false,
      maxBatchSize: questionsAtOnce,
      batchScheduleFn: (dispatch) => void this.asking.then(() => this.pace.whenRested(dispatch)),
    },
  );

  constructor(
    private readonly reads: VisibleReads,
    private readonly clock: Clock,
    private readonly pace: Pace = unhurried,
  ) {}

  find(question: FeedQuestion): Promise<FeedFound> {
    return this.loader.load(question);
  }

  note(viewers: readonly Viewer[], lines: readonly Visible<LineRow>[]): void {
    this.reads.note(viewers, journalLine, lines);
  }

  beforeWriting(gather: () => void): () => void {
    return this.reads.beforeWriting(gather);
  }

  /** Who of these may read at all now, by their places in the list, and how far the registry had come then. */
  async readersAmong(viewers: readonly Viewer[]): Promise<{ readers: Set<number>; registryHead: number }> {
    const standing = sql`SELECT ${viewerKey} AS reader, ${readsAtAll} AS reads, ${registryHead} AS "registryHead"`;
    const found = await this.reads.forMany(viewers, journalLine, standing, { where: sql`false` });
    const readers = found.flatMap(({ cells }) => (cells['reads'] === true ? [cells['reader'] as number] : []));
    return { readers: new Set(readers), registryHead: (found[0]?.cells['registryHead'] as number | undefined) ?? 0 };
  }

  /** Who of these reads one of these lines, by their places in the list. */
  async readersOf(viewers: readonly Viewer[], incidentId: string, numbers: readonly number[]): Promise<Set<number>> {
    const found = await this.reads.forMany(viewers, journalLine, sql`SELECT ${viewerKey} AS reader`, {
      incident: sql`${incidentId}::uuid`,
      where: sql`journal_line.number = ANY (${numbers}::int[]) AND journal_entry.id IS NOT NULL`,
      limit: 1,
    });
    return new Set(found.flatMap(({ cells, row }) => (row ? [cells['reader'] as number] : [])));
  }

  private async ask(questions: readonly FeedQuestion[]): Promise<FeedFound[]> {
    const asOf = this.clock.now();
    const viewers = questions.map(({ viewer }) => viewer);
    const found = await this.reads.forMany(viewers, journalLine, followedNow(questions), {
      incident: sql`parent."incidentId"`,
      where: sql`journal_line.number > parent.start AND parent.intact`,
      order: sql`journal_line.number`,
      limit: sql`parent.lines`,
      beside: sql`, CASE WHEN journal_entry.id IS NULL THEN ${isForPersons('journal_line.entry_id')} END AS personal`,
    });
    const first = found[0]?.cells['followed'] as FollowedCells | undefined;
    const moment: Moment = { registryHead: first?.registryHead ?? 0, shown: new Map() };
    const answers = questions.map(() => new Map<string, Followed>());
    for (const { cells, row } of found) {
      const one = followedIn(answers, cells['followed'] as FollowedCells);
      if (row) one.lines.push(row);
      if (row && cells['personal'] === true) one.personal.push(row.number);
    }
    return answers.map((followed) => ({ followed: [...followed.values()], asOf, moment }));
  }
}

interface FollowedCells {
  readonly question: number;
  readonly incidentId: string;
  readonly number: number;
  readonly hash: string;
  readonly start: number;
  readonly intact: boolean;
  readonly registryHead: number;
}

function followedIn(answers: readonly Map<string, Followed>[], cells: FollowedCells): Followed {
  const { question, incidentId, number, hash, start, intact } = cells;
  const answer = answers[question] as Map<string, Followed>;
  const head = { number, chainHash: hash };
  const one = answer.get(incidentId) ?? { incidentId, head, start, intact, lines: [], personal: [] };
  answer.set(incidentId, one);
  return one;
}

const registryHead = sql`(SELECT number FROM journal_head WHERE stream_id = ${registryStream})`;

/** Each question has the viewer that has its place in the list. */
function followedNow(questions: readonly FeedQuestion[]): Sql {
  const asked = questions.map(({ incidents, fromHead, lines }, question) => ({
    ...{ question, incidents, lines },
    from_head: fromHead,
  }));
  const held = questions.flatMap((one, question) => placesOf(question, one.held));
  const parted = questions.flatMap((one, question) => placesOf(question, one.parted));
  return sql`
    SELECT *, json_build_object('question', question, 'incidentId', "incidentId", 'number', number, 'hash', hash,
      'start', start, 'intact', intact, 'registryHead', ${registryHead}) AS followed
    FROM (
      SELECT asked.question, asked.lines, party.incident_id AS "incidentId",
        head.number, encode(head.chain_hash, 'hex') AS hash,
        COALESCE(held.number, GREATEST(CASE WHEN asked.from_head THEN head.number ELSE joined.number - 1 END,
          parting.number)) AS start,
        CASE WHEN held.number IS NULL THEN true
          WHEN held.number = 0 THEN held.chain_hash = ${genesisHash.toString('hex')}
          ELSE COALESCE(encode(known.chain_hash, 'hex') = held.chain_hash, false) END AS intact
      -- OFFSET: the parties are looked up for the question of each viewer, and not for all of them.
      FROM (SELECT * FROM json_to_recordset(${JSON.stringify(asked)}::json)
          AS asked (question int, incidents uuid[], lines int, from_head boolean)
          WHERE asked.question = ${viewerKey} OFFSET 0) AS asked
        CROSS JOIN LATERAL (
          SELECT own.incident_id, own.entry_id FROM involvement AS own
          WHERE asked.incidents IS NULL AND ${followsBySql('own')}
          UNION ALL
          SELECT own.incident_id, own.entry_id
          FROM unnest(asked.incidents) AS one (incident_id) JOIN involvement AS own USING (incident_id)
          WHERE ${followsBySql('own')}) AS party
        JOIN journal_head AS head ON head.stream_id = party.incident_id
        LEFT JOIN json_to_recordset(${JSON.stringify(held)}::json)
            AS held (question int, incident_id uuid, number integer, chain_hash text)
          ON held.question = asked.question AND held.incident_id = party.incident_id
        LEFT JOIN json_to_recordset(${JSON.stringify(parted)}::json)
            AS parted (question int, incident_id uuid, number integer, chain_hash text)
          ON parted.question = asked.question AND parted.incident_id = party.incident_id
        -- Not that of another journal, if an older record has taken the place of the one that was delivered.
        LEFT JOIN journal_line AS parting ON parting.stream_id = party.incident_id AND parting.number = parted.number
          AND parting.chain_hash = decode(parted.chain_hash, 'hex')
        LEFT JOIN journal_line AS known ON known.stream_id = party.incident_id AND known.number = held.number
        LEFT JOIN journal_line AS joined ON joined.entry_id = party.entry_id) AS now_followed`;
}

function placesOf(question: number, positions: ReadonlyMap<string, Position>): object[] {
  return [...positions].map(([incident_id, { number, chainHash }]) => ({
    ...{ question, incident_id, number },
    chain_hash: chainHash,
  }));
}
