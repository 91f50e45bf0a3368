import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { FoundWith } from '../access/lookups';
import type { Operation } from '../access/operation';
import { Incident } from '../incident/incident.type';
import { Cost } from '../kernel/cost';
import { type Connection, connection, Tally, tally } from '../kernel/paging';
import { DateTime } from '../kernel/scalars';
import { Region } from '../region/region.type';
import { Stakeholder } from '../stakeholder/stakeholder.type';
import { ActionsArgs } from './action.inputs';
import { type ActionReads, actionsOfIncident } from './action.reads';
import { type Action, ActionConnection, presentAction } from './action.type';

/** Actions as they are reached from what lies before them: incidents, stakeholders, regions. */
@Resolver(() => Incident)
export class IncidentActionsResolver {
  constructor(private readonly actions: ActionReads) {}

  @FoundWith('id', ActionsArgs, actionsOfIncident, (page) => connection(page, presentAction))
  @FieldResolver(() => ActionConnection, {
    name: 'actions',
    description: 'Its actions, in the order in which they were planned.',
  })
  async actionsOfIncident(
    @Args(() => ActionsArgs) args: ActionsArgs,
    @Root() { row }: Incident,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Action>> {
    return connection(await this.actions.ofIncident(operation, row.id, args, info), presentAction);
  }
}

@Resolver(() => Incident)
export class OverdueActionsResolver {
  constructor(private readonly actions: ActionReads) {}

  @Cost({ weight: 5 })
  @FieldResolver(() => Tally, {
    description: 'How many of its actions are overdue that the viewer sees. Time passing is no update: ask again.',
  })
  async overdueActions(@Root() { row }: Incident, @Ctx() operation: Operation): Promise<Tally> {
    return tally(await this.actions.overdueIn(operation, row.id));
  }

  @Cost({ weight: 5 })
  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When the next of its actions falls due that the viewer sees and that is pending and not overdue yet (UTC), by the latest instant at which each is due; it is overdue after that instant. Null if none will. Time passing is no update: ask again then, by the clock of the server.',
  })
  nextDue(@Root() { row }: Incident, @Ctx() operation: Operation): Promise<Date | null> {
    return this.actions.nextDueIn(operation, row.id);
  }
}

@Resolver(() => Stakeholder)
export class StakeholderActionsResolver {
  constructor(private readonly actions: ActionReads) {}

  @FieldResolver(() => ActionConnection, {
    name: 'actions',
    description: 'The actions that it owns, as far as the viewer sees them.',
  })
  async actionsOfOwner(
    @Args(() => ActionsArgs) args: ActionsArgs,
    @Root() { row }: Stakeholder,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Action>> {
    return connection(await this.actions.ofOwner(operation, row.id, args, info), presentAction);
  }
}

@Resolver(() => Region)
export class RegionActionsResolver {
  constructor(private readonly actions: ActionReads) {}

  @FieldResolver(() => ActionConnection, {
    name: 'actions',
    description: 'The actions that name it, as far as the viewer sees them.',
  })
  async actionsInRegion(
    @Args(() => ActionsArgs) args: ActionsArgs,
    @Root() { code }: Region,
    @Ctx() operation: Operation,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Action>> {
    return connection(await this.actions.inRegion(operation, code, args, info), presentAction);
  }
}
