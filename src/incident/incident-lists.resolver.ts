import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Operation } from '../access/operation';
import { ReadRecord } from '../identity/read-record.type';
import { JournalBatch } from '../journal/feed.type';
import { JournalEntry } from '../journal/journal.type';
import { type Connection, connection } from '../kernel/paging';
import { Region } from '../region/region.type';
import { Stakeholder } from '../stakeholder/stakeholder.type';
import { IncidentsArgs } from './incident.inputs';
import type { IncidentReads } from './incident.reads';
import { Incident, IncidentConnection, presentIncident, presentIncidentOrNone } from './incident.type';

/** Incidents as they are reached from what lies before them: regions, stakeholders, entries, batches, what was read. */
@Resolver(() => Region)
export class RegionIncidentsResolver {
  constructor(private readonly incidents: IncidentReads) {}

  @FieldResolver(() => IncidentConnection, {
    name: 'incidents',
    description: 'The incidents that affect it, as far as the viewer sees that they do.',
  })
  async incidentsInRegion(
    @Args(() => IncidentsArgs) args: IncidentsArgs,
    @Root() { code }: Region,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Incident>> {
    return connection(await this.incidents.inRegion(operation, code, args, info), presentIncident);
  }
}

@Resolver(() => Stakeholder)
export class StakeholderIncidentsResolver {
  constructor(private readonly incidents: IncidentReads) {}

  @FieldResolver(() => IncidentConnection, {
    name: 'incidents',
    description: 'The incidents in which it is involved now, as far as the viewer sees them.',
  })
  async incidentsOfStakeholder(
    @Args(() => IncidentsArgs) args: IncidentsArgs,
    @Root() { row }: Stakeholder,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Incident>> {
    return connection(await this.incidents.ofStakeholder(operation, row.id, args, info), presentIncident);
  }
}

@Resolver(() => JournalEntry)
export class EntryIncidentResolver {
  constructor(private readonly incidents: IncidentReads) {}

  @FieldResolver(() => Incident, {
    nullable: true,
    description: 'The incident whose journal it belongs to; null in the registry.',
  })
  async incident(
    @Root() { row }: JournalEntry,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Incident | null> {
    return presentIncidentOrNone(await this.incidents.byId(operation, row.streamId, info));
  }
}

@Resolver(() => JournalBatch)
export class BatchIncidentResolver {
  constructor(private readonly incidents: IncidentReads) {}

  @FieldResolver(() => Incident, {
    nullable: true,
    description:
      'The incident, at least as recent as the batch. Null if the viewer lost sight of it in between: JournalEnded follows.',
  })
  async incident(
    @Root() { incidentKey }: JournalBatch,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Incident | null> {
    return presentIncidentOrNone(await this.incidents.byId(operation, incidentKey, info));
  }
}

@Resolver(() => ReadRecord)
export class ReadIncidentResolver {
  constructor(private readonly incidents: IncidentReads) {}

  @FieldResolver(() => Incident, {
    nullable: true,
    description: 'The incident; null for who administers a stakeholder and does not read it.',
  })
  async incident(
    @Root() { row }: ReadRecord,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Incident | null> {
    return presentIncidentOrNone(await this.incidents.byId(operation, row.incidentId, info));
  }
}
