import type { GraphQLResolveInfo } from 'graphql';
import type { DataSource, ObjectLiteral } from 'typeorm';
import { AppError } from '../kernel/errors';
import { countLimit, type Page } from '../kernel/paging';
import { empty, join, type Run, raw, runOn, type Sql, sql } from '../kernel/sql';
import { Together } from '../kernel/together';
import type { Answer, Find, Plan } from './asks';
import { filtered, keyByKey, type Question } from './filtered';
import { Foresight, fieldOf } from './foresight';
import { between, cut, type List, type Parents } from './lists';
import { byId, type Lookup, pageUnder } from './lookups';
import type { Operation } from './operation';
import { type Outcomes, outcomeOf } from './outcomes';
import { type Handful, handfulsOf, isReader, type Reader, type Readings } from './readings';
import { Shapes } from './shapes';
import { readingsOf, type Thing } from './thing';
import { type Viewer, viewerRelation } from './viewer';

export type { Thing } from './thing';

declare const checked: unique symbol;
/** A row that its reader may see. Only this file makes one. */
export type Visible<Row> = Row & { readonly [checked]: true };

type Cells = Record<string, unknown>;
type Finds = ReadonlyMap<string, Find>;

interface Asked {
  readonly viewer: Viewer;
  readonly keys: readonly string[];
}

interface Found<Row> {
  readonly cells: Cells;
  readonly row: Visible<Row> | null;
}

/** The visibility filter: the one place that runs row-returning statements for readers. */
export class VisibleReads {
  private readonly foresight: Foresight;
  private readonly gatherings = new Map<string, Together<Asked, Finds>>();

  constructor(
    private readonly dataSource: DataSource,
    /** Null where what is read is shown to nobody. */
    private readonly readings: Readings | null,
    /** Null where nothing is kept. */
    private readonly outcomes: Outcomes | null = null,
    private readonly run: Run = runOn(dataSource),
    private readonly shapes = new Shapes(dataSource),
  ) {
    this.foresight = new Foresight(this.shapes);
  }

  /** The same filter inside a transaction: a command looks, and its answer is read anew. */
  within(run: Run): VisibleReads {
    return new VisibleReads(this.dataSource, null, null, run, this.shapes);
  }

  async rows<Row extends ObjectLiteral>(
    viewer: Viewer,
    thing: Thing<Row>,
    question: Question = {},
  ): Promise<Visible<Row>[]> {
    const cells = await this.ask(
      [viewer],
      thing,
      sql`SELECT ${this.shapes.columns(thing)} FROM viewer CROSS JOIN ${filtered(thing, question)}`,
    );
    const rows = cells.map((row) => this.read(thing, row));
    this.note(viewer, thing, rows);
    return rows;
  }

  async one<Row extends ObjectLiteral>(viewer: Viewer, thing: Thing<Row>, where: Sql): Promise<Visible<Row> | null> {
    return (await this.rows(viewer, thing, { where, limit: 1 }))[0] ?? null;
  }

  /** How many, counted to one past the limit at most. */
  async count<Row extends ObjectLiteral>(viewer: Viewer, thing: Thing<Row>, where: Sql): Promise<number> {
    const counted = sql`SELECT FROM viewer CROSS JOIN ${filtered(thing, { where, limit: countLimit + 1 })}`;
    const [cells] = await this.ask([viewer], thing, sql`SELECT count(*)::int AS count FROM (${counted}) AS counted`);
    return cells?.['count'] as number;
  }

  /**
   * What each of these keys finds, null for nothing, in one statement with what other viewers look up in the same way at
   * about the same time. Who hands the rows out says to whom, by `note`.
   */
  async together<Row extends ObjectLiteral>(
    viewer: Viewer,
    lookup: Lookup<Row, Visible<Row> | null>,
    keys: readonly string[],
  ): Promise<(Visible<Row> | null)[]> {
    refuseStrangers(lookup.thing, [viewer]);
    let gathering = this.gatherings.get(lookup.name);
    if (!gathering) {
      gathering = new Together((asked) => this.lookUpFor(asked, lookup as Lookup));
      this.gatherings.set(lookup.name, gathering);
    }
    const found = await gathering.do({ viewer, keys });
    return keys.map((key) => (found.get(key) ?? null) as Visible<Row> | null);
  }

  private async lookUpFor(asked: readonly Asked[], { thing, is, type, incident }: Lookup): Promise<Finds[]> {
    const keys = asked.flatMap((one) => one.keys);
    const places = asked.flatMap((one, place) => one.keys.map(() => place));
    const parent = sql`SELECT viewer.key AS "parent.viewer", asked.key AS "parent.key"
      FROM unnest(${places}::int[], ${keys}::${raw(type)}[]) AS asked (place, key) WHERE asked.place = viewer.key`;
    const found = await this.forMany(
      asked.map(({ viewer }) => viewer),
      thing,
      parent,
      { incident, where: is },
    );
    const finds = asked.map(() => new Map<string, Find>());
    for (const { cells, row } of found)
      if (row) finds[cells['parent.viewer'] as number]?.set(cells['parent.key'] as string, row);
    return finds;
  }

