import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Operation } from '../access/operation';
import type { JournalReads } from '../journal/journal.reads';
import { JournalEntry, presentEntries } from '../journal/journal.type';
import type { Finished, UnitOfWork } from '../journal/unit-of-work';
import { correctEntry, writeEntry } from './entry.commands';
import { CorrectEntryInput, WriteEntryInput } from './entry.inputs';
import type { Subjects } from './subject';

@ObjectType({ description: 'What writing to a journal answers with.' })
export class EntryPayload {
  @Field(() => JournalEntry, { nullable: true, description: 'The entry; null if the viewer may no longer read it.' })
  entry!: JournalEntry | null;

  @Field(() => [JournalEntry], { description: 'The entries that this recorded.' })
  entries!: JournalEntry[];
}

@Resolver()
export class EntryResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: JournalReads,
    private readonly subjects: Subjects,
  ) {}

  @Mutation(() => EntryPayload, {
    description: 'Writes an entry to the journal of an incident, or answers to one. Closed incidents take entries too.',
  })
  async writeEntry(
    @Arg('input', () => WriteEntryInput, { description: 'The entry.' }) input: WriteEntryInput,
    @Ctx() operation: Operation,
  ): Promise<EntryPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'writeEntry', input }, (work) =>
      writeEntry(work, input, this.subjects),
    );
    return this.answer(operation, done);
  }

  @Mutation(() => EntryPayload, {
    description: 'Corrects an entry by another one; the first stays, and leads to its correction.',
  })
  async correctEntry(
    @Arg('input', () => CorrectEntryInput, { description: 'The correction.' }) input: CorrectEntryInput,
    @Ctx() operation: Operation,
  ): Promise<EntryPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'correctEntry', input }, (work) =>
      correctEntry(work, input),
    );
    return this.answer(operation, done);
  }

  private async answer(operation: Operation, done: Finished<string>): Promise<EntryPayload> {
    const entries = presentEntries(await this.journal.entries(operation.viewer, done.entryIds));
    return { entry: entries[0] ?? null, entries };
  }
}
