import {
  GraphQLFloat,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { type Client, type ClientOptions, createClient } from 'graphql-ws';
import pino from 'pino';
import WebSocket from 'ws';
import { Operation } from '../../src/access/operation';
import { KeyedTokens } from '../../src/identity/keyed-tokens';
import { AppError } from '../../src/kernel/errors';
import { type Limits, readLimits } from '../../src/kernel/limits';
import { createServer, type ServerOptions } from '../../src/server/http';

export const key = 'a key that is long enough for a test';
export const personId = '01928a3b-0000-7000-8000-000000000001';
export const stakeholderId = '01928a3b-0000-7000-8000-000000000002';
export const tokens = new KeyedTokens(key);
export const token = (expiresInSeconds = 3600, as: { stakeholderId?: string } = {}) =>
  tokens.sign({ personId, stakeholderId, expiresInSeconds, ...as });

interface Tick {
  readonly text?: string;
  readonly fault?: Error;
  readonly suppressKey?: string;
  readonly forgetKey?: string;
}

/** Events that a test sends by hand, to one reader. */
export class Ticks implements AsyncIterableIterator<Tick> {
  private readonly queue: Tick[] = [];
  private wake: (() => void) | undefined;
  private end: (() => void) | undefined;
  readonly left = new Promise<void>((resolve) => {
    this.end = resolve;
  });

  send(...ticks: Tick[]): void {
    this.queue.push(...ticks);
    this.wake?.();
  }

  async next(): Promise<IteratorResult<Tick, undefined>> {
    while (this.queue.length === 0) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return { value: this.queue.shift() as Tick, done: false };
  }

  async return(): Promise<IteratorResult<Tick, undefined>> {
    this.end?.();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Holds a resolver until the test lets it go on. */
export class Gate {
  private release: (() => void) | undefined;
  private arrive: (() => void) | undefined;
  readonly opened = new Promise<void>((resolve) => {
    this.release = resolve;
  });
  readonly reached = new Promise<void>((resolve) => {
    this.arrive = resolve;
  });

  async pass(): Promise<string> {
    this.arrive?.();
    await this.opened;
    return 'passed';
  }

  open(): void {
    this.release?.();
  }
}

const Even = new GraphQLScalarType<number>({
  name: 'Even',
  parseValue: (value) => {
    if (typeof value === 'number' && value % 2 === 0) return value;
    throw new AppError('BAD_USER_INPUT', 'An Even is an even number.');
  },
});

const Pair = new GraphQLInputObjectType({
  name: 'Pair',
  fields: { left: { type: new GraphQLNonNull(Even) }, right: { type: Even } },
});

const failing = (fault: () => Error) => ({
  type: GraphQLString,
  resolve: () => {
    throw fault();
  },
});

function schemaOf(gate: Gate): GraphQLSchema {
  const viewer = (_: unknown, __: unknown, operation: Operation) => operation.viewer.kind;
  return new GraphQLSchema({
    query: new GraphQLObjectType<unknown, Operation>({
      name: 'Query',
      fields: {
        viewer: { type: GraphQLString, resolve: viewer },
        slow: { type: GraphQLString, resolve: () => gate.pass() },
        pair: { type: GraphQLInt, args: { pair: { type: Pair } }, resolve: (_, { pair }) => pair.left },
        refused: failing(() => new AppError('CONFLICT', 'Somebody was faster.', { expectedVersion: 3 })),
        down: failing(() => Object.assign(new Error('terminating connection'), { code: '57P01' })),
        broken: failing(() => new Error('SELECT secret FROM journal')),
        long: { type: GraphQLString, resolve: () => 'x'.repeat(8_000_000) },
      },
    }),
    mutation: new GraphQLObjectType<unknown, Operation>({
      name: 'Mutation',
      fields: { touch: { type: GraphQLString, resolve: () => 'touched' } },
    }),
    subscription: new GraphQLObjectType<Tick, Operation>({
      name: 'Subscription',
      fields: {
        ticks: {
          type: new GraphQLNonNull(Tick),
          args: { count: { type: GraphQLInt } },
          subscribe: (_, args, operation) => operation.events('ticks', args),
          resolve: (tick) => tick,
        },
      },
    }),
  });
}

const Tick = new GraphQLObjectType<Tick, Operation>({
  name: 'Tick',
  fields: {
    text: { type: GraphQLString },
    fault: {
      type: new GraphQLNonNull(GraphQLString),
      resolve: ({ fault }) => {
        if (fault) throw fault;
        return 'none';
      },
    },
    lookUp: {
      description: 'Another number whenever it is really looked up.',
      type: GraphQLFloat,
      resolve: (_, __, operation) =>
        operation.load('lookUp', 'key', async (_viewer, keys) => keys.map(() => ++lookUps)),
    },
  },
});
let lookUps = 0;

export interface ToyOptions extends Omit<Partial<ServerOptions>, 'config'> {
  readonly config?: Partial<ServerOptions['config']>;
  readonly limits?: Partial<Omit<Limits, 'seconds'>>;
  readonly seconds?: Partial<Limits['seconds']>;
}

/** A server with a schema of its own, and no database. */
export class Toy {
  readonly gate = new Gate();
  readonly ticks = new Ticks();
  readonly logged: Record<string, unknown>[] = [];
  private readonly server;
  private readonly clients: Client[] = [];
  port = 0;

  constructor({ config, limits, seconds, ...options }: ToyOptions = {}) {
    const { limits: standard } = readLimits({});
    const log = pino({ level: 'debug' }, { write: (line) => void this.logged.push(JSON.parse(line)) });
    const newOperation: ServerOptions['newOperation'] = (viewer) => new Operation(viewer, { ticks: () => this.ticks });
    this.server = createServer({
      schema: schemaOf(this.gate),
      newOperation,
      tokens,
      log,
      isReady: async () => ({ database: true, migrations: true }),
      graphiql: undefined,
      published: undefined,
      ...options,
      config: {
        port: 0,
        host: '127.0.0.1',
        basePath: '',
        allowedOrigins: [],
        trustedProxy: false,
        drainSeconds: 0,
        shutdownSeconds: 5,
        introspection: 'authenticated',
        persistedDocuments: undefined,
        limits: { ...standard, ...limits, seconds: { ...standard.seconds, close: 0.5, ...seconds } },
        ...config,
      },
    });
  }

  async start(): Promise<this> {
    this.port = (await this.server.start()).port;
    return this;
  }

  async stop(): Promise<void> {
    for (const client of this.clients) await client.dispose();
    await this.server.stop();
  }

  /** Without dismissing the clients first. */
  shutDown(): Promise<void> {
    return this.server.stop();
  }

  /** Until it takes no new connection: it has begun to stop. */
  async untilClosed(): Promise<void> {
    const isAccepted = () =>
      fetch(this.url('/health')).then(
        () => true,
        () => false,
      );
    while (await isAccepted());
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  async post(body: object | string, headers: Record<string, string> = {}) {
    const response = await fetch(this.url('/graphql'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
  }

  client(options: Partial<ClientOptions> = {}): Client {
    const url = `ws://127.0.0.1:${this.port}/graphql`;
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      onNonLazyError: () => {},
      ...options,
    });
    this.clients.push(client);
    return client;
  }

  /** A bare socket, for what a well-behaved client does not do. */
  socket(path = '/graphql', headers: Record<string, string> = {}): WebSocket {
    return new WebSocket(`ws://127.0.0.1:${this.port}${path}`, 'graphql-transport-ws', { headers });
  }
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

export function closed(socket: WebSocket): Promise<{ code: number; reason: string }> {
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
}

/** The status with which an upgrade was refused. */
export function refusedWith(socket: WebSocket): Promise<number | undefined> {
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (request, response) => {
      resolve(response.statusCode);
      request.destroy();
    });
  });
}
