import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, type Server } from 'graphql-ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Tokens } from '../identity/token';
import { AppError } from '../kernel/errors';
import type { Limits } from '../kernel/limits';
import type { Metrics } from '../kernel/metrics';
import { Connection } from './connection';
import type { FormatError } from './errors';
import type { Gate } from './gate';
import type { PreparationOptions } from './preparation';
import { protocol } from './protocol';

interface SocketsOptions extends PreparationOptions {
  readonly tokens: Tokens | undefined;
  readonly formatError: FormatError;
  readonly path: string;
  readonly allowedOrigins: readonly string[];
  readonly gate: Gate;
  readonly limits: Limits;
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
    const maxPayload = options.limits.messageBytes;
    this.server = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, handleProtocols });
    this.protocol = protocol(options);
  }

  async upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    stream.on('error', () => stream.destroy());
    const { gate, metrics } = this.options;
    const origin = gate.originOf(request);
    const tooMany = await gate.request(origin);
    if (stream.destroyed) return;
    const refusal = this.refusalOf(request) ?? (tooMany && ofRate(tooMany));
    const leave = refusal === undefined ? gate.socketOf({ origin }) : undefined;
    if (!leave) {
      const refused = refusal ?? ofRate(new AppError('RATE_LIMITED', 'Too many sockets of this address.'));
      if (refused.error) metrics.refused(refused.error.code);
      refuse(stream, refused);
      return;
    }
    stream.on('close', leave);
    this.server.handleUpgrade(request, stream, head, (socket) => this.open(socket, stream, origin));
  }

  /** Closes all with 1001; resolves when they are closed. */
  async stop(): Promise<void> {
    this.isStopped = true;
    const closed = [...this.connections.values()];
    for (const connection of this.connections.keys()) await connection.close(1001, 'Going away');
    await Promise.all(closed);
  }

  private refusalOf({ url = '', headers }: IncomingMessage): Refused | undefined {
    if (url.split('?')[0] !== this.options.path) return { status: '404 Not Found' };
    if (this.isStopped) return { status: '503 Service Unavailable' };
    return this.isWelcome(headers.origin, headers.host) ? undefined : { status: '403 Forbidden' };
  }

  /** A browser always says where its page is from; other programs have no page. */
  private isWelcome(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined || this.options.allowedOrigins.includes(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }

  private open(socket: WebSocket, stream: Duplex, origin: string): void {
    const { limits, log, metrics } = this.options;
    const connection = new Connection(socket, stream, origin, limits, log);
    const disconnected = metrics.connected();
    const closed = this.protocol.opened(connection, connection);
    const isClosed = new Promise<void>((resolve) => {
      socket.on('close', (code, reason) => {
        this.connections.delete(connection);
        disconnected(code);
        resolve();
        closed(code, String(reason)).catch((error) => log.error({ err: error }, 'a socket did not close cleanly'));
      });
    });
    this.connections.set(connection, isClosed);
  }
}

interface Refused {
  readonly status: string;
  readonly error?: AppError;
}

function ofRate(error: AppError): Refused {
  return { status: '429 Too Many Requests', error };
}

/** In place of an upgrade. */
function refuse(stream: Duplex, { status, error }: Refused): void {
  const { message, code, details } = error ?? {};
  const body = error ? JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] }) : '';
  const retryAfter = Number(details?.['retryAfterSeconds'] ?? 0);
  const head = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    ...(error ? ['Content-Type: application/json'] : []),
    ...(retryAfter > 0 ? [`Retry-After: ${retryAfter}`] : []),
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  stream.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => stream.destroy());
}
