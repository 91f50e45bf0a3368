import type { GraphQLResolveInfo } from 'graphql';
import type { ListOrder } from '../access/lists';
import { byId } from '../access/lookups';
import { type Name, named } from '../access/names';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { type Page, pageRequest } from '../kernel/paging';
import { join, type Sql, sql } from '../kernel/sql';
import type { RegionCode } from '../region/region';
import { StakeholderRow } from './stakeholder.entity';
import type { StakeholdersArgs } from './stakeholder.inputs';

export const stakeholder: Thing<StakeholderRow> = { table: 'stakeholder', entity: StakeholderRow };

const byCode: ListOrder = { keys: [{ sql: sql`stakeholder.code`, type: 'text' }], descending: false };

export const stakeholderById = byId(stakeholder);

const names = { id: 'uuid', code: 'text' } as const;

export class StakeholderReads {
  constructor(private readonly reads: VisibleReads) {}

  byId(operation: Operation, id: string, info?: GraphQLResolveInfo): Promise<Visible<StakeholderRow> | null> {
    return this.reads.lookUp(operation, () => stakeholderById, id, info);
  }

  named(operation: Operation, name: Name<typeof names>): Promise<Visible<StakeholderRow> | null> {
    return named(this.reads, operation, { thing: stakeholder, names }, name);
  }

  byCode(operation: Operation, code: string): Promise<Visible<StakeholderRow> | null> {
    return operation.load('stakeholder by code', code, async (viewer, codes) => {
      const rows = await this.reads.rows(viewer, stakeholder, {
        where: sql`stakeholder.code = ANY (${codes}::text[])`,
      });
      return codes.map((one) => rows.find((row) => row.code === one) ?? null);
    });
  }

  arsOf(operation: Operation, region: RegionCode): Promise<Visible<StakeholderRow> | null> {
    return operation.load('ars of region', region, async (viewer, codes) => {
      const where = sql`stakeholder.kind = 'ARS' AND stakeholder.jurisdiction && ${codes}::text[]`;
      const rows = await this.reads.rows(viewer, stakeholder, { where, order: sql`stakeholder.code` });
      return codes.map((code) => rows.find(({ jurisdiction }) => jurisdiction.includes(code)) ?? null);
    });
  }

  /** In the order of the ids, without those that there are not. */
  async some(
    operation: Operation,
    ids: readonly string[],
    info?: GraphQLResolveInfo,
  ): Promise<Visible<StakeholderRow>[]> {
    const rows = await Promise.all(ids.map((id) => this.byId(operation, id, info)));
    return rows.filter((row) => row !== null);
  }

  page(operation: Operation, args: StakeholdersArgs): Promise<Page<Visible<StakeholderRow>>> {
    return this.reads.page(operation, stakeholder, () => ({
      where: conditions(args),
      order: byCode,
      page: pageRequest(args, byCode.keys),
    }));
  }
}

function conditions({ codes, kinds, region, enrolled }: StakeholdersArgs): Sql {
  return join(
    [
      sql`true`,
      ...(codes ? [sql`stakeholder.code = ANY (${codes}::text[])`] : []),
      ...(kinds ? [sql`stakeholder.kind = ANY (${kinds}::text[])`] : []),
      ...(region ? [sql`${region} = ANY (stakeholder.jurisdiction)`] : []),
      ...(enrolled == null ? [] : [sql`stakeholder.enrolled = ${enrolled}`]),
    ],
    ' AND ',
  );
}
