import type { ObjectLiteral } from 'typeorm';
import { empty, raw, type Sql, sql } from '../kernel/sql';
import type { Thing } from './thing';
import { visibleSql } from './visibility';

export interface Question {
  readonly where?: Sql;
  readonly order?: Sql;
  readonly limit?: number | Sql;
  /** Further columns, for what the row does not hold. */
  readonly beside?: Sql;
}

/** What follows FROM in whatever is asked for a reader: the rows of a thing under the rule of its table, and no others. */
export function filtered<Row extends ObjectLiteral>(thing: Thing<Row>, { where, order, limit }: Question): Sql {
  return sql`${raw(thing.table)} ${thing.joins ?? empty}
    WHERE ${visibleSql(thing.table)} AND ${where ?? sql`true`}
    ${order ? sql`ORDER BY ${order}` : empty} ${limit === undefined ? empty : sql`LIMIT ${limit}`}`;
}
