import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';

export { empty, join, raw, type Sql, sql };

type Cells = Record<string, unknown>;
/** Runs one statement: on the pool, or on the connection of a unit of work. */
export type Run = (statement: Pick<Sql, 'text' | 'values'>) => Promise<Cells[]>;

interface Connection {
  query(text: string, values: unknown[]): Promise<{ readonly rows: Cells[] }>;
}

/**
 * On a connection of the pool, or the one that a unit of work holds: on another its statements would see nothing of what it
 * did, and wait for it. TypeORM's own way to the connection would cost as much as the connection; its logger hears of it.
 */
export function runOn(dataSource: DataSource, connection: () => Promise<Connection> = poolOf(dataSource)): Run {
  return async ({ text, values }) => {
    const connected = await connection();
    dataSource.logger.logQuery(text, values);
    return (await connected.query(text, values)).rows;
  };
}

function poolOf(dataSource: DataSource): () => Promise<Connection> {
  return async () => {
    const pool: Connection | undefined = (dataSource.driver as PostgresDriver).master;
    if (!pool) throw new Error('DataSource is not connected.');
    return pool;
  };
}

/** How the rows of one entity are named in a statement and read back from it. */
export interface RowShape {
  readonly table: string;
  /** The columns of the table under `alias`, each under its dotted property path behind `prefix`. */
  columns(alias: string, prefix?: string): Sql;
  /** The columns one by one. */
  readonly cells: readonly Cell[];
  /** The row behind `prefix`; null if all its cells are null, as an outer join leaves it. */
  read(cells: Cells, prefix?: string): Record<string, unknown> | null;
}

/** A column, and the path of the property that holds it. */
export interface Cell {
  readonly column: string;
  readonly path: readonly string[];
  readonly type: string;
  readonly isKey: boolean;
}

export function rowShape(dataSource: DataSource, entity: EntityTarget<ObjectLiteral>): RowShape {
  const { tableName, columns } = dataSource.getMetadata(entity);
  const pairs = columns.map((column) => ({ name: column.databaseName, path: column.propertyPath.split('.') }));
  const plans = new Map<string, Plan>();
  return {
    table: tableName,
    cells: columns.map(({ databaseName, propertyPath, type, isPrimary }) => ({
      column: databaseName,
      path: propertyPath.split('.'),
      type: String(type),
      isKey: isPrimary,
    })),
    columns: (alias, prefix = '') =>
      raw(pairs.map(({ name, path }) => `"${alias}"."${name}" AS "${prefix}${path.join('.')}"`).join(', ')),
    read: (cells, prefix = '') => {
      const plan = plans.get(prefix) ?? planOf(pairs, prefix);
      plans.set(prefix, plan);
      return readBy(plan, cells);
    },
  };
}

/** Where each property is found. Embedded values are one level deep. */
interface Plan {
  readonly own: readonly Place[];
  readonly embedded: readonly { readonly property: string; readonly parts: readonly Place[] }[];
}

interface Place {
  readonly cell: string;
  readonly property: string;
}

function planOf(pairs: readonly { readonly path: readonly string[] }[], prefix: string): Plan {
  const own: Place[] = [];
  const embedded = new Map<string, Place[]>();
  for (const { path } of pairs) {
    const [first, second] = path as [string, string?];
    const cell = prefix + path.join('.');
    if (second === undefined) own.push({ cell, property: first });
    else embedded.set(first, [...(embedded.get(first) ?? []), { cell, property: second }]);
  }
  return { own, embedded: [...embedded].map(([property, parts]) => ({ property, parts })) };
}

function readBy({ own, embedded }: Plan, cells: Cells): Cells | null {
  const row: Cells = {};
  let isBlank = !take(row, own, cells);
  for (const { property, parts } of embedded) {
    const value: Cells = {};
    const isThere = take(value, parts, cells);
    row[property] = isThere ? value : null;
    if (isThere) isBlank = false;
  }
  return isBlank ? null : row;
}

/** Whether there was anything to take. */
function take(into: Cells, places: readonly Place[], cells: Cells): boolean {
  let isThere = false;
  for (const { cell, property } of places) {
    const value = cells[cell] ?? null;
    into[property] = value;
    if (value !== null) isThere = true;
  }
  return isThere;
}
