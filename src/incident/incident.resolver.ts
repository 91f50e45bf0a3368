import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { FoundBy, FoundWith } from '../access/lookups';
import type { Operation } from '../access/operation';
import { JournalArgs } from '../journal/journal.inputs';
import { type JournalReads, linesOfStream } from '../journal/journal.reads';
import {
  JournalEntry,
  JournalLine,
  JournalLineConnection,
  presentEntries,
  presentEntry,
  presentLine,
  type SealedEntry,
} from '../journal/journal.type';
import type { Finished, UnitOfWork } from '../journal/unit-of-work';
import type { Work } from '../journal/work';
import { badInput, notFound } from '../kernel/errors';
import { type Connection, connection } from '../kernel/paging';
import { DateTime } from '../kernel/scalars';
import { type StakeholderReads, stakeholderById } from '../stakeholder/stakeholder.reads';
import { presentStakeholder, presentStakeholderOrNone, Stakeholder } from '../stakeholder/stakeholder.type';
import { declareIncident } from './declare-incident.commands';
import { closeIncident, moveIncident, reopenIncident, requalifyIncident, reviseIncident } from './incident.commands';
import {
  CloseIncidentInput,
  DeclareIncidentInput,
  IncidentArgs,
  IncidentsArgs,
  MoveIncidentInput,
  ReopenIncidentInput,
  RequalifyIncidentInput,
  ReviseIncidentInput,
} from './incident.inputs';
import { type IncidentReads, incidentById } from './incident.reads';
import { Incident, IncidentConnection, IncidentPayload, presentIncident, presentIncidentOrNone } from './incident.type';

