import type { FieldNode } from 'graphql';
import { countLimit, type Page } from '../kernel/paging';
import { empty, join, raw, type Sql, sql } from '../kernel/sql';
import type { Excerpt } from './excerpt';
import { filtered, keyByKey } from './filtered';
import { between, cut, type List } from './lists';
import type { Lookup } from './lookups';
import { viewerRelation } from './viewer';

/** One look-up of a statement that holds several. */
export interface Ask {
  readonly lookup: Lookup;
  /** Paths of properties; null for all. */
  needs: Set<string> | null;
  /** Where its keys come from; none for what the statement is for, whose keys are given. */
  readonly sources: Source[];
  /** Of a page: whether its rows are asked for, their places, and how many there are. */
  rows: boolean;
  placed: boolean;
  counted: boolean;
}

interface Source {
  /** The place of the other look-up among those of the statement. */
  readonly ask: number;
  readonly by: string;
  readonly many: boolean;
  /** The field that shows what is found. */
  readonly field: FieldNode;
}

type Row = Record<string, unknown>;
type Columns = readonly (readonly unknown[])[];

/** What the database answers to one look-up of a statement: lists of values as JSON, by column. */
export interface Answer {
  readonly name: string;
  readonly found: string;
}

/** What a look-up found for a key: a row or null, rows, or a page of them. */
export type Find = Row | null | readonly Row[] | Page<Row>;

/** What it found for each key, and the rows that are handed out with it. */
export interface Harvest {
  readonly ask: Ask;
  readonly finds: ReadonlyMap<string, Find>;
  readonly rows: readonly Row[];
}

/** Stands in a statement for a value that each run of it has another of. */
class Blank {
  constructor(readonly name: keyof Filling) {}
}

export interface Filling {
  readonly keys: readonly string[];
  readonly personId: string | null;
  readonly stakeholderId: string;
  readonly credentialId: string | null;
}

const blank = (name: keyof Filling) => new Blank(name) as unknown as string;

const anyMember = {
  kind: 'person',
  personId: blank('personId'),
  stakeholderId: blank('stakeholderId'),
  credentialId: blank('credentialId'),
} as const;

interface Part {
  readonly ask: Ask;
  readonly excerpt: Excerpt;
}

/** Several look-ups as one statement, which is the same for whoever runs it, and for whatever keys. */
export class Plan {
  /** It says what holds at the hour when it was made. */
  readonly isFleeting: boolean;
  private readonly text: string;
  private readonly values: readonly unknown[];

  constructor(private readonly parts: readonly Part[]) {
    this.isFleeting = parts.some(({ ask }) => ask.lookup.isFleeting);
    const named = parts.flatMap((part, at) => [
      ...(part.ask.rows ? [sql`${raw(`a${at}`)} AS (${this.rowsOf(part)})`] : []),
      ...(part.ask.counted ? [sql`${raw(`n${at}`)} AS (${this.countsOf(part)})`] : []),
    ]);
    const results = parts.flatMap(({ ask, excerpt }, at) => [
      ...(ask.rows ? [resultOf(`a${at}`, ['k', ...excerpt.columns.map((_, i) => `c${i}`), ...placesOf(ask)])] : []),
      ...(ask.counted ? [resultOf(`n${at}`, ['k', 'n'])] : []),
    ]);
    const statement = sql`WITH viewer AS (${viewerRelation([anyMember])}), ${join(named)} ${join(results, ' UNION ALL ')}`;
    this.text = statement.text;
    this.values = statement.values;
  }

  for(filling: Filling): Sql {
    const values = this.values.map((value) => (value instanceof Blank ? filling[value.name] : value));
    return { text: this.text, values } as unknown as Sql;
  }

  private keysOf({ ask: { sources, lookup } }: Part): Sql {
    if (sources.length === 0) return sql`SELECT unnest(${blank('keys')}::${raw(lookup.type)}[]) AS "parent.key"`;
    const keys = sources.map(({ ask, by, many }) => {
      const column = `c${(this.parts[ask] as Part).excerpt.placeOf(by)}`;
      return raw(`SELECT ${many ? `unnest(${column})` : column} AS key FROM a${ask}`);
    });
    return sql`SELECT DISTINCT key AS "parent.key" FROM (${join(keys, ' UNION ')}) AS keys WHERE key IS NOT NULL`;
  }

  private rowsOf(part: Part): Sql {
    const { ask, excerpt } = part;
    const { thing, is, incident, finds } = ask.lookup;
    const columns = excerpt.columns.map((column, i) => sql`${column} AS ${raw(`c${i}`)}`);
    const child =
      'page' in finds
        ? pageOf(ask, finds.page, columns)
        : sql`SELECT ${join(columns)} FROM ${filtered(thing, {
            incident,
            where: is,
            ...('all' in finds && { order: finds.all }),
          })}`;
    return sql`SELECT parent."parent.key" AS k, child.* FROM viewer CROSS JOIN LATERAL (${this.keysOf(part)}) AS parent
      CROSS JOIN LATERAL (${child} ${keyByKey}) AS child`;
  }