  /**
   * For each viewer, and for each row of `parent` (a subquery that may use `viewer`, with its place in the list as
   * `viewer.key`), the first rows of a thing, in one statement. A parent without rows comes too, once. Who hands the rows
   * out says to whom, by `note`.
   */
  async forMany<Row extends ObjectLiteral>(
    viewers: readonly Viewer[],
    thing: Thing<Row>,
    parent: Sql,
    question: Question,
  ): Promise<Found<Row>[]> {
    const child = sql`SELECT true AS found, ${this.shapes.columns(thing)} ${question.beside ?? empty} FROM ${filtered(thing, question)}`;
    const found = await this.ask(
      viewers,
      thing,
      sql`SELECT parent.*, child.* FROM viewer CROSS JOIN LATERAL (${parent}) AS parent
        LEFT JOIN LATERAL (${child} ${keyByKey}) AS child ON true`,
    );
    return found.map((cells) => ({ cells, row: cells['found'] === true ? this.read(thing, cells) : null }));
  }

  /** A page of the same list under each of several parents, in one statement. */
  async pages<Row extends ObjectLiteral>(
    viewer: Viewer,
    thing: Thing<Row>,
    list: List,
    parents: Parents,
  ): Promise<Map<string, Page<Visible<Row>>>> {
    const { page, order } = list;
    const direction = raw(order.descending === (page.direction === 'forward') ? 'DESC' : 'ASC');
    const type = raw(parents.type);
    const parent = sql`SELECT unnest(${parents.keys}::${type}[]) AS "parent.key"`;
    const found = await this.forMany([viewer], thing, parent, {
      incident: parents.incident,
      where: sql`${parents.is} AND ${list.where} AND ${between(order, page)}`,
      order: join(order.keys.map((key) => sql`${key.sql} ${direction}`)),
      limit: page.limit + 1,
      beside: join(
        order.keys.map((key, index) => sql`(${key.sql})::text AS ${raw(`"sort.${index}"`)}`),
        ', ',
        ', ',
      ),
    });
    let counts: Promise<Map<string, number>> | undefined;
    const count = (key: string) => async () => {
      counts ??= this.counts(viewer, thing, list.where, parents);
      return (await counts).get(key) ?? 0;
    };
    return new Map(
      parents.keys.map((key) => {
        const own = found.flatMap(({ cells, row }) =>
          row && cells['parent.key'] === key
            ? [{ row, key: order.keys.map((_, i) => String(cells[`sort.${i}`])) }]
            : [],
        );
        const shown = cut(own, page, count(key));
        this.note(viewer, thing, shown.rows);
        return [key, shown];
      }),
    );
  }

  /**
   * What a field finds by a key, in one statement with what its siblings find by theirs; with `info`, also with what the
   * fields below it find that say how. Two fields find each other's rows only if all of these is there.
   */
  async lookUp<Row extends ObjectLiteral, Found>(
    operation: Operation,
    how: () => Lookup<Row, Found>,
    key: string,
    info?: GraphQLResolveInfo,
  ): Promise<Found> {
    const field = info && fieldOf(operation.viewer, info);
    const foreseen = field && operation.foreseen(field);
    if (foreseen?.has(key)) return foreseen.get(key) as Found;
    const lookup = how();
    if (!field || !info) return this.lookUpAlone(operation, lookup, key);
    const plan = this.foresight.planFor(field, lookup as Lookup, info);
    return operation.load(plan, key, async (viewer, keys) => {
      const finds = await this.carryOut(plan, operation, viewer as Reader, keys);
      return keys.map((one) => finds.get(one) as Found);
    });
  }

  private async carryOut(plan: Plan, operation: Operation, viewer: Reader, keys: readonly string[]): Promise<Finds> {
    const personId = viewer.kind === 'person' ? viewer.personId : null;
    const { stakeholderId, credentialId = null } = viewer;
    const cells = await this.run(plan.for({ keys, personId, stakeholderId, credentialId }));
    const answers = cells as unknown as Answer[];
    const { finds, below, handfuls } = this.outcomes?.outcome(plan, keys, answers) ?? outcomeOf(plan, keys, answers);
    for (const one of below) operation.foresee(one.field, one.finds);
    this.hand([viewer], handfuls);
    return finds;
  }

