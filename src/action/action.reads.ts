import type { List, ListOrder } from '../access/lists';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
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
  reading: ({ id, incidentId, marking }) => ({ incidentId, marking, what: { type: 'Action', key: id } }),
};

/** In the order in which they were planned: ids grow with time. */
const byPlanning: ListOrder = { keys: [{ sql: sql`action.id`, type: 'uuid' }], descending: false };

export class ActionReads {
  constructor(
    private readonly reads: VisibleReads,
    private readonly clock: Clock,
  ) {}

  byId(operation: Operation, id: string): Promise<Visible<ActionRow> | null> {
    return this.reads.byId(operation, action, id);
  }

  ofIncident(operation: Operation, incidentId: string, args: ActionsArgs): Promise<Page<Visible<ActionRow>>> {
    const is = sql`action.incident_id = parent."parent.key"`;
    return this.reads.pageUnder(operation, action, this.list(args), {
      name: 'incident',
      key: incidentId,
      type: 'uuid',
      is,
    });
  }

  ofOwner(operation: Operation, stakeholderId: string, args: ActionsArgs): Promise<Page<Visible<ActionRow>>> {
    const is = sql`action.owner_id = parent."parent.key"`;
    return this.reads.pageUnder(operation, action, this.list(args), {
      name: 'owner',
      key: stakeholderId,
      type: 'uuid',
      is,
    });
  }

  inRegion(operation: Operation, region: RegionCode, args: ActionsArgs): Promise<Page<Visible<ActionRow>>> {
    const is = sql`parent."parent.key" = ANY (action.regions)`;
    return this.reads.pageUnder(operation, action, this.list(args), { name: 'region', key: region, type: 'text', is });
  }

  /** After the latest instant at which it was due. */
  isOverdue({ status, due }: ActionRow): boolean {
    return isPending(status) && due !== null && due.latest < this.clock.now();
  }

  private list(args: ActionsArgs): List {
    return { where: this.conditions(args), order: byPlanning, page: pageRequest(args, byPlanning.keys) };
  }

  private conditions({ filter }: ActionsArgs): Sql {
    const { statuses, kinds, owner, region, overdue } = filter ?? {};
    const isOverdue = sql`(action.status IN ('PLANNED', 'IN_PROGRESS') AND COALESCE(action.due_latest < ${this.clock.now()}, false))`;
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
}
