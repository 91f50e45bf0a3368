import type { ObjectLiteral } from 'typeorm';
import type { Sql } from '../kernel/sql';
import type { Reading } from './readings';
import type { Guarded } from './visibility';

type Entity = new () => ObjectLiteral;

/** What may be shown with a row that it is joined to; whatever has a rule is joined under that rule. */
type Joined = 'journal_head' | 'journal_entry' | 'remarked' | 'last_line' | 'stakeholder' | 'membership';

/** A kind of row that readers ask for; joined rows come nested under their name, null where the join finds none. */
export interface Thing<Row extends ObjectLiteral> {
  readonly table: Guarded;
  readonly entity: Entity;
  readonly joined?: Readonly<Record<string, { readonly entity: Entity; readonly as: Joined }>>;
  /** Follows the table in FROM; may use `viewer`, and the incident that all rows belong to, if the statement knows it. */
  readonly joins?: (incident?: Sql) => Sql;
  /** Properties that are needed whatever is shown of a row. */
  readonly always?: readonly string[];
  /** What it means to be handed a row; every thing that carries a marking says so. Null: nothing that is marked. */
  reading?(row: Row): Reading | null;
  readonly row?: Row;
}

export function readingsOf<Row extends ObjectLiteral>({ reading }: Thing<Row>, rows: readonly Row[]): Reading[] {
  return reading ? rows.flatMap((row) => reading(row) ?? []) : [];
}
