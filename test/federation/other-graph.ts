import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { buildSchema, execute, type GraphQLSchema, parse } from 'graphql';

type Representation = Readonly<Record<string, string>>;
/** How it finds what it adds to, or has, by what a gateway says of it. */
export type Finds = Readonly<Record<string, (representation: Representation) => object>>;

/** The graph of another authority, as any library would serve it, over a file of this folder. */
export class OtherGraph {
  /** With whose token it was asked. */
  readonly tokens: (string | undefined)[] = [];
  private server: Server | undefined;
  private readonly schema: GraphQLSchema;
  readonly file: string;

  constructor(
    readonly name: string,
    private readonly finds: Finds,
    private readonly root: object,
  ) {
    this.file = join(__dirname, `${name}.graphql`);
    this.schema = subgraph(readFileSync(this.file, 'utf8'));
  }

  /** Serves, and answers with its address. */
  async start(): Promise<string> {
    const server = createServer(async (request, response) => {
      const { query, variables } = (await json(request)) as { query: string; variables?: Record<string, unknown> };
      this.tokens.push(request.headers.authorization);
      const answer = await this.answer(query, variables);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  }

  async stop(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  private answer(query: string, variableValues: Record<string, unknown> = {}): unknown {
    const rootValue = {
      ...this.root,
      _entities: ({ representations }: { representations: Representation[] }) =>
        representations.map((one) => this.found(one)),
    };
    return execute({ schema: this.schema, document: parse(query), rootValue, variableValues });
  }

  private found(one: Representation): object {
    const type = one['__typename'] ?? '';
    return { ...this.finds[type]?.(one), __typename: type };
  }
}

/** What a library for subgraphs adds. */
function subgraph(definitions: string): GraphQLSchema {
  const entities = [...definitions.matchAll(/^type (\w+) @key/gm)].map(([, type]) => type);
  return buildSchema(`${definitions.replace(/^extend schema.*$/m, '').replaceAll(/ @key\(.*?\)/g, '')}
    scalar _Any
    union _Entity = ${entities.join(' | ')}
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`);
}
