import { Field, InputType } from 'type-graphql';
import { EntryInput } from '../journal/journal.inputs';
import type { NodeRef } from '../kernel/ids';
import { NodeRefField, RefField, TextField } from '../kernel/input';

/** What an entry can be about when somebody writes it. */
const subjects = ['Incident', 'AffectedRegion', 'AffectedService', 'Involvement', 'Action', 'StatementDraft'] as const;

@InputType({ description: 'An entry to write to the journal of an incident.' })
export class WriteEntryInput {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;

  @Field(() => EntryInput, { description: 'What to write; the text is required.' })
  entry!: EntryInput;

  @NodeRefField(subjects, {
    nullable: true,
    description: 'What it is about, within the incident. Absent: the incident.',
  })
  subject?: NodeRef | null;

  @RefField('JournalEntry', { nullable: true, description: 'The entry of the same journal that it answers to.' })
  repliesTo?: string | null;

  @TextField({
    nullable: true,
    max: 200,
    description:
      'Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'An entry that corrects an earlier one, which stays as it was.' })
export class CorrectEntryInput {
  @RefField('JournalEntry', { description: 'The entry to correct.' })
  entryId!: string;

  @Field(() => EntryInput, { description: 'What is right; the text is required.' })
  entry!: EntryInput;

  @TextField({
    nullable: true,
    max: 200,
    description:
      'Makes repetition harmless: within 7 days the same key with the same input changes nothing and answers the same.',
  })
  idempotencyKey?: string | null;
}
