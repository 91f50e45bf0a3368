import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Operation } from '../access/operation';
import { ShownViewer } from '../identity/viewer.resolver';
import { positionsOf } from '../journal/journal.inputs';
import { Cost } from '../kernel/cost';
import { badInput } from '../kernel/errors';
import type { IncidentReads } from './incident.reads';
import { Incident, presentIncidentOrNone } from './incident.type';
import type { ReadMarking } from './read-mark';
import { MarkJournalReadInput, MarkJournalReadPayload, mostMarks } from './read-mark.inputs';
import type { UnreadReads } from './read-mark.reads';
import { Unread, UnreadOfAll, unreadOf, unreadOfAll } from './read-mark.type';

@Resolver(() => Incident)
export class IncidentUnreadResolver {
  constructor(
    private readonly marking: ReadMarking,
    private readonly unreadReads: UnreadReads,
    private readonly incidents: IncidentReads,
  ) {}

  @Mutation(() => MarkJournalReadPayload, {
    description:
      'Notes how far the viewer has read; never back. For persons: a system has no marks. Repeating it changes nothing.',
  })
  async markJournalRead(
    @Arg('input', () => MarkJournalReadInput, { description: 'How far.' }) input: MarkJournalReadInput,
    @Ctx() operation: Operation,
  ): Promise<MarkJournalReadPayload> {
    const { length } = input.positions;
    if (length > mostMarks)
      throw badInput(`Expected at most ${mostMarks} positions, and got ${length}.`, 'input.positions');
    const positions = positionsOf(input.positions, 'input.positions') ?? new Map();
    await this.marking.mark(operation.acting(), positions);
    const shown = [...positions.keys()].map((id) => this.incidents.byId(operation, id));
    return { incidents: (await Promise.all(shown)).flatMap((row) => presentIncidentOrNone(row) ?? []) };
  }

  @Cost({ weight: 20 })
  @FieldResolver(() => Unread, {
    nullable: true,
    description: 'What of its journal is unread. Null to who does not follow it, and to systems.',
  })
  async unread(@Root() { row }: Incident, @Ctx() operation: Operation): Promise<Unread | null> {
    const found = await this.unreadReads.of(operation, row.id);
    return found && unreadOf(found);
  }
}

@Resolver(() => ShownViewer)
export class ViewerUnreadResolver {
  constructor(private readonly unreadReads: UnreadReads) {}

  @Cost({ weight: 500 })
  @FieldResolver(() => UnreadOfAll, {
    nullable: true,
    description: 'What is unread of all incidents that the viewer follows. Null to systems.',
  })
  async unread(@Root() _viewer: ShownViewer, @Ctx() operation: Operation): Promise<UnreadOfAll | null> {
    return operation.viewer.kind === 'person' ? unreadOfAll(await this.unreadReads.ofAll(operation)) : null;
  }
}
