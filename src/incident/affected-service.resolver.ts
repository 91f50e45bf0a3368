import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { FoundBy } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { JournalReads } from '../journal/journal.reads';
import { presentEntries } from '../journal/journal.type';
import type { Finished, UnitOfWork } from '../journal/unit-of-work';
import { addAffectedService, updateAffectedService } from './affected-service.commands';
import { AddAffectedServiceInput, UpdateAffectedServiceInput } from './affected-service.inputs';
import { type AffectedServiceReads, affectedServicesOfIncident } from './affected-service.reads';
import { AffectedService, AffectedServicePayload, presentAffectedService } from './affected-service.type';
import { type IncidentReads, incidentById } from './incident.reads';
import { Incident, presentIncident, presentIncidentOrNone } from './incident.type';

@Resolver(() => AffectedService)
export class AffectedServiceResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly affectedServices: AffectedServiceReads,
    private readonly incidents: IncidentReads,
    private readonly journal: JournalReads,
  ) {}

  @Mutation(() => AffectedServicePayload, { description: 'Adds an affected service of the operator.' })
  async addAffectedService(
    @Arg('input', () => AddAffectedServiceInput, { description: 'The service, and where.' })
    input: AddAffectedServiceInput,
    @Ctx() operation: Operation,
  ): Promise<AffectedServicePayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'addAffectedService', input }, (work) =>
      addAffectedService(work, input),
    );
    return this.answer(operation, done);
  }

  @Mutation(() => AffectedServicePayload, { description: 'Changes the situation of an affected service.' })
  async updateAffectedService(
    @Arg('input', () => UpdateAffectedServiceInput, { description: 'What to change.' })
    input: UpdateAffectedServiceInput,
    @Ctx() operation: Operation,
  ): Promise<AffectedServicePayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'updateAffectedService', input }, (work) =>
      updateAffectedService(work, input),
    );
    return this.answer(operation, done);
  }

  @FoundBy('incidentId', () => incidentById, presentIncident)
  @FieldResolver(() => Incident, { nullable: true, description: 'The incident.' })
  async incident(
    @Root() { row }: AffectedService,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Incident | null> {
    return presentIncidentOrNone(await this.incidents.byId(operation, row.incidentId, info));
  }

  private async answer(operation: Operation, done: Finished<string>): Promise<AffectedServicePayload> {
    const row = await this.affectedServices.byId(operation, done.result);
    const entries = await this.journal.entries(operation.viewer, done.entryIds);
    return { affectedService: row && presentAffectedService(row), entries: presentEntries(entries) };
  }
}

@Resolver(() => Incident)
export class IncidentServicesResolver {
  constructor(private readonly affectedServices: AffectedServiceReads) {}

  @FoundBy(
    'id',
    () => affectedServicesOfIncident,
    (rows) => rows.map(presentAffectedService),
  )
  @FieldResolver(() => [AffectedService], {
    name: 'affectedServices',
    description: 'How the services of the operator stand, by name.',
  })
  async servicesOfIncident(
    @Root() { row }: Incident,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AffectedService[]> {
    return (await this.affectedServices.ofIncident(operation, row.id, info)).map(presentAffectedService);
  }
}
