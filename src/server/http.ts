import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createListener } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { RequestHandler, Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Operation } from '../access/operation';
import type { Viewer } from '../access/viewer';
import type { Tokens } from '../identity/token';
import type { Config } from '../kernel/config';
import type { Limits } from '../kernel/limits';
import { type Metrics, noMetrics } from '../kernel/metrics';
import { apollo } from './apollo';
import { countingErrors } from './counting';
import { Documents } from './document';
import { errorFormat } from './errors';
import { Gate } from './gate';
import { listen } from './listen';
import { PersistedDocuments } from './persisted';
import { type Parts, readiness } from './readiness';
import { routes } from './routes';
import { Sharing } from './sharing';
import { Sockets } from './sockets';
import { Streams } from './streams';

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  /** The context of one operation of a viewer. */
  readonly newOperation: (viewer: Viewer) => Operation;
  /** Without them everybody is anonymous. */
  readonly tokens: Tokens | undefined;
  readonly config: ServerConfig;
  readonly log: Logger;
  readonly isReady: () => Promise<Parts>;
  /** Resolves when the record has room for another operation. */
  readonly room?: () => Promise<void>;
  readonly graphiql: Router | undefined;
  readonly dashboard?: Router | undefined;
  /** What anybody may read beside the API; its paths come after `basePath`. */
  readonly published: Router | undefined;
  readonly metrics?: Metrics;
}

type ServerConfig = Pick<
  Config,
  | 'port'
  | 'host'
  | 'basePath'
  | 'allowedOrigins'
  | 'trustedProxy'
  | 'drainSeconds'
  | 'shutdownSeconds'
  | 'introspection'
  | 'persistedDocuments'
  | 'limits'
>;

export interface Server {
  /** Resolves when the server listens, with its port; a port that is taken is a Refusal. */
  start(): Promise<{ port: number }>;
  /** `/ready` first; then no new connection, sockets closed with 1001, and requests in progress answered. */
  stop(): Promise<void>;
}

/** The API over HTTP, WebSocket and SSE, on one port. */
export function createServer(options: ServerOptions): Server {
  return new ApiServer(options);
}

class ApiServer implements Server {
  private readonly http: HttpServer;
  private readonly routes: (ready: RequestHandler) => RequestListener;
  private readonly apollo: ApolloServer<Operation>;
  private readonly sockets: Sockets;
  private readonly streams: Streams;
  private stopping: Promise<void> | undefined;
  private isDraining = false;

  constructor(private readonly options: ServerOptions) {
    const { config, log } = options;
    const { basePath, limits, persistedDocuments } = config;
    const metrics = options.metrics ?? noMetrics;
    this.http = httpServer(limits);
    const shared = {
      metrics,
      formatError: countingErrors(errorFormat(log), metrics),
      gate: new Gate(config, options.room),
      documents: new Documents({ ...options, ...config }),
      sharing: new Sharing(options.schema),
      persisted: persistedDocuments === undefined ? undefined : PersistedDocuments.at(persistedDocuments, limits),
    };
    this.sockets = new Sockets({ ...options, ...config, ...shared, path: `${basePath}/graphql` });
    this.streams = new Streams({ ...options, ...config, ...shared });
    this.apollo = apollo({ ...options, ...config, ...shared, httpServer: this.http });
    this.routes = (ready) =>
      routes({ ...options, ...shared, basePath, ready, streams: this.streams, apollo: this.apollo });
  }

  async start(): Promise<{ port: number }> {
    const { config, log, isReady } = this.options;
    await this.apollo.start();
    this.http.on('request', this.routes(readiness({ isReady, isDraining: () => this.isDraining, log })));
    this.http.on('upgrade', (request, stream, head) => {
      this.sockets.upgrade(request, stream, head).catch((error: Error) => {
        stream.destroy();
        log.error({ err: error }, 'a socket could not be opened');
      });
    });
    try {
      const port = await listen(this.http, config);
      this.http.on('error', (error) => log.error({ err: error }, 'a connection could not be accepted'));
      return { port };
    } catch (error) {
      await this.apollo.stop();
      throw error;
    }
  }

  stop(): Promise<void> {
    this.stopping ??= this.drain();
    return this.stopping;
  }

  private async drain(): Promise<void> {
    this.isDraining = true;
    await wait(this.options.config.drainSeconds * 1000);
    this.http.close();
    await Promise.all([this.sockets.stop(), this.streams.stop()]);
    await this.apollo.stop();
  }
}

function httpServer({ connections, seconds: { headers, request, keepAlive, flush } }: Limits): HttpServer {
  const server = createHttpServer({
    headersTimeout: Math.min(headers, request) * 1000,
    requestTimeout: request * 1000,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: keepAlive * 1000,
  });
  // Nothing was written or taken for so long. A request that is still being answered may be as silent as it needs.
  server.setTimeout(flush * 1000);
  server.on('request', (_request, response) => {
    response.on('timeout', () => void (response.writableLength > 0 && response.destroy()));
  });
  if (connections > 0) server.maxConnections = connections;
  return server;
}

/** Refuses a port that is taken before much work is done for nothing; one that is taken later is refused then. */
export async function requireFreePort({ port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  const probe = createListener();
  await listen(probe, { port, host });
  await new Promise((resolve) => probe.close(resolve));
}
