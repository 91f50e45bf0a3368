import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { FoundBy } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { JournalReads } from '../journal/journal.reads';
import { presentEntries } from '../journal/journal.type';
import type { Finished, UnitOfWork } from '../journal/unit-of-work';
import { type StakeholderReads, stakeholderById } from '../stakeholder/stakeholder.reads';
import { presentStakeholder, presentStakeholderOrNone, Stakeholder } from '../stakeholder/stakeholder.type';
import { addAffectedRegion, updateAffectedRegion } from './affected-region.commands';
import { AddAffectedRegionInput, UpdateAffectedRegionInput } from './affected-region.inputs';
import { type AffectedRegionReads, affectedRegionsOfIncident } from './affected-region.reads';
import { AffectedRegion, AffectedRegionPayload, presentAffectedRegion } from './affected-region.type';
import { type IncidentReads, incidentById } from './incident.reads';
import { Incident, presentIncident, presentIncidentOrNone } from './incident.type';

@Resolver(() => AffectedRegion)
export class AffectedRegionResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly affectedRegions: AffectedRegionReads,
    private readonly incidents: IncidentReads,
    private readonly stakeholders: StakeholderReads,
    private readonly journal: JournalReads,
  ) {}

  @Mutation(() => AffectedRegionPayload, {
    description: 'Adds an affected region, and involves the authority in charge unless told not to.',
  })
  async addAffectedRegion(
    @Arg('input', () => AddAffectedRegionInput, { description: 'The region, and where.' })
    input: AddAffectedRegionInput,
    @Ctx() operation: Operation,
  ): Promise<AffectedRegionPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'addAffectedRegion', input }, (work) =>
      addAffectedRegion(work, input),
    );
    return this.answer(operation, done);
  }

  @Mutation(() => AffectedRegionPayload, { description: 'Changes the situation of an affected region.' })
  async updateAffectedRegion(
    @Arg('input', () => UpdateAffectedRegionInput, { description: 'What to change.' }) input: UpdateAffectedRegionInput,
    @Ctx() operation: Operation,
  ): Promise<AffectedRegionPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'updateAffectedRegion', input }, (work) =>
      updateAffectedRegion(work, input),
    );
    return this.answer(operation, done);
  }

  @FoundBy('incidentId', () => incidentById, presentIncident)
  @FieldResolver(() => Incident, { nullable: true, description: 'The incident.' })
  async incident(
    @Root() { row }: AffectedRegion,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Incident | null> {
    return presentIncidentOrNone(await this.incidents.byId(operation, row.incidentId, info));
  }

  @FoundBy('authorityId', () => stakeholderById, presentStakeholder)
  @FieldResolver(() => Stakeholder, { nullable: true, description: 'The authority in charge.' })
  async authority(
    @Root() { row }: AffectedRegion,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Stakeholder | null> {
    return row.authorityId === null
      ? null
      : presentStakeholderOrNone(await this.stakeholders.byId(operation, row.authorityId, info));
  }

  private async answer(operation: Operation, done: Finished<string>): Promise<AffectedRegionPayload> {
    const row = await this.affectedRegions.byId(operation, done.result);
    const entries = await this.journal.entries(operation.viewer, done.entryIds);
    return { affectedRegion: row && presentAffectedRegion(row), entries: presentEntries(entries) };
  }
}

@Resolver(() => Incident)
export class IncidentRegionsResolver {
  constructor(private readonly affectedRegions: AffectedRegionReads) {}

  @FoundBy(
    'id',
    () => affectedRegionsOfIncident,
    (rows) => rows.map(presentAffectedRegion),
  )
  @FieldResolver(() => [AffectedRegion], {
    name: 'affectedRegions',
    description: 'How it stands in each affected region, by region code.',
  })
  async regionsOfIncident(
    @Root() { row }: Incident,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AffectedRegion[]> {
    return (await this.affectedRegions.ofIncident(operation, row.id, info)).map(presentAffectedRegion);
  }
}
