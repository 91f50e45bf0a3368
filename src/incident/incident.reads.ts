import type { GraphQLResolveInfo } from 'graphql';
import type { List, ListOrder } from '../access/lists';
import { byId, pageUnder } from '../access/lookups';
import { type Name, named } from '../access/names';
import type { Operation } from '../access/operation';
import type { Reading } from '../access/readings';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { currentEntry, followsSql, visibleSql } from '../access/visibility';
import { JournalHeadRow, JournalLineRow } from '../journal/journal.entity';
import { type Page, pageRequest } from '../kernel/paging';
import { empty, join, type Sql, sql } from '../kernel/sql';
import type { RegionCode } from '../region/region';
import { severityRank } from './incident';
import { IncidentRow } from './incident.entity';
import type { IncidentFilter, IncidentOrder, IncidentsArgs } from './incident.inputs';

/** An incident with the head of its journal, read in the same statement; no head for who does not follow it. */
export type ReadIncidentRow = IncidentRow & { readonly head: JournalHeadRow | null };

const reading = ({ id, marking }: IncidentRow): Reading => ({
  incidentId: id,
  marking,
  what: { type: 'Incident', key: id },
});

export const incident: Thing<ReadIncidentRow> = {
  table: 'incident',
  entity: IncidentRow,
  always: ['id', 'marking.tlp', 'marking.originator'],
  joined: { head: { entity: JournalHeadRow, as: 'journal_head' } },
  joins: () => sql`LEFT JOIN journal_head ON journal_head.stream_id = incident.id AND ${followsSql('incident.id')}`,
  reading,
};

/** An incident with the last line that its viewer may read, if the viewer does not follow it and has no head. */
export type WatchedIncidentRow = ReadIncidentRow & { readonly last: JournalLineRow | null };

export const watchedIncident: Thing<WatchedIncidentRow> = {
  table: 'incident',
  entity: IncidentRow,
  joined: { ...incident.joined, last: { entity: JournalLineRow, as: 'last_line' } },
  joins: () => sql`${incident.joins?.() ?? empty} LEFT JOIN LATERAL (
    SELECT journal_line.* FROM journal_line JOIN ${currentEntry} ON journal_entry.id = journal_line.entry_id
    WHERE journal_line.stream_id = incident.id AND ${visibleSql('journal_entry', sql`incident.id`)}
    ORDER BY journal_line.number DESC LIMIT 1) AS last_line ON journal_head.stream_id IS NULL`,
  reading,
};

/** The last entry that this viewer may read: what "updated" means to it. */
const lastReadable = sql`(
  SELECT journal_entry.recorded_at FROM journal_line JOIN ${currentEntry} ON journal_entry.id = journal_line.entry_id
  WHERE journal_line.stream_id = incident.id AND ${visibleSql('journal_entry', sql`incident.id`)}
  ORDER BY journal_line.number DESC LIMIT 1)`;

/** What was never readable to somebody was new to it when it was declared. */
const lastUpdate = sql`COALESCE(${lastReadable}, incident.declared_at)`;

const last = { sql: sql`incident.id`, type: 'uuid' } as const;
const orders: Record<IncidentOrder, ListOrder> = {
  SEVERITY: {
    keys: [
      { sql: sql`incident.severity_rank`, type: 'smallint' },
      { sql: sql`incident.declared_at`, type: 'timestamptz' },
      last,
    ],
    descending: true,
  },
  DECLARED: { keys: [{ sql: sql`incident.declared_at`, type: 'timestamptz' }, last], descending: true },
  UPDATED: {
    keys: [{ sql: lastUpdate, type: 'timestamptz' }, last],
    descending: true,
  },
};

export const incidentById = byId(incident);
const incidentByReference: typeof incidentById = {
  ...incidentById,
  name: 'incident by reference',
  is: sql`incident.reference = parent."parent.key"`,
  type: 'text',
};

const names = { id: 'uuid', reference: 'text' } as const;