  private countsOf(part: Part): Sql {
    const { thing, is, incident, finds } = part.ask.lookup;
    const where = 'page' in finds ? sql`${is} AND ${finds.page.where}` : is;
    const counted = sql`SELECT FROM ${filtered(thing, { incident, where, limit: countLimit + 1 })}`;
    return sql`SELECT parent."parent.key" AS k, child.n FROM viewer CROSS JOIN LATERAL (${this.keysOf(part)}) AS parent
      CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM (${counted}) AS counted) AS child`;
  }

  /** What was found, look-up by look-up: what is below comes after what is above. */
  *harvest(keys: readonly string[], answers: readonly Answer[]): Generator<Harvest> {
    const found = new Map(answers.map(({ name, found: text }) => [name, JSON.parse(text) as Columns]));
    const rows: (readonly Row[])[] = [];
    for (const [at, { ask, excerpt }] of this.parts.entries()) {
      const wanted = ask.sources.length === 0 ? keys : keysAmong(ask.sources, rows);
      const places = placesByKey(found.get(`a${at}`)?.[0] ?? []);
      const counts = countsByKey(found.get(`n${at}`));
      const gather = new Gathering({ ask, excerpt, columns: found.get(`a${at}`) ?? [] });
      const finds = new Map<string, Find>();
      for (const key of wanted)
        if (!finds.has(key)) finds.set(key, gather.find(places.get(key) ?? [], counts?.get(key) ?? 0));
      rows.push(gather.rows);
      yield { ask, finds, rows: gather.rows };
    }
  }
}

function resultOf(name: string, columns: readonly string[]): Sql {
  const lists = raw(columns.map((column) => `json_agg(${column})`).join(', '));
  return sql`SELECT ${raw(`'${name}'`)} AS name, json_build_array(${lists})::text AS found FROM ${raw(name)}`;
}

function placesOf({ placed, lookup: { finds } }: Ask): string[] {
  return placed && 'page' in finds ? finds.page.order.keys.map((_, i) => `s${i}`) : [];
}

function pageOf(ask: Ask, { page, order, where }: List, columns: readonly Sql[]): Sql {
  const direction = raw(order.descending === (page.direction === 'forward') ? 'DESC' : 'ASC');
  const places = order.keys.map((key, i) => sql`, (${key.sql})::text AS ${raw(`s${i}`)}`);
  return sql`SELECT ${join(columns)} ${ask.placed ? join(places, ' ') : empty} FROM ${filtered(ask.lookup.thing, {
    incident: ask.lookup.incident,
    where: sql`${ask.lookup.is} AND ${where} AND ${between(order, page)}`,
    order: join(order.keys.map((key) => sql`${key.sql} ${direction}`)),
    limit: page.limit + 1,
  })}`;
}

/** Those of rows that are handed out, so that nothing else is. */
function keysAmong(sources: readonly Source[], rows: readonly (readonly Row[])[]): string[] {
  return sources.flatMap(({ ask, by }) => (rows[ask] ?? []).flatMap((row) => (row[by] ?? []) as string | string[]));
}

function placesByKey(keys: readonly unknown[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, key] of (keys ?? []).entries()) {
    const known = places.get(key as string);
    if (known) known.push(at);
    else places.set(key as string, [at]);
  }
  return places;
}

function countsByKey(columns: Columns | undefined): Map<string, number> | undefined {
  const [keys, counts] = columns ?? [];
  return keys && new Map(keys.map((key, at) => [key as string, counts?.[at] as number]));
}

/** Makes what each key finds, and keeps the rows that are handed out. */
class Gathering {
  readonly rows: Row[] = [];

  constructor(private readonly given: Part & { readonly columns: Columns }) {}

  find(places: readonly number[], count: number): Find {
    const { ask, excerpt, columns } = this.given;
    const { finds } = ask.lookup;
    const own = places.map((at) => excerpt.row(columns, at, 1));
    if ('one' in finds) return this.hand(own.slice(0, 1))[0] ?? null;
    if ('all' in finds) return this.hand(own);
    const from = 1 + excerpt.columns.length;
    const keyAt = (at: number) => placesOf(ask).map((_, i) => String(columns[from + i]?.[at]));
    const placed = own.map((row, i) => ({ row, key: keyAt(places[i] as number) }));
    const page = cut(placed, finds.page.page, () => count);
    this.hand(page.rows);
    return page;
  }

  private hand(rows: readonly Row[]): readonly Row[] {
    this.rows.push(...rows);
    return rows;
  }
}
