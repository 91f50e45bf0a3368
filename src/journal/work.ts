import { randomBytes } from 'node:crypto';
import type { ObjectLiteral } from 'typeorm';
import { type Actor, standingBy, standingOf } from '../access/actor';
import { byId } from '../access/lookups';
import { chosenMarking, type Marking, type MarkingChoice, type Originator } from '../access/marking';
import type { Right, Standing } from '../access/permissions';
import { inheritedMarking, isWithin } from '../access/readership';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { AppError, badInput, notFound } from '../kernel/errors';
import { type NodeRef, newId } from '../kernel/ids';
import type { ReportedTime } from '../kernel/reported-time';
import { raw, sql } from '../kernel/sql';
import { genesisHash } from './chain';
import {
  type Change,
  type Channel,
  type Confidence,
  categoryOf,
  type Direction,
  type EntryCategory,
  type EntryKind,
} from './journal';
import { type JournalEntryRow, JournalHeadRow, JournalMarkingRow } from './journal.entity';
import { type InvolvedParties, partiesOf } from './parties';
import { type NarrowedEntry, type Narrowing, narrowedEntries } from './remark';
import type { Transaction } from './transaction';

/** What an author adds to the entry that a command records. */
export interface EntryDetails {
  readonly text?: string | null;
  readonly category?: EntryCategory | null;
  readonly occurred?: ReportedTime | null;
  readonly direction?: Direction | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly channel?: Channel | null;
  readonly confidence?: Confidence | null;
  readonly provenance?: {
    readonly label: string;
    readonly url: string | null;
    readonly published: ReportedTime | null;
  } | null;
}

export interface NewEntry {
  readonly kind: EntryKind;
  readonly stream: string;
  readonly subject?: NodeRef;
  readonly marking: Marking;
  readonly changes?: readonly Change[];
  readonly details?: EntryDetails | undefined;
  readonly repliesTo?: string;
  readonly corrects?: string;
}

/** They differ where a record plays in the past. */
interface Hours {
  readonly now: Date;
  readonly realNow: Date;
}

/** A membership of a person, of which its command may show nothing. */
interface Anywhere {
  readonly stakeholderId: string;
  readonly rights: readonly Right[];
  readonly endedAt: Date | null;
}

interface Versioned extends ObjectLiteral {
  readonly id: string;
  readonly version: number;
}

/** One command at work, inside its transaction: load, permit, decide, change, record. */
export class Work {
  private readonly recorded: JournalEntryRow[] = [];

  constructor(
    readonly actor: Actor,
    private readonly hours: Hours,
    private readonly transaction: Transaction,
    /** Inside the transaction, and before it begins. */
    private readonly reads: VisibleReads,
    private readonly shared: VisibleReads,
  ) {}

  /** The hour of the record: the database's, at the start of the transaction. */
  get now(): Date {
    return this.hours.now;
  }

  /** The hour itself, which tokens expire by. */
  get realNow(): Date {
    return this.hours.realNow;
  }

  /** What the actor may see, without a lock; NOT_FOUND otherwise. */
  async visible<Row extends ObjectLiteral>(thing: Thing<Row>, id: string, inputPath: string): Promise<Visible<Row>> {
    const { viewer } = this.actor;
    const row = this.transaction.hasBegun
      ? await this.reads.one(viewer, thing, sql`${raw(thing.table)}.id = ${id}`)
      : (await this.shared.together(viewer, byId(thing), [id]))[0];
    if (!row) throw notFound(thing.table.replaceAll('_', ' '), inputPath);
    return row;
  }

  /** All that the actor may see of what is asked for. */
  visibleRows<Row extends ObjectLiteral>(thing: Thing<Row>, where: ReturnType<typeof sql>): Promise<Visible<Row>[]> {
    return this.reads.rows(this.actor.viewer, thing, { where });
  }

  async standing(incidentId?: string): Promise<Standing> {
    const { known } = this.actor;
    // What was known at the start is old news for who waited for a lock since.
    if (known && known.incidentId === incidentId && !this.transaction.hasBegun)
      return standingBy(this.actor, known.access);
    return standingOf(this.transaction.run, this.actor, incidentId);
  }

  /** Makes concurrent commands on one incident take turns, for the few rules that span several rows. */
  async takeTurns(incidentId: string): Promise<void> {
    await this.transaction.change(sql`SELECT FROM incident WHERE id = ${incidentId} FOR NO KEY UPDATE`);
  }

  /** Makes commands take turns that end somebody's administering of the platform; answers with who still does. */
  async platformAdministrators(): Promise<string[]> {
    const rows = await this.transaction.change(sql`
      SELECT id FROM membership WHERE 'PLATFORM_ADMIN' = ANY (rights) AND ended_at IS NULL ORDER BY id FOR UPDATE`);
    return rows.map(({ id }) => id as string);
  }

  /** Makes commands take turns that hang on for whom a person acts; answers with where it does or did, seen by who acts or not. */
  async membershipsAnywhere(personId: string): Promise<Anywhere[]> {
    await this.transaction.change(sql`SELECT FROM person WHERE id = ${personId} FOR NO KEY UPDATE`);
    const rows = await this.transaction.run(sql`
      SELECT stakeholder_id AS "stakeholderId", rights, ended_at AS "endedAt" FROM membership WHERE person_id = ${personId}`);
    return rows as unknown as Anywhere[];
  }

  /** Waits for a command that is changing the incident itself, and lets none in until this one has ended. */
  async holdStill(incidentId: string): Promise<void> {
    await this.transaction.change(sql`SELECT FROM incident WHERE id = ${incidentId} FOR SHARE`);
  }

