import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Marking } from '../access/marking';
import { ReportedTime } from '../kernel/reported-time';
import type { Change, Channel, Confidence, Direction, EntryCategory, EntryKind } from './journal';

/** The one narrow row that every append to a journal updates. */
@Entity('journal_head')
export class JournalHeadRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'journal_head_pk' })
  streamId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'bytea' })
  chainHash!: Buffer;

  /** The chain hash before the latest append: the append statement hands it from its update to its insert. */
  @Column({ type: 'bytea' })
  previousHash!: Buffer;

  /** The transaction of the latest append, so that a sweep finds what it has not seen. */
  @Column({ type: 'bigint' })
  appendedBy!: string;
}

/** What anyone who follows may see of a line, and verify. */
@Entity('journal_line')
export class JournalLineRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'journal_line_pk' })
  streamId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'journal_line_pk' })
  number!: number;

  @Index('journal_line_entry', { unique: true })
  @Column({ type: 'uuid' })
  entryId!: string;

  @Column({ type: 'bytea' })
  contentHash!: Buffer;

  @Column({ type: 'bytea' })
  chainHash!: Buffer;
}

/** What a line says; kept apart from its hashes, so that an erasure would leave the chain whole. */
@Entity('journal_entry')
@Index('journal_entry_subject', ['subjectId'])
@Index('journal_entry_corrects', ['corrects'], { where: 'corrects IS NOT NULL' })
@Index('journal_entry_replies_to', ['repliesTo'], { where: 'replies_to IS NOT NULL' })
@Index('journal_entry_situation', ['streamId'], { where: "category = 'SITUATION'" })
@Index('journal_entry_occurred', ['streamId', 'occurred.latest', 'id'])
export class JournalEntryRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'journal_entry_pk' })
  id!: string;

  @Column({ type: 'uuid' })
  streamId!: string;

  @Column({ type: 'text' })
  kind!: EntryKind;

  @Column({ type: 'text' })
  category!: EntryCategory;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column(() => ReportedTime, { prefix: 'occurred' })
  occurred!: ReportedTime | null;

  @Column({ type: 'timestamp with time zone', precision: 3 })
  recordedAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  authorPersonId!: string | null;

  @Column({ type: 'text', nullable: true })
  authorPersonName!: string | null;

  @Column({ type: 'uuid', nullable: true })
  authorStakeholderId!: string | null;

  @Column({ type: 'text' })
  authorStakeholderName!: string;

  @Column({ type: 'text', nullable: true })
  direction!: Direction | null;

  @Column({ type: 'text', nullable: true })
  sender!: string | null;

  @Column({ type: 'text', nullable: true })
  recipient!: string | null;

  @Column({ type: 'text', nullable: true })
  channel!: Channel | null;

  @Column({ type: 'text', nullable: true })
  confidence!: Confidence | null;

  @Column({ type: 'text', nullable: true })
  provenanceLabel!: string | null;

  @Column({ type: 'text', nullable: true })
  provenanceUrl!: string | null;

  @Column(() => ReportedTime, { prefix: 'provenance_published' })
  provenancePublished!: ReportedTime | null;

  @Column({ type: 'text', nullable: true })
  subjectType!: string | null;

  @Column({ type: 'uuid', nullable: true })
  subjectId!: string | null;

  @Column({ type: 'json' })
  changes!: readonly Change[];

  @Column({ type: 'uuid', nullable: true })
  repliesTo!: string | null;

  @Column({ type: 'uuid', nullable: true })
  corrects!: string | null;

  /** The first marking: it is part of the content that is hashed. The current one is the last `JournalMarkingRow`, if any. */
  @Column(() => Marking, { prefix: 'marking' })
  marking!: Marking;

  /** 32 random bytes, so that a sealed entry cannot be guessed from its hash. */
  @Column({ type: 'bytea' })
  salt!: Buffer;
}

/** A later marking of an entry, which itself never changes. */
@Entity('journal_marking')
@Index('journal_marking_latest', ['entryId', 'marking.version'], { unique: true })
export class JournalMarkingRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'journal_marking_pk' })
  entryId!: string;

  /** The entry that tells of it. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'journal_marking_pk' })
  toldBy!: string;

  @Column(() => Marking, { prefix: 'marking' })
  marking!: Marking;
}
