import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { badInput } from './errors';

const largestPage = 500;
const defaultPage = 50;
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

/** A page as reads are asked for it: which way, how many, and the keys between which it lies. */
export interface PageRequest {
  readonly direction: 'forward' | 'backward';
  readonly limit: number;
  readonly after: readonly string[] | null;
  readonly before: readonly string[] | null;
}

/** A page as reads give it: rows in list order, each with the sort key that makes its cursor. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly keys: readonly (readonly string[])[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Runs only when a count is asked for. */
  readonly count: () => Promise<number>;
}

/** `keyLength` is the number of values in a sort key of this list: a cursor of another list is refused. */
export function pageRequest(args: PageArgs, keyLength: number): PageRequest {
  if (args.first != null && args.last != null) throw badInput('Give `first` or `last`, not both.', 'last');
  const backward = args.last != null;
  const limit = (backward ? args.last : args.first) ?? defaultPage;
  if (limit < 0 || limit > largestPage) {
    throw badInput(`Expected a page of 0 to ${largestPage}, and got ${limit}.`, backward ? 'last' : 'first');
  }
  return {
    direction: backward ? 'backward' : 'forward',
    limit,
    after: fromCursor(args.after, keyLength, 'after'),
    before: fromCursor(args.before, keyLength, 'before'),
  };
}

function toCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function fromCursor(cursor: string | null | undefined, keyLength: number, inputPath: string): string[] | null {
  if (cursor == null) return null;
  const refused = badInput(`"${cursor.slice(0, 80)}" is not a cursor of this list.`, inputPath);
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  const wellFormed = Array.isArray(key) && key.length === keyLength && key.every((part) => isKeyPart(part));
  if (!wellFormed || toCursor(key as string[]) !== cursor) throw refused;
  return key as string[];
}

function isKeyPart(part: unknown): boolean {
  return typeof part === 'string' && part.length <= 200 && !part.includes('\0');
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number>;
  readonly totalCountIsExact: () => Promise<boolean>;
}

/** The Relay connection over a page. */
export function connection<Row, Node>(page: Page<Row>, present: (row: Row) => Node): Connection<Node> {
  const edges = page.rows.map((row, index) => ({ cursor: toCursor(page.keys[index] ?? []), node: present(row) }));
  let counted: Promise<number> | undefined;
  const count = () => (counted ??= page.count());
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: async () => Math.min(await count(), countLimit),
    totalCountIsExact: async () => (await count()) <= countLimit,
  };
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
    @Field(() => [NodeEdge], { description: 'The page, in the order of the list.' })
    edges!: NodeEdge[];

    @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      description: `How many the whole list holds for this viewer; counting stops at ${countLimit}. Costs a statement.`,
    })
    totalCount!: () => Promise<number>;

    @Field(() => Boolean, { description: '`totalCount` is the exact number; if false, a lower bound.' })
    totalCountIsExact!: () => Promise<boolean>;
  }
  return NodeConnection as unknown as ClassType<Connection<Node>>;
}
