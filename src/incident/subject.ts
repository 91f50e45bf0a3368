import type { Marking } from '../access/marking';
import type { Thing } from '../access/reads';
import { registryStream } from '../access/visibility';
import { markingOfEntry, type OpenLineRow, readableEntry } from '../journal/journal.reads';
import type { Work } from '../journal/work';
import { badInput, notFound } from '../kernel/errors';
import type { NodeRef } from '../kernel/ids';
import { raw, sql } from '../kernel/sql';
import type { IncidentRow } from './incident.entity';

export interface SubjectRow {
  readonly id: string;
  readonly version: number;
  readonly incidentId: string;
  /** Absent: the incident's. */
  readonly marking?: Marking;
}

/** What lies within an incident and can be written about, by type: filled by `app.ts` with what the later features bring. */
export type Subjects = Readonly<Record<string, Thing<SubjectRow>>>;

type Of = Pick<IncidentRow, 'id' | 'marking'>;

/** An entry of an incident's journal that the actor may read. */
export async function entryOf(work: Work, id: string, inputPath: string): Promise<OpenLineRow> {
  const row = await readableEntry(work, id);
  if (!row || row.streamId === registryStream) throw notFound('journal entry', inputPath);
  return row;
}

/** The marking of what is about to be written about. */
export async function markingOfSubject(work: Work, subject: NodeRef, of: Of, subjects: Subjects): Promise<Marking> {
  if (subject.type === 'Incident') {
    if (subject.key === of.id) return of.marking;
    throw badInput('An entry is about its own incident, or something within it.', 'input.subject');
  }
  const thing = subjects[subject.type];
  if (!thing) throw badInput(`An entry cannot be about a ${subject.type}.`, 'input.subject');
  const row = await work.visible(thing, subject.key, 'input.subject');
  if (row.incidentId !== of.id)
    throw badInput('An entry is about its own incident, or something within it.', 'input.subject');
  return row.marking ?? of.marking;
}

/** The markings of what an entry is about, answers to and corrects; null in the place of one that the actor does not see. */
export async function markingsAround(
  work: Work,
  { entry }: OpenLineRow,
  of: Of,
  subjects: Subjects,
): Promise<(Marking | null)[]> {
  const entries = [entry.repliesTo, entry.corrects, ...(entry.subjectType === 'JournalEntry' ? [entry.subjectId] : [])];
  const around: (Marking | null)[] = [of.marking];
  for (const id of entries) {
    if (id === null) continue;
    const row = await readableEntry(work, id);
    around.push(row ? markingOfEntry(row) : null);
  }
  const thing = subjects[entry.subjectType ?? ''];
  if (thing) {
    const [row] = await work.visibleRows(thing, sql`${raw(thing.table)}.id = ${entry.subjectId}`);
    around.push(row ? (row.marking ?? of.marking) : null);
  }
  return around;
}
