import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { FoundBy, FoundByEach } from '../access/lookups';
import type { Operation } from '../access/operation';
import { type IncidentReads, incidentById } from '../incident/incident.reads';
import { Incident, presentIncident, presentIncidentOrNone } from '../incident/incident.type';
import type { JournalReads } from '../journal/journal.reads';
import { presentEntries } from '../journal/journal.type';
import type { UnitOfWork } from '../journal/unit-of-work';
import type { Work } from '../journal/work';
import { type StakeholderReads, stakeholderById } from '../stakeholder/stakeholder.reads';
import { presentStakeholder, presentStakeholderOrNone, Stakeholder } from '../stakeholder/stakeholder.type';
import {
  cancelAction,
  completeAction,
  planAction,
  reassignAction,
  startAction,
  supersedeAction,
} from './action.commands';
import {
  CancelActionInput,
  CompleteActionInput,
  PlanActionInput,
  ReassignActionInput,
  StartActionInput,
  SupersedeActionInput,
} from './action.inputs';
import { type ActionReads, actionById } from './action.reads';
import { Action, ActionPayload, presentAction, presentActionOrNone } from './action.type';

@Resolver(() => Action)
export class ActionResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly actions: ActionReads,
    private readonly incidents: IncidentReads,
    private readonly stakeholders: StakeholderReads,
    private readonly journal: JournalReads,
  ) {}

  @Mutation(() => ActionPayload, { description: 'Plans an action.' })
  planAction(
    @Arg('input', () => PlanActionInput, { description: 'The action.' }) input: PlanActionInput,
    @Ctx() operation: Operation,
  ): Promise<ActionPayload> {
    return this.carryOut(operation, { mutation: 'planAction', input }, (work) => planAction(work, input));
  }

  @Mutation(() => ActionPayload, { description: 'Starts an action; an instruction comes into force.' })
  startAction(
    @Arg('input', () => StartActionInput, { description: 'Which, and when.' }) input: StartActionInput,
    @Ctx() operation: Operation,
  ): Promise<ActionPayload> {
    return this.carryOut(operation, { mutation: 'startAction', input }, (work) => startAction(work, input));
  }

  @Mutation(() => ActionPayload, { description: 'Completes an action.' })
  completeAction(
    @Arg('input', () => CompleteActionInput, { description: 'Which, and with what result.' })
    input: CompleteActionInput,
    @Ctx() operation: Operation,
  ): Promise<ActionPayload> {
    return this.carryOut(operation, { mutation: 'completeAction', input }, (work) => completeAction(work, input));
  }

  @Mutation(() => ActionPayload, { description: 'Gives an action up.' })
  cancelAction(
    @Arg('input', () => CancelActionInput, { description: 'Which, and why.' }) input: CancelActionInput,
    @Ctx() operation: Operation,
  ): Promise<ActionPayload> {
    return this.carryOut(operation, { mutation: 'cancelAction', input }, (work) => cancelAction(work, input));
  }

  @Mutation(() => ActionPayload, { description: 'Records that an action was overtaken, by another one or by events.' })
  supersedeAction(
    @Arg('input', () => SupersedeActionInput, { description: 'Which, and by what.' }) input: SupersedeActionInput,
    @Ctx() operation: Operation,
  ): Promise<ActionPayload> {
    return this.carryOut(operation, { mutation: 'supersedeAction', input }, (work) => supersedeAction(work, input));
  }

  @Mutation(() => ActionPayload, { description: 'Gives an action to another owner.' })
  reassignAction(
    @Arg('input', () => ReassignActionInput, { description: 'Which, and to whom.' }) input: ReassignActionInput,
    @Ctx() operation: Operation,
  ): Promise<ActionPayload> {
    return this.carryOut(operation, { mutation: 'reassignAction', input }, (work) => reassignAction(work, input));
  }

  @FoundBy('incidentId', () => incidentById, presentIncident)
  @FieldResolver(() => Incident, { nullable: true, description: 'The incident.' })
  async incident(
    @Root() { row }: Action,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Incident | null> {
    return presentIncidentOrNone(await this.incidents.byId(operation, row.incidentId, info));
  }

  @FoundBy('ownerId', () => stakeholderById, presentStakeholder)
  @FieldResolver(() => Stakeholder, { nullable: true, description: 'Who owns it.' })
  async owner(
    @Root() { row }: Action,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Stakeholder | null> {
    return presentStakeholderOrNone(await this.stakeholders.byId(operation, row.ownerId, info));
  }

  @FoundByEach('addressees', () => stakeholderById, presentStakeholder)
  @FieldResolver(() => [Stakeholder], { description: 'Who is addressed.' })
  async addressees(
    @Root() { row }: Action,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Stakeholder[]> {
    return (await this.stakeholders.some(operation, row.addressees, info)).map(presentStakeholder);
  }

  @FieldResolver(() => Boolean, {
    description: 'It is pending after the latest instant at which it was due. Derived when it is read.',
  })
  overdue(@Root() { row }: Action): boolean {
    return this.actions.isOverdue(row);
  }

  @FoundBy('supersededById', () => actionById, presentAction)
  @FieldResolver(() => Action, {
    nullable: true,
    description: 'The action that took its place, if the viewer sees it.',
  })
  async supersededBy(
    @Root() { row }: Action,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Action | null> {
    return row.supersededById === null
      ? null
      : presentActionOrNone(await this.actions.byId(operation, row.supersededById, info));
  }

  private async carryOut(
    operation: Operation,
    request: Parameters<UnitOfWork['run']>[1],
    command: (work: Work) => Promise<string>,
  ): Promise<ActionPayload> {
    const done = await this.work.run(operation.acting(), request, command);
    const action = presentActionOrNone(await this.actions.byId(operation, done.result));
    return { action, entries: presentEntries(await this.journal.entries(operation.viewer, done.entryIds)) };
  }
}
