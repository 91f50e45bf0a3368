import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';

export { empty, join, raw, type Sql, sql };

type Cells = Record<string, unknown>;
/** Runs one statement: on the pool, or on the connection of a unit of work. */
export type Run = (statement: Sql) => Promise<Cells[]>;

/** `dataSource.query` inside a transaction would take a second connection: hand in the transaction's manager there. */
export function runOn(connection: { query(text: string, values: unknown[]): Promise<unknown> }): Run {
  return (statement) => connection.query(statement.text, statement.values) as Promise<Cells[]>;
}

/** How the rows of one entity are named in a statement and read back from it. */
export interface RowShape {
  readonly table: string;
  /** The columns of the table under `alias`, each under its dotted property path behind `prefix`. */
  columns(alias: string, prefix?: string): Sql;
  /** The row behind `prefix`; null if all its cells are null, as an outer join leaves it. */
  read(cells: Cells, prefix?: string): Record<string, unknown> | null;
}

export function rowShape(dataSource: DataSource, entity: EntityTarget<ObjectLiteral>): RowShape {
  const { tableName, columns } = dataSource.getMetadata(entity);
  const pairs = columns.map((column) => ({ name: column.databaseName, path: column.propertyPath.split('.') }));
  const embedded = new Set(pairs.filter(({ path }) => path.length > 1).map(({ path }) => path[0] as string));
  return {
    table: tableName,
    columns: (alias, prefix = '') =>
      raw(pairs.map(({ name, path }) => `"${alias}"."${name}" AS "${prefix}${path.join('.')}"`).join(', ')),
    read: (cells, prefix = '') => {
      const row: Cells = {};
      for (const { path } of pairs) place(row, path, cells[prefix + path.join('.')] ?? null);
      for (const name of embedded) if (isBlank(row[name] as Cells)) row[name] = null;
      return isBlank(row) ? null : row;
    },
  };
}

/** Embedded values are one level deep. */
function place(row: Cells, [first, second]: readonly string[], cell: unknown): void {
  if (second === undefined) {
    row[first as string] = cell;
    return;
  }
  const part = (row[first as string] ?? {}) as Cells;
  part[second] = cell;
  row[first as string] = part;
}

function isBlank(cells: Cells): boolean {
  return Object.values(cells).every((cell) => cell === null);
}
