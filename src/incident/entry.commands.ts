import type { Marking } from '../access/marking';
import { permit } from '../access/permissions';
import { isWithin, type Parties } from '../access/readership';
import { detailsOf, type EntryInput } from '../journal/journal.inputs';
import { markingOfEntry } from '../journal/journal.reads';
import type { Work } from '../journal/work';
import { badInput } from '../kernel/errors';
import type { CorrectEntryInput, WriteEntryInput } from './entry.inputs';
import { incident } from './incident.reads';
import { entryOf, markingOfSubject, type Subjects } from './subject';

export async function writeEntry(work: Work, input: WriteEntryInput, subjects: Subjects): Promise<string> {
  const of = await work.visible(incident, input.incidentId, 'input.incidentId');
  permit(await work.standing(of.id), 'ENTRY_WRITE');
  requireText(input.entry);
  const subject = input.subject ?? { type: 'Incident', key: of.id };
  // What the entry takes its marking from keeps it until the entry is there.
  if (subject.key !== of.id || input.repliesTo) await work.holdStill(of.id);
  const answered = input.repliesTo ? await entryOf(work, input.repliesTo, 'input.repliesTo') : undefined;
  if (answered && answered.streamId !== of.id)
    throw badInput('An entry answers to an entry of the same journal.', 'input.repliesTo');
  const within = await markingOfSubject(work, subject, of, subjects);
  const outer = answered ? narrower(markingOfEntry(answered), within, await work.parties(of.id)) : within;
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
function narrower(question: Marking, subject: Marking, parties: Parties): Marking {
  if (isWithin(question, subject, parties)) return question;
  if (isWithin(subject, question, parties)) return subject;
  throw badInput('The question and the subject have different readers: answer without a subject.', 'input.subject');
}

export async function correctEntry(work: Work, input: CorrectEntryInput): Promise<string> {
  const { streamId } = await entryOf(work, input.entryId, 'input.entryId');
  permit(await work.standing(streamId), 'ENTRY_WRITE');
  requireText(input.entry);
  await work.holdStill(streamId);
  const wrong = await entryOf(work, input.entryId, 'input.entryId');
  if (wrong.entry.kind === 'WITHDRAWN') {
    throw badInput('This entry has no words that could be corrected.', 'input.entryId');
  }
  const { subjectType, subjectId } = wrong.entry;
  const details = detailsOf(input.entry);
  return work.record({
    kind: 'CORRECTION',
    stream: streamId,
    marking: await work.marking(input.entry.marking, markingOfEntry(wrong), streamId, 'input.entry.marking'),
    details: { ...details, category: details.category ?? wrong.entry.category },
    corrects: wrong.entryId,
    ...(subjectType && subjectId && { subject: { type: subjectType, key: subjectId } }),
  });
}

function requireText({ text }: EntryInput): void {
  if (text == null) throw badInput('An entry that somebody writes has a text.', 'input.entry.text');
}
