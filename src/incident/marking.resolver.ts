import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Operation } from '../access/operation';
import type { JournalReads } from '../journal/journal.reads';
import { JournalEntry, Marked, presentEntries } from '../journal/journal.type';
import type { NodeRegistry } from '../journal/node';
import type { UnitOfWork } from '../journal/unit-of-work';
import { changeMarking } from './marking.commands';
import { ChangeMarkingInput } from './marking.inputs';
import type { Subjects } from './subject';

@ObjectType({ description: 'What a change of marking answers with.' })
export class MarkingPayload {
  @Field(() => Marked, { nullable: true, description: 'The thing; null if the viewer no longer sees it.' })
  thing!: object | null;

  @Field(() => [JournalEntry], { description: 'The entries that this recorded, as far as the viewer may read them.' })
  entries!: JournalEntry[];
}

@Resolver()
export class MarkingResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly nodes: NodeRegistry,
    private readonly journal: JournalReads,
    private readonly subjects: Subjects,
  ) {}

  @Mutation(() => MarkingPayload, {
    description:
      'Gives a thing another marking, closed incidents included. Who may read it from now on is handed it by the entry MARKING_CHANGED; who no longer may is told by the entry WITHDRAWN, and what was written about the thing is narrowed with it. Narrowing does not recall what was read. Widening a thing does not widen what was written about it, nor what lies within it.',
  })
  async changeMarking(
    @Arg('input', () => ChangeMarkingInput, { description: 'The thing and its new marking.' })
    input: ChangeMarkingInput,
    @Ctx() operation: Operation,
  ): Promise<MarkingPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'changeMarking', input }, (work) =>
      changeMarking(work, input, this.subjects),
    );
    const entries = presentEntries(await this.journal.entries(operation.viewer, done.entryIds));
    return { thing: await this.nodes.load(operation, done.result), entries };
  }
}
