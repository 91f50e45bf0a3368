import type { GraphQLResolveInfo } from 'graphql';
import { filtered } from '../access/filtered';
import type { ListOrder } from '../access/lists';
import { byId, type Lookup, pageUnder, underIncident } from '../access/lookups';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { incident, type ReadIncidentRow } from '../incident/incident.reads';
import type { Clock } from '../kernel/clock';
import { type Page, pageRequest } from '../kernel/paging';
import { join, type Sql, sql } from '../kernel/sql';
import type { RegionCode } from '../region/region';
import { isPending } from './action';
import { ActionRow } from './action.entity';
import type { ActionsArgs } from './action.inputs';

export const action: Thing<ActionRow> = {
  table: 'action',
  entity: ActionRow,
  always: ['id', 'incidentId', 'marking.tlp', 'marking.originator'],
  reading: ({ id, incidentId, marking }) => ({ incidentId, marking, what: { type: 'Action', key: id } }),
};

/** In the order in which they were planned: ids grow with time. */
const byPlanning: ListOrder = { keys: [{ sql: sql`action.id`, type: 'uuid' }], descending: false };

export const actionById = byId(action);

type ActionPage = Lookup<ActionRow, Page<Visible<ActionRow>>>;

export const actionsOfIncident = (args: ActionsArgs, hour?: Date): ActionPage => pageOf(args, hour, underIncident);
const actionsOfOwner = (args: ActionsArgs, hour?: Date): ActionPage =>
  pageOf(args, hour, { is: sql`action.owner_id = parent."parent.key"`, type: 'uuid' });
const actionsInRegion = (args: ActionsArgs, hour?: Date): ActionPage =>
  pageOf(args, hour, { is: sql`parent."parent.key" = ANY (action.regions)`, type: 'text' });

function pageOf(args: ActionsArgs, hour: Date | undefined, parent: Parameters<typeof pageUnder>[2]): ActionPage {
  const list = { where: conditions(args, hour), order: byPlanning, page: pageRequest(args, byPlanning.keys) };
  return { ...pageUnder(action, list, parent), isFleeting: args.filter?.overdue != null };
}

export class ActionReads {
  constructor(
    private readonly reads: VisibleReads,
    private readonly clock: Clock,
  ) {}

  byId(operation: Operation, id: string, info?: GraphQLResolveInfo): Promise<Visible<ActionRow> | null> {
    return this.reads.lookUp(operation, () => actionById, id, info);
  }

  ofIncident(
    operation: Operation,
    incidentId: string,
    args: ActionsArgs,
    info: GraphQLResolveInfo,
  ): Promise<Page<Visible<ActionRow>>> {
    return this.reads.lookUp(operation, () => actionsOfIncident(args, this.clock.now()), incidentId, info);
  }

  ofOwner(
    operation: Operation,
    stakeholderId: string,
    args: ActionsArgs,
    info: GraphQLResolveInfo,
  ): Promise<Page<Visible<ActionRow>>> {
    return this.reads.lookUp(operation, () => actionsOfOwner(args, this.clock.now()), stakeholderId, info);
  }

  inRegion(
    operation: Operation,
    region: RegionCode,
    args: ActionsArgs,
    info: GraphQLResolveInfo,
  ): Promise<Page<Visible<ActionRow>>> {
    return this.reads.lookUp(operation, () => actionsInRegion(args, this.clock.now()), region, info);
  }

  /** How many are overdue in each incident. */
  overdueIn(operation: Operation, incidentId: string): Promise<number> {
    return operation.load('overdue actions of incident', incidentId, async (viewer, keys) => {
      const found = await this.reads.counts(viewer, action, isOverdueAt(this.clock.now()), {
        keys,
        ...underIncident,
      });
      return keys.map((key) => found.get(key) ?? 0);
    });
  }

  /** When the next one falls due in each incident. */
  nextDueIn(operation: Operation, incidentId: string): Promise<Date | null> {
    return operation.load('next due of incident', incidentId, async (viewer, ids) => {
      const where = sql`incident.id = ANY (${ids}::uuid[])`;
      const next = nextDueAt(this.clock.now());
      const found = await this.reads.values<ReadIncidentRow, Date | null>(viewer, incident, { where }, next);
      return ids.map((id) => found.get(id) ?? null);
    });
  }

  /** After the latest instant at which it was due. */
  isOverdue({ status, due }: ActionRow): boolean {
    return isPending(status) && due !== null && due.latest < this.clock.now();
  }
}

function isOverdueAt(hour: Date | undefined): Sql {
  return sql`(action.status IN ('PLANNED', 'IN_PROGRESS') AND COALESCE(action.due_latest < ${hour}, false))`;
}

function nextDueAt(hour: Date): Sql {
  const where = sql`action.status IN ('PLANNED', 'IN_PROGRESS') AND action.due_latest >= ${hour}`;
  return sql`(SELECT min(action.due_latest) FROM ${filtered(action, { incident: sql`incident.id`, where })})`;
}

function conditions({ filter }: ActionsArgs, hour: Date | undefined): Sql {
  const { statuses, kinds, owner, region, overdue } = filter ?? {};
  const isOverdue = isOverdueAt(hour);
  return join(
    [
      sql`true`,
      ...(statuses ? [sql`action.status = ANY (${statuses}::text[])`] : []),
      ...(kinds ? [sql`action.kind = ANY (${kinds}::text[])`] : []),
      ...(owner ? [sql`action.owner_id = ${owner}`] : []),
      ...(region ? [sql`${region} = ANY (action.regions)`] : []),
      ...(overdue == null ? [] : [overdue ? isOverdue : sql`NOT ${isOverdue}`]),
    ],
    ' AND ',
  );
}