@Resolver(() => Incident)
export class IncidentResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidents: IncidentReads,
    private readonly stakeholders: StakeholderReads,
    private readonly journal: JournalReads,
  ) {}

  @Query(() => Incident, {
    nullable: true,
    description: 'One incident, by id or by reference. NOT_FOUND if there is none that the viewer sees.',
  })
  async incident(
    @Args(() => IncidentArgs) { id, reference }: IncidentArgs,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Incident> {
    if ((id == null) === (reference == null)) throw badInput('Give `id` or `reference`: one of them.', 'id');
    const row =
      id == null
        ? await this.incidents.byReference(operation, reference as string, info)
        : await this.incidents.byId(operation, id, info);
    if (!row) throw notFound('incident', id == null ? 'reference' : 'id');
    return presentIncident(row);
  }

  @Query(() => IncidentConnection, { name: 'incidents', description: 'The incidents that the viewer sees.' })
  async list(
    @Args(() => IncidentsArgs) args: IncidentsArgs,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Incident>> {
    return connection(await this.incidents.page(operation, args, info), presentIncident);
  }

  @Mutation(() => IncidentPayload, {
    description:
      'Declares an incident with all that is known of it: all of it, or nothing. Declarer and operator are involved by it.',
  })
  declareIncident(
    @Arg('input', () => DeclareIncidentInput, { description: 'The incident.' }) input: DeclareIncidentInput,
    @Ctx() operation: Operation,
  ): Promise<IncidentPayload> {
    return this.carryOut(operation, { mutation: 'declareIncident', input }, (work) => declareIncident(work, input));
  }

  @Mutation(() => IncidentPayload, { description: 'Revises what an incident is.' })
  reviseIncident(
    @Arg('input', () => ReviseIncidentInput, { description: 'What to change.' }) input: ReviseIncidentInput,
    @Ctx() operation: Operation,
  ): Promise<IncidentPayload> {
    return this.carryOut(operation, { mutation: 'reviseIncident', input }, (work) => reviseIncident(work, input));
  }

  @Mutation(() => IncidentPayload, { description: 'Changes the severity of an incident.' })
  requalifyIncident(
    @Arg('input', () => RequalifyIncidentInput, { description: 'The new severity.' }) input: RequalifyIncidentInput,
    @Ctx() operation: Operation,
  ): Promise<IncidentPayload> {
    return this.carryOut(operation, { mutation: 'requalifyIncident', input }, (work) => requalifyIncident(work, input));
  }

  @Mutation(() => IncidentPayload, { description: 'Moves an incident to another open status.' })
  moveIncident(
    @Arg('input', () => MoveIncidentInput, { description: 'Where to.' }) input: MoveIncidentInput,
    @Ctx() operation: Operation,
  ): Promise<IncidentPayload> {
    return this.carryOut(operation, { mutation: 'moveIncident', input }, (work) => moveIncident(work, input));
  }

  @Mutation(() => IncidentPayload, { description: 'Closes an incident, from any open status.' })
  closeIncident(
    @Arg('input', () => CloseIncidentInput, { description: 'With what.' }) input: CloseIncidentInput,
    @Ctx() operation: Operation,
  ): Promise<IncidentPayload> {
    return this.carryOut(operation, { mutation: 'closeIncident', input }, (work) => closeIncident(work, input));
  }

  @Mutation(() => IncidentPayload, { description: 'Reopens a closed incident.' })
  reopenIncident(
    @Arg('input', () => ReopenIncidentInput, { description: 'Why.' }) input: ReopenIncidentInput,
    @Ctx() operation: Operation,
  ): Promise<IncidentPayload> {
    return this.carryOut(operation, { mutation: 'reopenIncident', input }, (work) => reopenIncident(work, input));
  }

  @FoundBy('operatorId', () => stakeholderById, presentStakeholder)
  @FieldResolver(() => Stakeholder, { nullable: true, description: 'Who runs what is hit.' })
  async operator(
    @Root() { row }: Incident,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Stakeholder | null> {
    return row.operatorId === null
      ? null
      : presentStakeholderOrNone(await this.stakeholders.byId(operation, row.operatorId, info));
  }

  @FoundBy('duplicateOfId', () => incidentById, presentIncident)
  @FieldResolver(() => Incident, {
    nullable: true,
    description: 'As what it is followed, if it was closed as a DUPLICATE of an incident that the viewer sees.',
  })
  async duplicateOf(
    @Root() { row }: Incident,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Incident | null> {
    return row.duplicateOfId === null
      ? null
      : presentIncidentOrNone(await this.incidents.byId(operation, row.duplicateOfId, info));
  }

  @FieldResolver(() => DateTime, { description: 'When the last entry was recorded that the viewer may read (UTC).' })
  updatedAt(@Root() { row }: Incident, @Ctx() operation: Operation): Promise<Date> {
    return this.incidents.updatedAt(operation, row);
  }

  @FoundWith('id', JournalArgs, linesOfStream, (page) => connection(page, presentLine))
  @FieldResolver(() => JournalLineConnection, {
    name: 'journal',
    description:
      'Its main courante. Who follows it gets every line, those above its rights sealed; others get what they may read.',
  })
  async lines(
    @Args(() => JournalArgs) args: JournalArgs,
    @Root() { row }: Incident,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<JournalEntry | SealedEntry>> {
    return connection(await this.journal.page(operation, row.id, args, info), presentLine);
  }

  @FieldResolver(() => JournalLine, {
    nullable: true,
    description: 'One line of its main courante; null if there is none.',
  })
  async entry(
    @Arg('number', () => Int, { description: 'Its number.' }) number: number,
    @Root() { row }: Incident,
    @Ctx() operation: Operation,
  ): Promise<JournalEntry | SealedEntry | null> {
    const line = await this.journal.line(operation, row.id, number);
    return line && presentLine(line);
  }

  @FieldResolver(() => JournalEntry, {
    nullable: true,
    description: 'The last entry of the category SITUATION that the viewer may read. See `correctedBy`.',
  })
  async latestSituation(@Root() { row }: Incident, @Ctx() operation: Operation): Promise<JournalEntry | null> {
    const line = await this.journal.latestSituation(operation, row.id);
    return line && presentEntry(line);
  }

  private async carryOut(
    operation: Operation,
    request: Parameters<UnitOfWork['run']>[1],
    command: (work: Work) => Promise<string>,
  ): Promise<IncidentPayload> {
    const done: Finished<string> = await this.work.run(operation.acting(), request, command);
    const incident = presentIncidentOrNone(await this.incidents.byId(operation, done.result));
    return { incident, entries: presentEntries(await this.journal.entries(operation.viewer, done.entryIds)) };
  }
}