  async add<Row extends ObjectLiteral>(entity: new () => Row, row: Row): Promise<Row> {
    await this.transaction.insert(entity, row);
    return row;
  }

  /** Changes the row if it is still at the expected version, and CONFLICT otherwise. */
  async change<Row extends Versioned>(
    entity: new () => Row,
    row: Row,
    patch: Partial<Omit<Row, 'id' | 'version'>>,
    expectedVersion: number = row.version,
  ): Promise<void> {
    requireVersion(row, expectedVersion);
    const isChanged = await this.transaction.update(entity, row, { ...patch, version: row.version + 1 });
    if (!isChanged) throw conflict(expectedVersion, row.version + 1);
  }

  /** Who marks what this command makes. */
  get originator(): Originator {
    const { stakeholderId, personId } = this.actor;
    if (stakeholderId === null) throw new Error('The platform marks nothing.');
    return { stakeholderId, personId };
  }

  /** The marking that was chosen, or else the one of what the thing lies within; never wider than that. */
  async marking(
    choice: MarkingChoice | null | undefined,
    within: Marking,
    incidentId: string,
    inputPath: string,
  ): Promise<Marking> {
    const marking = choice
      ? await this.chosen(choice, within, incidentId, inputPath)
      : inheritedMarking(within, this.originator);
    if (marking.audience !== 'ENROLLED' || (await this.isOpenToEnrolled(incidentId))) return marking;
    if (choice) throw reachesFurther(inputPath);
    return { ...marking, audience: 'INVOLVED' };
  }

  private async chosen(
    choice: MarkingChoice,
    within: Marking,
    incidentId: string,
    inputPath: string,
  ): Promise<Marking> {
    const marking = chosenMarking(choice, this.originator, inputPath);
    const parties = await this.parties(incidentId);
    if (!isWithin(marking, within, parties)) throw reachesFurther(inputPath);
    parties.requireInvolved(marking, inputPath);
    return marking;
  }

  /** What the incident says now, and goes on saying until this command has ended. */
  private async isOpenToEnrolled(incidentId: string): Promise<boolean> {
    await this.holdStill(incidentId);
    const [row] = await this.transaction.run(
      sql`SELECT marking_audience AS audience FROM incident WHERE id = ${incidentId}`,
    );
    return row?.['audience'] === 'ENROLLED';
  }

  /** Who the parties of an incident are, for comparing readers. */
  parties(incidentId: string): Promise<InvolvedParties> {
    return partiesOf(this.transaction.run, incidentId);
  }

  /** Narrows what was written about a thing to the readers that it shares with the thing. */
  async narrowEntries(narrowing: Narrowing): Promise<readonly NarrowedEntry[]> {
    const entries = await narrowedEntries(this.transaction.run, narrowing);
    const rows = entries.map(({ entryId, toldBy, marking }) => ({ entryId, toldBy, marking }));
    if (rows.length > 0) await this.transaction.insert(JournalMarkingRow, rows);
    return entries;
  }

  /** Starts a journal; its incident is part of the same transaction. */
  async openStream(streamId: string): Promise<void> {
    await this.add(JournalHeadRow, {
      streamId,
      number: 0,
      chainHash: genesisHash,
      previousHash: genesisHash,
      appendedBy: '0',
    });
  }

  /** Records an entry and answers with its id; it gets its number when the command is done. */
  record({ kind, stream, subject, marking, changes = [], details = {}, repliesTo, corrects }: NewEntry): string {
    const { personId, personName, stakeholderId, stakeholderName } = this.actor;
    const entry: JournalEntryRow = {
      id: newId(),
      streamId: stream,
      kind,
      category: details.category ?? categoryOf(kind),
      text: details.text ?? null,
      occurred: details.occurred ?? null,
      recordedAt: this.now,
      authorPersonId: personId,
      authorPersonName: personName,
      authorStakeholderId: stakeholderId,
      authorStakeholderName: stakeholderName,
      direction: details.direction ?? null,
      sender: details.from ?? null,
      recipient: details.to ?? null,
      channel: details.channel ?? null,
      confidence: details.confidence ?? null,
      provenanceLabel: details.provenance?.label ?? null,
      provenanceUrl: details.provenance?.url ?? null,
      provenancePublished: details.provenance?.published ?? null,
      subjectType: subject?.type ?? null,
      subjectId: subject?.key ?? null,
      changes,
      repliesTo: repliesTo ?? null,
      corrects: corrects ?? null,
      marking,
      salt: randomBytes(32),
    };
    this.recorded.push(entry);
    return entry.id;
  }

  get entryIds(): string[] {
    return this.recorded.map((entry) => entry.id);
  }

  /** Appends all that was recorded, the last statement of the transaction, and answers with the streams that grew; a command that recorded nothing has changed nothing, and is rolled back. */
  async finish(): Promise<string[]> {
    if (this.recorded.length === 0) throw new Error('A command recorded nothing: no change without an entry.');
    await this.transaction.append(this.recorded);
    return [...new Set(this.recorded.map((entry) => entry.streamId))];
  }
}

export function reachesFurther(inputPath: string): AppError {
  return badInput('This marking reaches further than that of what it belongs to.', `${inputPath}.audience`);
}

/** Who acts on what it did not read is told so before anything else that may be wrong with it. */
export function requireVersion({ version }: { readonly version: number }, expectedVersion: number): void {
  if (expectedVersion !== version) throw conflict(expectedVersion, version);
}

function conflict(expectedVersion: number, currentVersion: number): AppError {
  return new AppError(
    'CONFLICT',
    `Version ${expectedVersion} was expected, and the current one is ${currentVersion}: read again.`,
    { expectedVersion, currentVersion },
  );
}
