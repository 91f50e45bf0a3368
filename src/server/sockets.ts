import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import { handleProtocols, type Server } from 'graphql-ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Operation } from '../access/operation';
import type { Viewer } from '../access/viewer';
import type { Tokens } from '../identity/token';
import type { Metrics } from '../kernel/metrics';
import { Connection, type Patience } from './connection';
import type { FormatError } from './errors';
import { protocol } from './protocol';

interface SocketsOptions {
  readonly schema: GraphQLSchema;
  readonly newOperation: (viewer: Viewer) => Operation;
  readonly tokens: Tokens | undefined;
  readonly formatError: FormatError;
  readonly path: string;
  readonly allowedOrigins: readonly string[];
  readonly patience: Patience;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** The WebSockets of the API. */
export class Sockets {
  private readonly server: WebSocketServer;
  private readonly protocol: Server<Connection>;
  private readonly connections = new Map<Connection, Promise<void>>();
  private isStopped = false;

  constructor(private readonly options: SocketsOptions) {
    const maxPayload = 1024 * 1024;
    this.server = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, handleProtocols });
    this.protocol = protocol({ ...options, initMs: options.patience.initMs });
  }

  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy());
    const refusal = this.refusalOf(request);
    if (refusal === undefined) {
      this.server.handleUpgrade(request, stream, head, (socket) => this.open(socket));
      return;
    }
    stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => stream.destroy());
  }

  /** Closes all with 1001; resolves when they are closed. */
  async stop(): Promise<void> {
    this.isStopped = true;
    const closed = [...this.connections.values()];
    for (const connection of this.connections.keys()) await connection.close(1001, 'Going away');
    await Promise.all(closed);
  }

  private refusalOf({ url = '', headers }: IncomingMessage): string | undefined {
    if (url.split('?')[0] !== this.options.path) return '404 Not Found';
    if (this.isStopped) return '503 Service Unavailable';
    return this.isWelcome(headers.origin, headers.host) ? undefined : '403 Forbidden';
  }

  /** A browser always says where its page is from; other programs have no page. */
  private isWelcome(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined || this.options.allowedOrigins.includes(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }

  private open(socket: WebSocket): void {
    const { patience, log, metrics } = this.options;
    const connection = new Connection(socket, patience, log);
    const disconnected = metrics.connected();
    const closed = this.protocol.opened(connection, connection);
    const isClosed = new Promise<void>((resolve) => {
      socket.on('close', (code, reason) => {
        this.connections.delete(connection);
        disconnected();
        resolve();
        closed(code, String(reason)).catch((error) => log.error({ err: error }, 'a socket did not close cleanly'));
      });
    });
    this.connections.set(connection, isClosed);
  }
}
