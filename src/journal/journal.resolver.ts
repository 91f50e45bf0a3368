import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Operation } from '../access/operation';
import { Cost } from '../kernel/cost';
import { badInput } from '../kernel/errors';
import { fromGlobalId } from '../kernel/ids';
import { type Connection, connection } from '../kernel/paging';
import { JournalArgs } from './journal.inputs';
import type { JournalReads } from './journal.reads';
import {
  JournalEntry,
  JournalLineConnection,
  presentEntries,
  presentEntry,
  presentLine,
  type SealedEntry,
} from './journal.type';
import { Node, type NodeRegistry } from './node';

@Resolver(() => JournalEntry)
export class JournalEntryResolver {
  constructor(
    private readonly journal: JournalReads,
    private readonly nodes: NodeRegistry,
  ) {}

  @FieldResolver(() => Node, {
    nullable: true,
    description: 'What it is about, as it is today; null if there is nothing that the viewer may see.',
  })
  async subject(@Root() { row }: JournalEntry, @Ctx() operation: Operation): Promise<object | null> {
    const { subjectType, subjectId } = row.entry;
    return subjectType === null || subjectId === null
      ? null
      : this.nodes.load(operation, { type: subjectType, key: subjectId });
  }

  @FieldResolver(() => JournalEntry, { nullable: true, description: 'The entry that it answers to.' })
  repliesTo(@Root() { row }: JournalEntry, @Ctx() operation: Operation): Promise<JournalEntry | null> {
    return this.other(operation, row.entry.repliesTo);
  }

  @FieldResolver(() => [JournalEntry], { description: 'The entries that answer to it, by number.' })
  async replies(@Root() { row }: JournalEntry, @Ctx() operation: Operation): Promise<JournalEntry[]> {
    return presentEntries([...(await this.journal.repliesTo(operation, row.entryId))]);
  }

  @FieldResolver(() => JournalEntry, { nullable: true, description: 'The entry that it corrects.' })
  corrects(@Root() { row }: JournalEntry, @Ctx() operation: Operation): Promise<JournalEntry | null> {
    return this.other(operation, row.entry.corrects);
  }

  @FieldResolver(() => [JournalEntry], { description: 'The entries that correct it, by number: the last one holds.' })
  async correctedBy(@Root() { row }: JournalEntry, @Ctx() operation: Operation): Promise<JournalEntry[]> {
    return presentEntries([...(await this.journal.correctionsOf(operation, row.entryId))]);
  }

  @Query(() => JournalLineConnection, {
    description:
      'The registry: what was recorded of stakeholders, persons and rights, as far as the viewer may read it.',
  })
  async registryJournal(
    @Args(() => JournalArgs) args: JournalArgs,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<JournalEntry | SealedEntry>> {
    return connection(await this.journal.registry(operation, args, info), presentLine);
  }

  private async other(operation: Operation, id: string | null): Promise<JournalEntry | null> {
    const row = id === null ? null : await this.journal.entry(operation, id);
    return row && presentEntry(row);
  }
}

const nodesAtOnce = 100;

@Resolver()
export class NodeResolver {
  constructor(private readonly registry: NodeRegistry) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Whatever has this id (Relay); null if there is nothing that the viewer may see.',
  })
  node(
    @Arg('id', () => ID, { description: 'The id.' }) id: string,
    @Ctx() operation: Operation,
  ): Promise<object | null> {
    return this.registry.load(operation, fromGlobalId(id, 'id'));
  }

  @Cost({ size: { argument: 'ids' } })
  @Query(() => [Node], {
    nullable: 'items',
    description: `What has these ids, in their order; at most ${nodesAtOnce}.`,
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'The ids.' }) ids: string[],
    @Ctx() operation: Operation,
  ): Promise<(object | null)[]> {
    if (ids.length > nodesAtOnce) throw badInput(`Expected at most ${nodesAtOnce} ids, and got ${ids.length}.`, 'ids');
    return Promise.all(ids.map((id, index) => this.registry.load(operation, fromGlobalId(id, `ids.${index}`))));
  }
}
