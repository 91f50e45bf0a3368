import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { FoundBy, FoundWith } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { JournalReads } from '../journal/journal.reads';
import { presentEntries } from '../journal/journal.type';
import type { Finished, UnitOfWork } from '../journal/unit-of-work';
import { Cost } from '../kernel/cost';
import { type StakeholderReads, stakeholderById } from '../stakeholder/stakeholder.reads';
import { presentStakeholder, presentStakeholderOrNone, Stakeholder } from '../stakeholder/stakeholder.type';
import { type IncidentReads, incidentById } from './incident.reads';
import { Incident, presentIncident, presentIncidentOrNone } from './incident.type';
import { changeInvolvement, involveStakeholder, joinIncident, releaseStakeholder } from './involvement.commands';
import {
  ChangeInvolvementInput,
  InvolvementsArgs,
  InvolveStakeholderInput,
  JoinIncidentInput,
  ReleaseStakeholderInput,
} from './involvement.inputs';
import { type InvolvementReads, involvementsOfIncident } from './involvement.reads';
import { Involvement, InvolvementPayload, presentInvolvement } from './involvement.type';

@Resolver(() => Involvement)
export class InvolvementResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly involvements: InvolvementReads,
    private readonly incidents: IncidentReads,
    private readonly stakeholders: StakeholderReads,
    private readonly journal: JournalReads,
  ) {}

  @Mutation(() => InvolvementPayload, {
    description: 'Involves a stakeholder: it reads the past too, as far as the audience of each line allows.',
  })
  async involveStakeholder(
    @Arg('input', () => InvolveStakeholderInput, { description: 'Whom, and where.' }) input: InvolveStakeholderInput,
    @Ctx() operation: Operation,
  ): Promise<InvolvementPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'involveStakeholder', input }, (work) =>
      involveStakeholder(work, input),
    );
    return this.answer(operation, done);
  }

  @Mutation(() => InvolvementPayload, {
    description: 'The own stakeholder joins an incident that is open to every enrolled one, as INFORMED.',
  })
  async joinIncident(
    @Arg('input', () => JoinIncidentInput, { description: 'Which.' }) input: JoinIncidentInput,
    @Ctx() operation: Operation,
  ): Promise<InvolvementPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'joinIncident', input }, (work) =>
      joinIncident(work, input),
    );
    return this.answer(operation, done);
  }

  @Mutation(() => InvolvementPayload, { description: 'Changes the role or access of an involved stakeholder.' })
  async changeInvolvement(
    @Arg('input', () => ChangeInvolvementInput, { description: 'What to change.' }) input: ChangeInvolvementInput,
    @Ctx() operation: Operation,
  ): Promise<InvolvementPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'changeInvolvement', input }, (work) =>
      changeInvolvement(work, input),
    );
    return this.answer(operation, done);
  }

  @Mutation(() => InvolvementPayload, {
    description: 'Releases an involved stakeholder, or takes the own one out. Its streams end at the next delivery.',
  })
  async releaseStakeholder(
    @Arg('input', () => ReleaseStakeholderInput, { description: 'Which involvement.' }) input: ReleaseStakeholderInput,
    @Ctx() operation: Operation,
  ): Promise<InvolvementPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'releaseStakeholder', input }, (work) =>
      releaseStakeholder(work, input),
    );
    return this.answer(operation, done);
  }

  @FoundBy('incidentId', () => incidentById, presentIncident)
  @FieldResolver(() => Incident, { nullable: true, description: 'The incident.' })
  async incident(
    @Root() { row }: Involvement,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Incident | null> {
    return presentIncidentOrNone(await this.incidents.byId(operation, row.incidentId, info));
  }

  @FoundBy('stakeholderId', () => stakeholderById, presentStakeholder)
  @FieldResolver(() => Stakeholder, { nullable: true, description: 'The stakeholder.' })
  async stakeholder(
    @Root() { row }: Involvement,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Stakeholder | null> {
    return presentStakeholderOrNone(await this.stakeholders.byId(operation, row.stakeholderId, info));
  }

  private async answer(operation: Operation, done: Finished<string>): Promise<InvolvementPayload> {
    const row = await this.involvements.byId(operation, done.result);
    const entries = await this.journal.entries(operation.viewer, done.entryIds);
    return { involvement: row && presentInvolvement(row), entries: presentEntries(entries) };
  }
}

@Resolver(() => Incident)
export class IncidentInvolvementsResolver {
  constructor(private readonly involvements: InvolvementReads) {}

  @FoundWith('id', InvolvementsArgs, involvementsOfIncident, (rows) => rows.map(presentInvolvement))
  @Cost({ size: 20 })
  @FieldResolver(() => [Involvement], {
    name: 'involvements',
    description: 'The parties, in the order in which they joined.',
  })
  async involvementsOfIncident(
    @Args(() => InvolvementsArgs) args: InvolvementsArgs,
    @Root() { row }: Incident,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Involvement[]> {
    return (await this.involvements.ofIncident(operation, row.id, args, info)).map(presentInvolvement);
  }
}
