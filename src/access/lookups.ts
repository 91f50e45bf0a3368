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
  /** `parent."parent.key"`, if that is the incident that its rows belong to. */
  readonly incident?: Sql | undefined;
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

/** A parent that is an incident, of what belongs to it. */
export const underIncident = { is: sql`true`, type: 'uuid', incident: sql`parent."parent.key"` } as const;

/** All that belong to one incident, in this order. */
export function allOfIncident<Row extends ObjectLiteral>(
  thing: Thing<Row>,
  order: Sql,
): Lookup<Row, readonly Visible<Row>[]> {
  return { name: `${thing.table} by incident`, thing, ...underIncident, finds: { all: order } };
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
  parent: Omit<Parents, 'keys'>,
): Lookup<Row, Page<Visible<Row>>> {
  return { name: `${thing.table} page`, thing, ...parent, finds: { page } };
}

/** What a field says, where it is declared, of how it finds its rows; `access/look-ahead.ts` reads it. */
export interface LookedUp {
  /** The property of the row of its parent that holds its key, or its keys. */
  readonly by: string;
  readonly many: boolean;
  readonly args: ClassType<object> | undefined;
  lookup(args: object): Lookup;
  /** What is shown of what a key finds. */
  show(found: unknown): unknown;
}

type Declared = PropertyDecorator & MethodDecorator;

function declared(said: LookedUp): Declared {
  return Extensions({ lookedUp: said }) as Declared;
}

/** The field shows what is found by that property of its parent's row: so it can be found together with its parent. */
export function FoundBy<Row extends ObjectLiteral, Found>(
  by: string,
  lookup: () => Lookup<Row, Found>,
  show: (found: NonNullable<Found>) => unknown,
): Declared {
  const shown = (found: unknown) => (found === null ? null : show(found as NonNullable<Found>));
  return declared({ by, many: false, args: undefined, lookup: lookup as () => Lookup, show: shown });
}

/** The same, for each key that the property holds; what is not found is left out. */
export function FoundByEach<Row extends ObjectLiteral, Found>(
  by: string,
  lookup: () => Lookup<Row, Found | null>,
  show: (found: Found) => unknown,
): Declared {
  const shown = (found: unknown) => (found as (Found | null)[]).flatMap((one) => (one === null ? [] : [show(one)]));
  return declared({ by, many: true, args: undefined, lookup: lookup as () => Lookup, show: shown });
}

/** The same for what hangs on the arguments of the field, too. */
export function FoundWith<Args extends object, Row extends ObjectLiteral, Found>(
  by: string,
  args: ClassType<Args>,
  lookup: (args: Args) => Lookup<Row, Found>,
  show: (found: Found) => unknown,
): Declared {
  return declared({ by, many: false, args, lookup: lookup as LookedUp['lookup'], show: show as LookedUp['show'] });
}

/** Shows what was found ahead for a thing; undefined if that is not known, and the resolver of the field has to look. */
export function shownAhead(
  { by, many, show }: LookedUp,
  { row }: { readonly row?: Readonly<Record<string, unknown>> },
  finds: ReadonlyMap<string, unknown> | undefined,
): unknown {
  const key = row?.[by];
  if (key === null) return null;
  if (!finds || key === undefined) return undefined;
  if (!many) return finds.has(key as string) ? show(finds.get(key as string)) : undefined;
  const keys = key as readonly string[];
  return keys.every((one) => finds.has(one)) ? show(keys.map((one) => finds.get(one))) : undefined;
}
