import type { Visible, VisibleReads } from '../access/reads';
import type { Viewer } from '../access/viewer';
import { Refusal } from '../kernel/errors';
import { type Sql, sql } from '../kernel/sql';
import { canonicalContent, genesisHash } from './chain';
import type { ExportHeader, ExportLine } from './export-format';
import type { JournalMarkingRow } from './journal.entity';
import { journalLine, type LineRow } from './journal.reads';
import { presentLine } from './journal.type';

const linesAtOnce = 500;

export interface Exported {
  readonly viewer: Viewer;
  readonly streamId: string;
  /** The rest of the header is what is found. */
  readonly header: Omit<ExportHeader, 'format' | 'version' | 'stream' | 'head'>;
}

/**
 * What one viewer may see of one journal, as lines of JSON: the same filtered read as everywhere, from the first line to
 * the head of the moment at which it began. Fails, rather than end early, if the viewer's rights end meanwhile.
 */
export async function* exportJournal(
  reads: VisibleReads,
  { viewer, streamId, header }: Exported,
): AsyncGenerator<string> {
  const lines = (where: Sql, order: Sql, limit: number): Promise<Visible<LineRow>[]> =>
    reads.rows(viewer, journalLine, { where: sql`journal_line.stream_id = ${streamId} AND ${where}`, order, limit });

  const [last] = await lines(sql`true`, sql`journal_line.number DESC`, 1);
  const head = last
    ? { number: last.number, chainHash: last.chainHash.toString('hex') }
    : { number: 0, chainHash: genesisHash.toString('hex') };
  yield ndjson({ format: 'cellule-journal', version: 1, stream: streamId, ...header, head } satisfies ExportHeader);

  let reached = 0;
  while (reached < head.number) {
    const rest = sql`journal_line.number > ${reached} AND journal_line.number <= ${head.number}`;
    const part = await lines(rest, sql`journal_line.number`, linesAtOnce);
    const [first] = part;
    if (!first || (header.complete && first.number !== reached + 1)) {
      throw new Refusal('The rights of the viewer changed while the journal was exported.');
    }
    for (const row of part) yield ndjson(exported(row));
    reached = part.at(-1)?.number ?? reached;
  }
}

function exported(row: Visible<LineRow>): ExportLine {
  const { number, contentHash, chainHash } = presentLine(row);
  const content = row.entry && { content: JSON.parse(canonicalContent(row.entry)) };
  return { number, contentHash, chainHash, ...content, ...(row.remarked && markedNow(row.remarked)) };
}

function ndjson(line: object): string {
  return `${JSON.stringify(line)}\n`;
}

function markedNow({ marking: { tlp, audience } }: JournalMarkingRow): Pick<ExportLine, 'marking'> {
  return { marking: { tlp, audience } };
}
