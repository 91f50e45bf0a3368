import type { Marking } from '../access/marking';
import { isWithin, narrowedTo, type Parties } from '../access/readership';
import { currentEntry } from '../access/visibility';
import { join, type Run, raw, sql } from '../kernel/sql';
import type { JournalMarkingRow } from './journal.entity';

export interface Narrowing {
  readonly streamId: string;
  /** The key of the thing: ids are unique over all types. */
  readonly thing: string;
  readonly to: Marking;
  readonly parties: Parties;
  /** The entry that tells of it. */
  readonly toldBy: string;
}

/**
 * The markings that what was written about a thing takes when the thing is narrowed: each entry keeps the readers that it
 * shares with the thing, whether or not the one who narrows sees it. Answers and corrections go with their entry.
 */
export async function narrowedEntries(
  run: Run,
  { streamId, thing, to, parties, toldBy }: Narrowing,
): Promise<JournalMarkingRow[]> {
  const entries = await run(sql`
    WITH RECURSIVE written AS (
      SELECT ${thing}::uuid AS id
      UNION
      SELECT further.id FROM written JOIN journal_entry AS further
        ON further.subject_id = written.id OR further.replies_to = written.id OR further.corrects = written.id)
    SELECT journal_entry.id AS "entryId", ${lastMarking} FROM ${currentEntry}
    WHERE journal_entry.id IN (SELECT id FROM written) AND journal_entry.id <> ${thing}
      AND journal_entry.stream_id = ${streamId} AND journal_entry.kind <> 'WITHDRAWN'`);
  return (entries as unknown as (Marking & { readonly entryId: string })[])
    .filter((marking) => !isWithin(marking, to, parties))
    .map(({ entryId, ...marking }) => ({ entryId, toldBy, marking: narrowedTo(to, marking, parties) }));
}

const parts: readonly (keyof Marking)[] = [
  'tlp',
  'audience',
  'pap',
  'stakeholders',
  'persons',
  'originator',
  'author',
  'delegate',
  'version',
];
const lastMarking = join(
  parts.map((part) =>
    raw(
      `CASE WHEN remarked.entry_id IS NULL THEN journal_entry.marking_${part} ELSE remarked.marking_${part} END AS ${part}`,
    ),
  ),
);