export class IncidentReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string, info?: GraphQLResolveInfo): Promise<Visible<ReadIncidentRow> | null> {
    return this.reads.lookUp(operation, () => incidentById, id, info);
  }

  byReference(
    operation: Operation,
    reference: string,
    info?: GraphQLResolveInfo,
  ): Promise<Visible<ReadIncidentRow> | null> {
    return this.reads.lookUp(operation, () => incidentByReference, reference, info);
  }

  named(operation: Operation, name: Name<typeof names>): Promise<Visible<ReadIncidentRow> | null> {
    return named(this.reads, operation, { thing: incident, names }, name);
  }

  page(operation: Operation, args: IncidentsArgs, info: GraphQLResolveInfo): Promise<Page<Visible<ReadIncidentRow>>> {
    return this.reads.page(operation, incident, () => listOf(args), info);
  }

  inRegion(
    operation: Operation,
    region: RegionCode,
    args: IncidentsArgs,
    info: GraphQLResolveInfo,
  ): Promise<Page<Visible<ReadIncidentRow>>> {
    const parent = { type: 'text', is: isInRegion(sql`parent."parent.key"`) } as const;
    return this.reads.lookUp(operation, () => pageUnder(incident, listOf(args), parent), region, info);
  }

  ofStakeholder(
    operation: Operation,
    stakeholderId: string,
    args: IncidentsArgs,
    info: GraphQLResolveInfo,
  ): Promise<Page<Visible<ReadIncidentRow>>> {
    const parent = { type: 'uuid', is: isInvolved(sql`parent."parent.key"`) } as const;
    return this.reads.lookUp(operation, () => pageUnder(incident, listOf(args), parent), stakeholderId, info);
  }

  /** When the viewer last saw something new in each incident. */
  updatedAt(operation: Operation, row: IncidentRow): Promise<Date> {
    return operation.load('incident updatedAt', row.id, async (viewer, ids) => {
      const where = sql`incident.id = ANY (${ids}::uuid[])`;
      const found = await this.reads.values<ReadIncidentRow, Date>(viewer, incident, { where }, lastUpdate);
      return ids.map((id) => found.get(id) ?? row.declaredAt);
    });
  }
}

function listOf(args: IncidentsArgs): List {
  const order = orders[args.orderBy];
  return { where: conditions(args.filter ?? {}), order, page: pageRequest(args, order.keys) };
}

const isInRegion = (region: Sql): Sql => sql`EXISTS (
  SELECT FROM affected_region WHERE affected_region.incident_id = incident.id AND affected_region.region_code = ${region}
    AND ${visibleSql('affected_region', sql`incident.id`)})`;

const isInvolved = (stakeholder: Sql): Sql => sql`EXISTS (
  SELECT FROM involvement WHERE involvement.incident_id = incident.id AND involvement.stakeholder_id = ${stakeholder}
    AND involvement.left_at IS NULL AND ${visibleSql('involvement', sql`incident.id`)})`;

function conditions(filter: Partial<IncidentFilter>): Sql {
  const { statuses, severities, minimumSeverity, natures, region, stakeholder, exercise, updatedSince } = filter;
  return join(
    [
      sql`true`,
      ...(statuses ? [sql`incident.status = ANY (${statuses}::text[])`] : []),
      // What a plan for any statuses cannot know: that the index of open incidents has all of these.
      ...(statuses && !statuses.includes('CLOSED') ? [sql`incident.status <> 'CLOSED'`] : []),
      ...(severities ? [sql`incident.severity = ANY (${severities}::text[])`] : []),
      ...(minimumSeverity ? [sql`incident.severity_rank >= ${severityRank(minimumSeverity)}`] : []),
      ...(natures ? [sql`incident.nature = ANY (${natures}::text[])`] : []),
      ...(region ? [isInRegion(sql`${region}`)] : []),
      ...(stakeholder ? [isInvolved(sql`${stakeholder}::uuid`)] : []),
      ...(exercise == null ? [] : [sql`incident.exercise = ${exercise}`]),
      ...(updatedSince ? [sql`${lastUpdate} >= ${updatedSince}`] : []),
    ],
    ' AND ',
  );
}
