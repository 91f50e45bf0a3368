import { Extensions } from 'type-graphql';
import { type Kept, ReadRow } from './read-row';

/** What a field needs of the row that it shows: properties, by their paths; or parts of them, by its own fields. */
export type Needs = readonly string[] | { readonly of: readonly string[]; readonly parts: Parts };

/** What each field of a value needs of a property that holds it; what is not named needs all of it. */
export type Parts = Readonly<Record<string, readonly string[]>>;

/** How a field of a type is made from a row, once it is asked for. */
export interface ShownField<Row> {
  readonly needs: Needs;
  // biome-ignore lint/suspicious/noExplicitAny: what the field holds is for the type that is shown to say.
  of(row: Row): any;
}

export type Shown<Row> = Readonly<Record<string, ShownField<Row>>>;

/** A field that is made from these properties. */
export function from<Row>(needs: Needs, of: ShownField<Row>['of']): ShownField<Row> {
  return { needs, of };
}

/** Fields that show the property of their name. */
export function asTheyAre<Row extends object>(...names: (keyof Row & string)[]): Record<string, ShownField<Row>> {
  return Object.fromEntries(names.map((name) => [name, from<Row>([name], (row) => row[name])]));
}

/** Says on the type how it is shown; `access/look-ahead.ts` reads from it what has to be looked up. */
export function ShownAs<Row>(shown: Shown<Row>): ClassDecorator {
  return Extensions({ shown }) as ClassDecorator;
}

/** Makes what is shown of a row: each field when it is asked for, since few are. */
export function showing<Row extends object, Type extends { readonly row: Row }>(
  typename: string,
  shown: Shown<Row>,
): (row: Row) => Type {
  return classOf(typename, shown, 'row') as (row: Row) => Type;
}

/** The same for a part of a row. */
export function showingPart<Row extends object, Type extends { readonly stored: Row }>(
  shown: Shown<Row>,
): (row: Row) => Type {
  return classOf(undefined, shown, 'stored') as (row: Row) => Type;
}

/** What is shown of a row, all of which comes from the row. */
class Presented<Row extends object> {
  readonly row?: Row;
  readonly stored?: Row;

  constructor(holder: 'row' | 'stored', row: Row) {
    this[holder] = row;
  }
}

/** What is kept with the row that this shows; nothing where it is read for once. */
export function keptWith(source: unknown): Kept | undefined {
  return source instanceof Presented ? ReadRow.kept(source.row) : undefined;
}

function classOf<Row extends object>(typename: string | undefined, shown: Shown<Row>, holder: 'row' | 'stored') {
  class Own extends Presented<Row> {}
  for (const [name, { of }] of Object.entries(shown)) {
    Object.defineProperty(Own.prototype, name, {
      get(this: Own) {
        return of(this[holder] as Row);
      },
    });
  }
  if (typename !== undefined) Object.defineProperty(Own.prototype, '__typename', { value: typename });
  return (row: Row) => new Own(holder, row);
}
