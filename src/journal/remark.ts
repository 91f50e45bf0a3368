import type { Marking } from '../access/marking';
import { isWithin, narrowedTo, type Parties } from '../access/readership';
import { currentEntry, lastMarking } from '../access/visibility';
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

/** An entry that is narrowed, and the marking that it had. */
export interface NarrowedEntry extends JournalMarkingRow {
  readonly former: Marking;
}

/**
 * What was written about a thing that is narrowed, with the marking that it takes: each entry keeps the readers that it
 * shares with the thing, whether or not the one who narrows sees it. Answers and corrections go with their entry.
 */
export async function narrowedEntries(
  run: Run,
  { streamId, thing, to, parties, toldBy }: Narrowing,
): Promise<NarrowedEntry[]> {
  const entries = await run(sql`
    WITH RECURSIVE written AS (
      SELECT ${thing}::uuid AS id
      UNION
      SELECT further.id FROM written JOIN journal_entry AS further
        ON further.subject_id = written.id OR further.replies_to = written.id OR further.corrects = written.id)
    SELECT journal_entry.id AS "entryId", ${join(parts.map((part) => sql`${lastMarking(part)} AS ${raw(part)}`))}
    FROM ${currentEntry}
    WHERE journal_entry.id IN (SELECT id FROM written) AND journal_entry.id <> ${thing}
      AND journal_entry.stream_id = ${streamId} AND journal_entry.kind <> 'WITHDRAWN'`);
  return (entries as unknown as (Marking & { readonly entryId: string })[])
    .map(({ entryId, ...former }) => ({ entryId, toldBy, former, marking: narrowedTo(to, former, parties) }))
    .filter(({ former }) => !isWithin(former, to, parties));
}

const part: Record<keyof Marking, true> = {
  tlp: true,
  audience: true,
  pap: true,
  stakeholders: true,
  persons: true,
  originator: true,
  author: true,
  delegate: true,
  version: true,
};
const parts = Object.keys(part) as (keyof Marking)[];
