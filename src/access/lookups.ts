import type { ClassType } from 'type-graphql';
import { Extensions } from 'type-graphql';
import type { ObjectLiteral } from 'typeorm';
import type { Page } from '../kernel/paging';
import { raw, type Sql, sql } from '../kernel/sql';
import type { List, Parents } from './lists';
import type { Visible } from './reads';
import type { Thing } from './thing';

/** How rows of a thing are found from a key: the same for a field by itself as for one that is looked ahead to. */
export interface Lookup<Row extends ObjectLiteral = ObjectLiteral, Found = unknown> {
  /** Two of the same name, among the fields of one level, are looked up together. */
  readonly name: string;
  readonly thing: Thing<Row>;
  /** Ties a row to `parent."parent.key"`, which is of this type. */
  readonly is: Sql;
  readonly type: Parents['type'];
  /** Properties of its rows that are needed whatever is shown of them. */
  readonly needs?: readonly string[];
  /** It says what holds at the hour when it was made. */
  readonly isFleeting?: boolean;
  readonly found?: Found;
  readonly finds: { readonly one: true } | { readonly all: Sql } | { readonly page: List };
}

export function byId<Row extends ObjectLiteral>(thing: Thing<Row>): Lookup<Row, Visible<Row> | null> {
  const is = sql`${raw(thing.table)}.id = parent."parent.key"`;
  return { name: `${thing.table} by id`, thing, is, type: 'uuid', finds: { one: true } };
}

/** All that belong to one parent, in this order. */
export function allUnder<Row extends ObjectLiteral>(
  thing: Thing<Row>,
  column: string,
  order: Sql,
): Lookup<Row, readonly Visible<Row>[]> {
  const is = sql`${raw(`${thing.table}.${column}`)} = parent."parent.key"`;
  return { name: `${thing.table} by ${column}`, thing, is, type: 'uuid', finds: { all: order } };
}

/** A page of what `is` ties to one parent. */
export function pageUnder<Row extends ObjectLiteral>(
  thing: Thing<Row>,
  page: List,
  { is, type }: Pick<Parents, 'is' | 'type'>,
): Lookup<Row, Page<Visible<Row>>> {
  return { name: `${thing.table} page`, thing, is, type, finds: { page } };
}

/** What a field says, where it is declared, of how it finds its rows; `access/look-ahead.ts` reads it. */
export interface LookedUp {
  /** The property of the row of its parent that holds its key, or its keys. */
  readonly by: string;
  readonly many: boolean;
  readonly args: ClassType<object> | undefined;
  lookup(args: object): Lookup;
}

type Declared = PropertyDecorator & MethodDecorator;

/** The field shows what is found by that property of its parent's row: so it can be found together with its parent. */
export function FoundBy(by: string, lookup: () => Lookup): Declared {
  return Extensions({ lookedUp: { by, many: false, args: undefined, lookup } satisfies LookedUp }) as Declared;
}

/** The same, for each key that the property holds. */
export function FoundByEach(by: string, lookup: () => Lookup): Declared {
  return Extensions({ lookedUp: { by, many: true, args: undefined, lookup } satisfies LookedUp }) as Declared;
}

/** The same for a page, which hangs on the arguments of the field. */
export function PageFoundBy<Args extends object>(
  by: string,
  args: ClassType<Args>,
  lookup: (args: Args) => Lookup,
): Declared {
  return Extensions({ lookedUp: { by, many: false, args, lookup: lookup as LookedUp['lookup'] } }) as Declared;
}
