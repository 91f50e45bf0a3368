import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createListener } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Operation } from '../access/operation';
import type { Viewer } from '../access/viewer';
import type { Tokens } from '../identity/token';
import type { Config } from '../kernel/config';
import { type Metrics, noMetrics } from '../kernel/metrics';
import { apollo } from './apollo';
import { type Patience, patience } from './connection';
import { countingErrors } from './counting';
import { errorFormat, type FormatError } from './errors';
import { listen } from './listen';
import { type Parts, readiness } from './readiness';
import { routes } from './routes';
import { Sockets } from './sockets';

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  /** The context of one operation of a viewer. */
  readonly newOperation: (viewer: Viewer) => Operation;
  /** Without them everybody is anonymous. */
  readonly tokens: Tokens | undefined;
  readonly config: ServerConfig;
  readonly log: Logger;
  readonly isReady: () => Promise<Parts>;
  readonly graphiql: Router | undefined;
  /** What anybody may read beside the API; its paths come after `basePath`. */
  readonly published: Router | undefined;
  readonly patience?: Patience;
  readonly metrics?: Metrics;
}

type ServerConfig = Pick<
  Config,
  'port' | 'host' | 'basePath' | 'allowedOrigins' | 'trustedProxy' | 'drainSeconds' | 'shutdownSeconds'
>;

export interface Server {
  /** Resolves when the server listens, with its port; a port that is taken is a Refusal. */
  start(): Promise<{ port: number }>;
  /** `/ready` first; then no new connection, sockets closed with 1001, and requests in progress answered. */
  stop(): Promise<void>;
}

/** The API over HTTP and WebSocket, on one port. */
export function createServer(options: ServerOptions): Server {
  return new ApiServer(options);
}

class ApiServer implements Server {
  private readonly http = httpServer();
  private readonly apollo: ApolloServer<Operation>;
  private readonly sockets: Sockets;
  private readonly formatError: FormatError;
  private stopping: Promise<void> | undefined;
  private isDraining = false;

  constructor(private readonly options: ServerOptions) {
    const { config, log } = options;
    const metrics = options.metrics ?? noMetrics;
    this.formatError = countingErrors(errorFormat(log), metrics);
    const { formatError } = this;
    const path = `${config.basePath}/graphql`;
    this.sockets = new Sockets({ patience, ...options, ...config, path, formatError, metrics });
    this.apollo = apollo({ ...options, ...config, formatError, metrics, httpServer: this.http });
  }

  async start(): Promise<{ port: number }> {
    const { config, log, isReady } = this.options;
    await this.apollo.start();
    const ready = readiness({ isReady, isDraining: () => this.isDraining, log });
    this.http.on('request', routes({ ...this.options, ready, apollo: this.apollo, formatError: this.formatError }));
    this.http.on('upgrade', (request, stream, head) => this.sockets.upgrade(request, stream, head));
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
    await this.sockets.stop();
    await this.apollo.stop();
  }
}

function httpServer(): HttpServer {
  return createHttpServer({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 5000,
    // Longer than a proxy keeps its own side: otherwise it may send into a connection that is being closed.
    keepAliveTimeout: 65_000,
  });
}

/** Refuses a port that is taken before much work is done for nothing; one that is taken later is refused then. */
export async function requireFreePort({ port, host }: Pick<Config, 'port' | 'host'>): Promise<void> {
  const probe = createListener();
  await listen(probe, { port, host });
  await new Promise((resolve) => probe.close(resolve));
}
