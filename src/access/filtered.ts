import type { ObjectLiteral } from 'typeorm';
import { empty, raw, type Sql, sql } from '../kernel/sql';
import type { Thing } from './thing';
import { visibleSql } from './visibility';

export interface Question {
  /** The incident that all rows belong to, as a value of the statement: no other is found. */
  readonly incident?: Sql | undefined;
  readonly where?: Sql;
  readonly order?: Sql;
  readonly limit?: number | Sql;
  /** Further columns, for what the row does not hold. */
  readonly beside?: Sql;
}

/** What follows FROM in whatever is asked for a reader: the rows of a thing under the rule of its table, and no others. */
export function filtered<Row extends ObjectLiteral>(
  thing: Thing<Row>,
  { incident, where, order, limit }: Question,
): Sql {
  return sql`${raw(thing.table)} ${thing.joins?.(incident) ?? empty}
    WHERE ${visibleSql(thing.table, incident)} AND ${where ?? sql`true`}
    ${order ? sql`ORDER BY ${order}` : empty} ${limit === undefined ? empty : sql`LIMIT ${limit}`}`;
}

/**
 * At the end of what is looked up for each of several keys: each by itself. Without it PostgreSQL may find it cheaper to
 * read a table whole, by a guess of how many keys there are, and pay more the more the table holds.
 */
export const keyByKey = sql`OFFSET 0`;
