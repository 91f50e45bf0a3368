import type { DataSource } from 'typeorm';
import { registryStream } from '../access/visibility';
import { type RowShape, type Run, raw, rowShape, runOn, sql } from '../kernel/sql';
import { JournalEntryRow, JournalLineRow } from './journal.entity';

const linesAtOnce = 500;
const strayEntriesAtOnce = 1000;

/** A journal as its head row, its lines and its incident tell of it: they may disagree. */
export interface StoredJournal {
  readonly streamId: string;
  /** Of its incident; null for the registry, and where there is no such incident. */
  readonly reference: string | null;
  /** Null where there is no head row. */
  readonly number: number | null;
  readonly chainHash: string | null;
  readonly lastLine: number;
}

export interface StoredLine {
  readonly line: JournalLineRow;
  readonly entry: JournalEntryRow | null;
}

/**
 * Every line of every journal, whoever may read it: for the operator who verifies the database, and for nobody else. What
 * is read here is compared, never shown. Small statements instead of one long transaction, so that a running server is
 * not held up; each sees heads and lines as one commit left them.
 */
export class StoredJournals {
  private readonly run: Run;
  private readonly line: RowShape;
  private readonly entry: RowShape;

  constructor(dataSource: DataSource) {
    this.run = runOn(dataSource);
    this.line = rowShape(dataSource, JournalLineRow);
    this.entry = rowShape(dataSource, JournalEntryRow);
  }

  /** The registry, and every incident; and whatever has a head or a line without being either. */
  async all(): Promise<StoredJournal[]> {
    const found = await this.run(sql`
      SELECT stream.id AS "streamId", incident.reference, head.number, encode(head.chain_hash, 'hex') AS "chainHash",
        COALESCE(line.last, 0) AS "lastLine"
      FROM (SELECT ${registryStream}::uuid AS id UNION SELECT id FROM incident UNION SELECT stream_id FROM journal_head
          UNION SELECT stream_id FROM journal_line) AS stream
        LEFT JOIN incident ON incident.id = stream.id
        LEFT JOIN journal_head AS head ON head.stream_id = stream.id
        LEFT JOIN (SELECT stream_id, max(number) AS last FROM journal_line GROUP BY stream_id) AS line ON line.stream_id = stream.id
      ORDER BY stream.id`);
    return found as unknown as StoredJournal[];
  }

  /** The lines up to a number, in their order. */
  async *lines(streamId: string, upTo: number): AsyncGenerator<StoredLine> {
    let beyond = sql`true`;
    for (;;) {
      const found = await this.run(sql`
        SELECT ${this.line.columns('journal_line')}, ${this.entry.columns('journal_entry', 'entry:')}
        FROM journal_line LEFT JOIN journal_entry ON journal_entry.id = journal_line.entry_id
        WHERE journal_line.stream_id = ${streamId} AND journal_line.number <= ${upTo} AND ${beyond}
        ORDER BY journal_line.number LIMIT ${linesAtOnce}`);
      for (const cells of found) {
        const line = this.line.read(cells) as unknown as JournalLineRow;
        yield { line, entry: this.entry.read(cells, 'entry:') as unknown as JournalEntryRow | null };
        beyond = sql`journal_line.number > ${line.number}`;
      }
      if (found.length < linesAtOnce) return;
    }
  }

  /** Entries that no line leads to; the first thousand. */
  async strayEntries(): Promise<{ readonly id: string; readonly streamId: string }[]> {
    const found = await this.run(sql`
      SELECT id, stream_id AS "streamId" FROM journal_entry
      WHERE NOT EXISTS (SELECT FROM journal_line WHERE journal_line.entry_id = journal_entry.id)
      ORDER BY id LIMIT ${strayEntriesAtOnce}`);
    return found as { id: string; streamId: string }[];
  }

  /** Later markings of entries that no entry of the same journal tells of, or that one tells otherwise; the first thousand. */
  async untoldMarkings(): Promise<{ readonly id: string; readonly version: number; readonly streamId: string }[]> {
    const parts = ['tlp', 'audience', 'pap', 'stakeholders', 'persons'].map((part) => `marking_${part}`);
    const asTold = raw(
      `(${parts.map((part) => `told.${part}`)}) IS NOT DISTINCT FROM (${parts.map((part) => `later.${part}`)})`,
    );
    const found = await this.run(sql`
      SELECT later.entry_id AS id, later.marking_version AS version, COALESCE(entry.stream_id, later.entry_id) AS "streamId"
      FROM journal_marking AS later LEFT JOIN journal_entry AS entry ON entry.id = later.entry_id
      WHERE NOT EXISTS (SELECT FROM journal_entry AS told WHERE told.id = later.told_by AND told.kind = 'MARKING_CHANGED'
        AND told.stream_id = entry.stream_id AND (told.subject_id <> entry.id OR ${asTold}))
      ORDER BY later.entry_id, later.marking_version LIMIT ${strayEntriesAtOnce}`);
    return found as { id: string; version: number; streamId: string }[];
  }
}
