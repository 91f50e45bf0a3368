import type { Page, PageRequest, SortKey } from '../kernel/paging';
import { join, raw, type Sql, sql } from '../kernel/sql';

/** A list in a stable, unique order: all keys go the same way, and together make the cursor. */
export interface ListOrder {
  readonly keys: readonly (SortKey & { readonly sql: Sql })[];
  readonly descending: boolean;
}

export interface List {
  readonly where: Sql;
  readonly order: ListOrder;
  readonly page: PageRequest;
}

/** The parents of lists: `is` ties a child to `parent."parent.key"`. */
export interface Parents {
  readonly keys: readonly string[];
  readonly type: 'uuid' | 'text';
  readonly is: Sql;
  /** `parent."parent.key"`, if that is the incident that the children belong to. */
  readonly incident?: Sql | undefined;
}

/** The rows strictly between the cursors of a page. */
export function between({ keys, descending }: ListOrder, { after, before }: PageRequest): Sql {
  const tuple = join(keys.map((key) => key.sql));
  const values = (cursor: readonly string[]) =>
    join(cursor.map((value, i) => sql`${value}::${raw(keys[i]?.type ?? 'text')}`));
  const beyond = (cursor: readonly string[] | null, sign: string) =>
    cursor ? sql`(${tuple}) ${raw(sign)} (${values(cursor)})` : sql`true`;
  return sql`${beyond(after, descending ? '<' : '>')} AND ${beyond(before, descending ? '>' : '<')}`;
}

/** One more row than the page was read: it only tells that there is more. */
export function cut<Row>(
  found: readonly { row: Row; key: string[] }[],
  page: PageRequest,
  count: Page<Row>['count'],
): Page<Row> {
  const more = found.length > page.limit;
  const shown = found.slice(0, page.limit);
  const forward = page.direction === 'forward';
  if (!forward) shown.reverse();
  return {
    rows: shown.map(({ row }) => row),
    keys: shown.map(({ key }) => key),
    hasNextPage: forward ? more : page.before !== null,
    hasPreviousPage: forward ? page.after !== null : more,
    count,
  };
}
