import type { ObjectLiteral } from 'typeorm';
import { join, raw, type Sql, sql } from '../kernel/sql';
import type { Operation } from './operation';
import type { Thing, Visible, VisibleReads } from './reads';

/** The columns that each tell a thing from all others of its kind. */
export type Names = Readonly<Record<string, 'uuid' | 'text'>>;
/** What a thing is called by, such as its code. */
export interface Name<Of extends Names> {
  readonly by: keyof Of & string;
  readonly value: string;
}

/** Finds a thing by any of its names; all that are asked for together take one statement, whichever they are called by. */
export function named<Row extends ObjectLiteral, Of extends Names>(
  reads: VisibleReads,
  operation: Operation,
  { thing, names }: { readonly thing: Thing<Row>; readonly names: Of },
  name: Name<Of>,
): Promise<Visible<Row> | null> {
  return operation.load(`${thing.table} named`, keyOf(name.by, name.value), async (viewer, keys) => {
    const rows = await reads.rows(viewer, thing, { where: isCalled(thing, names, keys) });
    const byKey = new Map(rows.flatMap((row) => Object.keys(names).map((by) => [keyOf(by, row[by]), row])));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

function isCalled<Row extends ObjectLiteral>({ table }: Thing<Row>, names: Names, keys: readonly string[]): Sql {
  const conditions = Object.entries(names).map(([by, type]) => {
    const values = keys.filter((key) => key.startsWith(keyOf(by, ''))).map((key) => key.slice(keyOf(by, '').length));
    return sql`${raw(`${table}.${by}`)} = ANY (${values}::${raw(type)}[])`;
  });
  return sql`(${join(conditions, ' OR ')})`;
}

const keyOf = (by: string, value: string): string => `${by} ${value}`;