  private lookUpAlone<Row extends ObjectLiteral, Found>(
    operation: Operation,
    { name, thing, is, type, incident, finds }: Lookup<Row, Found>,
    key: string,
  ): Promise<Found> {
    if ('page' in finds) {
      return operation.load(`${name} ${JSON.stringify([is, finds.page])}`, key, async (viewer, keys) => {
        const pages = await this.pages(viewer, thing, finds.page, { keys, type, is, incident });
        return keys.map((one) => pages.get(one) as Found);
      });
    }
    const order = 'all' in finds ? { order: finds.all } : {};
    return operation.load(name, key, async (viewer, keys) => {
      const parent = sql`SELECT unnest(${keys}::${raw(type)}[]) AS "parent.key"`;
      const found = await this.forMany([viewer], thing, parent, { incident, where: is, ...order });
      this.note(
        viewer,
        thing,
        found.flatMap(({ row }) => row ?? []),
      );
      const rowsOf = (one: string) => found.flatMap(({ row, cells }) => (cells['parent.key'] === one && row) || []);
      return keys.map((one) => ('all' in finds ? rowsOf(one) : (rowsOf(one)[0] ?? null)) as Found);
    });
  }

  byId<Row extends ObjectLiteral>(
    operation: Operation,
    thing: Thing<Row>,
    id: string,
    info?: GraphQLResolveInfo,
  ): Promise<Visible<Row> | null> {
    return this.lookUp(operation, () => byId(thing), id, info);
  }

  /** A page of a list that has no parent. */
  page<Row extends ObjectLiteral>(
    operation: Operation,
    thing: Thing<Row>,
    list: () => List,
    info?: GraphQLResolveInfo,
  ): Promise<Page<Visible<Row>>> {
    return this.lookUp(operation, () => pageUnder(thing, list(), { is: sql`true`, type: 'text' }), 'all', info);
  }

  /** One value for each thing that the viewer sees and the question finds, such as the time of its last readable entry. */
  async values<Row extends ObjectLiteral, Value>(
    viewer: Viewer,
    thing: Thing<Row>,
    question: Question,
    value: Sql,
  ): Promise<Map<string, Value>> {
    const table = raw(thing.table);
    const cells = await this.ask(
      [viewer],
      thing,
      sql`SELECT ${table}.id, ${value} AS value FROM viewer CROSS JOIN ${filtered(thing, question)}`,
    );
    return new Map(cells.map(({ id, value: found }) => [id as string, found as Value]));
  }

  /** How many each parent has, in one statement; each counted to one past the limit at most. */
  async counts<Row extends ObjectLiteral>(
    viewer: Viewer,
    thing: Thing<Row>,
    where: Sql,
    { keys, type, is, incident }: Parents,
  ): Promise<Map<string, number>> {
    const counted = sql`SELECT FROM ${filtered(thing, { incident, where: sql`${is} AND ${where}`, limit: countLimit + 1 })}`;
    const cells = await this.ask(
      [viewer],
      thing,
      sql`SELECT parent."parent.key" AS key, child.count FROM viewer
        CROSS JOIN LATERAL (SELECT unnest(${keys}::${raw(type)}[]) AS "parent.key") AS parent
        CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM (${counted}) AS counted) AS child`,
    );
    return new Map(cells.map(({ key, count }) => [key as string, count as number]));
  }

  private async ask<Row extends ObjectLiteral>(
    viewers: readonly Viewer[],
    thing: Thing<Row>,
    statement: Sql,
  ): Promise<Cells[]> {
    refuseStrangers(thing, viewers);
    return this.run(sql`WITH viewer AS (${viewerRelation(viewers)}) ${statement}`);
  }

  private read<Row extends ObjectLiteral>(thing: Thing<Row>, cells: Cells): Visible<Row> {
    return this.shapes.read(thing, cells) as Visible<Row>;
  }

  /** Keeps who was handed these rows. */
  note<Row extends ObjectLiteral>(
    viewers: Viewer | readonly Viewer[],
    thing: Thing<Row>,
    rows: readonly Visible<Row>[],
  ): void {
    if (this.readings) this.hand([viewers].flat() as readonly Viewer[], handfulsOf(readingsOf(thing, rows)));
  }

  private hand(viewers: readonly Viewer[], read: readonly Handful[]): void {
    if (!this.readings || read.length === 0) return;
    for (const viewer of viewers) if (isReader(viewer)) this.readings.note(viewer, read);
  }

  /** For who notes later what it hands out now. */
  beforeWriting(gather: () => void): () => void {
    return this.readings?.beforeWriting(gather) ?? (() => undefined);
  }
}

function refuseStrangers<Row extends ObjectLiteral>({ table }: Thing<Row>, viewers: readonly Viewer[]): void {
  if (table !== 'public_statement' && viewers.some(({ kind }) => kind === 'anonymous')) {
    throw new AppError('UNAUTHENTICATED', 'Only public statements can be read without a token.');
  }
}
