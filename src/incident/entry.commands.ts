import { isWithin, type Marking } from '../access/marking';
import { permit } from '../access/permissions';
import type { Thing } from '../access/reads';
import { registryStream } from '../access/visibility';
import { detailsOf, type EntryInput } from '../journal/journal.inputs';
import { journalLine, type OpenLineRow } from '../journal/journal.reads';
import type { Work } from '../journal/work';
import { badInput, notFound } from '../kernel/errors';
import type { NodeRef } from '../kernel/ids';
import { sql } from '../kernel/sql';
import type { CorrectEntryInput, WriteEntryInput } from './entry.inputs';
import { incident } from './incident.reads';

/** What can be the subject of a written entry, by type: filled by `app.ts` with what the later features bring. */
export type Subjects = Readonly<Record<string, Thing<{ id: string; incidentId: string; marking?: Marking }>>>;

export async function writeEntry(work: Work, input: WriteEntryInput, subjects: Subjects): Promise<string> {
  const of = await work.visible(incident, input.incidentId, 'input.incidentId');
  permit(await work.standing(of.id), 'ENTRY_WRITE');
  requireText(input.entry);
  const subject = input.subject ?? { type: 'Incident', key: of.id };
  const answered = input.repliesTo ? await entryOf(work, input.repliesTo, 'input.repliesTo') : undefined;
  if (answered && answered.streamId !== of.id)
    throw badInput('An entry answers to an entry of the same journal.', 'input.repliesTo');
  const within = await markingOf(work, subject, { id: of.id, marking: of.marking }, subjects);
  const outer = answered ? narrower(answered.entry.marking, within) : within;
  const marking = await work.marking(input.entry.marking, outer, of.id, 'input.entry.marking');
  return work.record({
    kind: 'NOTE',
    stream: of.id,
    subject,
    marking,
    details: detailsOf(input.entry),
    ...(answered && { repliesTo: answered.entryId }),
  });
}

/** An answer holds the id of its question, so it is never wider than that, nor than what it is about. */
function narrower(question: Marking, subject: Marking): Marking {
  if (isWithin(question, subject)) return question;
  if (isWithin(subject, question)) return subject;
  throw badInput('The question and the subject have different readers: answer without a subject.', 'input.subject');
}

export async function correctEntry(work: Work, input: CorrectEntryInput): Promise<string> {
  const wrong = await entryOf(work, input.entryId, 'input.entryId');
  permit(await work.standing(wrong.streamId), 'ENTRY_WRITE');
  requireText(input.entry);
  const { subjectType, subjectId } = wrong.entry;
  const details = detailsOf(input.entry);
  return work.record({
    kind: 'CORRECTION',
    stream: wrong.streamId,
    marking: await work.marking(input.entry.marking, wrong.entry.marking, wrong.streamId, 'input.entry.marking'),
    details: { ...details, category: details.category ?? wrong.entry.category },
    corrects: wrong.entryId,
    ...(subjectType && subjectId && { subject: { type: subjectType, key: subjectId } }),
  });
}

function requireText({ text }: EntryInput): void {
  if (text == null) throw badInput('An entry that somebody writes has a text.', 'input.entry.text');
}

async function entryOf(work: Work, id: string, inputPath: string): Promise<OpenLineRow> {
  const [row] = await work.visibleRows(
    journalLine,
    sql`journal_entry.id IS NOT NULL AND journal_line.entry_id = ${id}`,
  );
  if (!row || row.streamId === registryStream) throw notFound('journal entry', inputPath);
  return row as OpenLineRow;
}

async function markingOf(
  work: Work,
  subject: NodeRef,
  of: { readonly id: string; readonly marking: Marking },
  subjects: Subjects,
): Promise<Marking> {
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
