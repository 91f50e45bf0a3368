import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Cost } from './cost';
import { badInput } from './errors';

export const largestPage = 500;
export const defaultPage = 50;
/** Counting stops here: beyond it a count says that it is a lower bound. */
export const countLimit = 10_000;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the start, 0 to ${largestPage}; ${defaultPage} if neither this nor \`last\` is given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many from the end, 0 to ${largestPage}; not together with \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;
}

@ObjectType({ description: 'Where a page lies in its list (Relay).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'More follows this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Something precedes this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first edge; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last edge; null on an empty page.' })
  endCursor!: string | null;
}

/** One of the values that a list is sorted by, and that its cursors hold. */
export interface SortKey {
  readonly type: 'smallint' | 'integer' | 'text' | 'timestamptz' | 'uuid';
}

/** A page as reads are asked for it: which way, how many, and the keys between which it lies. */
export interface PageRequest {
  readonly direction: 'forward' | 'backward';
  readonly limit: number;
  readonly after: readonly string[] | null;
  readonly before: readonly string[] | null;
}

/** A page as reads give it: rows in list order, each with the sort key that makes its cursor. */
type Counted<Value> = Value | Promise<Value>;

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly keys: readonly (readonly string[])[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Runs only when a count is asked for; at once where it was counted already. */
  readonly count: () => Counted<number>;
}

/** `keys` are those by which the list is sorted: a cursor of another list is refused. */
export function pageRequest(args: PageArgs, keys: readonly SortKey[]): PageRequest {
  if (args.first != null && args.last != null) throw badInput('Give `first` or `last`, not both.', 'last');
  const backward = args.last != null;
  const limit = (backward ? args.last : args.first) ?? defaultPage;
  if (limit < 0 || limit > largestPage) {
    throw badInput(`Expected a page of 0 to ${largestPage}, and got ${limit}.`, backward ? 'last' : 'first');
  }
  return {
    direction: backward ? 'backward' : 'forward',
    limit,
    after: fromCursor(args.after, keys, 'after'),
    before: fromCursor(args.before, keys, 'before'),
  };
}

function toCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function fromCursor(cursor: string | null | undefined, keys: readonly SortKey[], inputPath: string): string[] | null {
  if (cursor == null) return null;
  const refused = badInput(`"${cursor.slice(0, 80)}" is not a cursor of this list.`, inputPath);
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  const wellFormed =
    Array.isArray(key) && key.length === keys.length && keys.every(({ type }, index) => isOfType(key[index], type));
  if (!wellFormed || toCursor(key as string[]) !== cursor) throw refused;
  return key as string[];
}

function isOfType(part: unknown, type: SortKey['type']): boolean {
  return typeof part === 'string' && part.length <= 200 && forms[type](part);
}

const isWhole = (text: string, largest: number): boolean => /^(0|[1-9]\d{0,9})$/.test(text) && Number(text) <= largest;

/** What PostgreSQL writes for a value of the type, in UTC, and reads again. */
const forms: Readonly<Record<SortKey['type'], (text: string) => boolean>> = {
  smallint: (text) => isWhole(text, 2 ** 15 - 1),
  integer: (text) => isWhole(text, 2 ** 31 - 1),
  text: (text) => !text.includes('\0') && text.isWellFormed(),
  timestamptz: isInstant,
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
};

function isInstant(text: string): boolean {
  const [, date, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?\+00$/.exec(text) ?? [];
  const iso = `${date}T${time}`;
  const instant = new Date(`${iso}Z`);
  // PostgreSQL knows no year 0.
  return !iso.startsWith('0000') && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso);
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: Counted<number>;
  readonly totalCountIsExact: Counted<boolean>;
}

@ObjectType({ description: 'How many, as far as was counted.' })
export class Tally {
  @Field(() => Int, { description: 'How many were counted.' })
  count!: number;

  @Field(() => Boolean, { description: '`count` is the exact number; if false, a lower bound.' })
  isExact!: boolean;
}

/** Of a count that went to one past the limit at most. */
export function tally(found: number): Tally {
  return { count: Math.min(found, countLimit), isExact: found <= countLimit };
}

/** The Relay connection over a page: what of it is asked for is worked out then, and a list counted only for who asks. */
export function connection<Row, Node>(page: Page<Row>, present: (row: Row) => Node): Connection<Node> {
  return new PageConnection(page, present);
}

class PageConnection<Row, Node> implements Connection<Node> {
  private counted: Counted<number> | undefined;

  constructor(
    private readonly page: Page<Row>,
    private readonly present: (row: Row) => Node,
  ) {}

  get edges(): readonly Edge<Node>[] {
    const { page, present } = this;
    return page.rows.map((row, index) => new RowEdge(present(row), page.keys[index] ?? []));
  }

  get pageInfo(): PageInfo {
    const { keys, hasNextPage, hasPreviousPage } = this.page;
    const [first, last] = [keys[0], keys.at(-1)];
    return {
      hasNextPage,
      hasPreviousPage,
      startCursor: first ? toCursor(first) : null,
      endCursor: last ? toCursor(last) : null,
    };
  }

  get totalCount(): Counted<number> {
    return whenCounted(this.count(), (found) => Math.min(found, countLimit));
  }

  get totalCountIsExact(): Counted<boolean> {
    return whenCounted(this.count(), (found) => found <= countLimit);
  }

  private count(): Counted<number> {
    this.counted ??= this.page.count();
    return this.counted;
  }
}

function whenCounted<Value>(counted: Counted<number>, say: (found: number) => Value): Counted<Value> {
  return typeof counted === 'number' ? say(counted) : counted.then(say);
}

class RowEdge<Node> implements Edge<Node> {
  constructor(
    readonly node: Node,
    private readonly key: readonly string[],
  ) {}

  get cursor(): string {
    return toCursor(this.key);
  }
}

/** Declares the schema's `<name>Connection` and `<name>Edge`. */
export function connectionType<Node extends object>(
  name: string,
  node: () => ClassType<Node> | object,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its place there.` })
  class NodeEdge {
    @Field(() => String, { description: 'The place in the list: hand it back as `after` or `before`.' })
    cursor!: string;

    @Field(node as () => ClassType<Node>, { description: `The ${name}.` })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} (Relay).` })
  class NodeConnection {
    @Cost({ page: true })
    @Field(() => [NodeEdge], { description: 'The page, in the order of the list.' })
    edges!: NodeEdge[];

    @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
    pageInfo!: PageInfo;

    @Cost({ weight: 100 })
    @Field(() => Int, {
      description: `How many the whole list holds for this viewer; counting stops at ${countLimit}. Costs a statement.`,
    })
    totalCount!: Counted<number>;

    @Field(() => Boolean, { description: '`totalCount` is the exact number; if false, a lower bound.' })
    totalCountIsExact!: Counted<boolean>;
  }
  return NodeConnection as unknown as ClassType<Connection<Node>>;
}
