import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ExecutionResult, execute, GraphQLError, getOperationAST, type OperationTypeNode } from 'graphql';
import type { SignedIn, Tokens } from '../identity/token';
import { Bookmark } from '../journal/bookmark';
import { AppError } from '../kernel/errors';
import type { Limits } from '../kernel/limits';
import type { CountedRequest, Metrics } from '../kernel/metrics';
import type { ApiRequest } from './api-request';
import { refusal as refusedWith } from './document';
import { type FormatError, formatted } from './errors';
import { askedBy, lastEventIdOf, type Misunderstood } from './event-request';
import { EventStream } from './event-stream';
import { when } from './expiry';
import type { Gate } from './gate';
import { type Asked, type PreparationOptions, type Prepared, prepared } from './preparation';
import { refusal, refuse, reply } from './refusals';
import type { Shared } from './sharing';
import { recheck, signIn } from './sign-in';
import { type Direct, subscribe } from './subscribe';

interface StreamsOptions extends PreparationOptions {
  readonly tokens: Tokens | undefined;
  readonly formatError: FormatError;
  readonly gate: Gate;
  readonly limits: Limits;
  readonly metrics: Metrics;
}

interface Examined extends Prepared {
  readonly type: OperationTypeNode;
  readonly bookmark: Bookmark;
}

type Faults = readonly GraphQLError[];

/**
 * GraphQL over SSE, a connection for each operation: for networks whose proxies break WebSockets. The same signing in,
 * the same limits and the same feeds; each event of a journal has an id that says where its reader is.
 */
export class Streams {
  private readonly open = new Map<EventStream, Promise<void>>();
  private isStopped = false;

  constructor(private readonly options: StreamsOptions) {}

  async answer(request: ApiRequest, response: ServerResponse): Promise<void> {
    try {
      await this.begin(request, response);
    } catch (error) {
      if (!(error instanceof AppError) || response.headersSent) throw error;
      this.options.metrics.refused(error.code);
      this.count('unknown', 'errors');
      refuse(response, error);
    }
  }

  /** Ends all without a word, so that their readers come back elsewhere; resolves when they are closed. */
  async stop(): Promise<void> {
    this.isStopped = true;
    const closed = [...this.open.values()];
    for (const stream of this.open.keys()) stream.end();
    await Promise.all(closed);
  }

  private async begin(request: ApiRequest, response: ServerResponse): Promise<void> {
    if (this.isStopped) throw goingAway();
    const asked = askedBy(request);
    if ('status' in asked) {
      this.misunderstood(response, asked);
      return;
    }
    const signedIn = await this.admitted(request, response);
    const stream = this.opened(response, signedIn);
    const ended = await recheck(signedIn);
    if (ended) throw ended;
    const examined = this.examined(asked, signedIn, lastEventIdOf(request));
    if ('type' in examined && examined.type === 'mutation' && request.method === 'GET') {
      this.misunderstood(response, { status: 405, message: 'A mutation is asked for by POST.' });
      return;
    }
    stream.open();
    if ('type' in examined) await this.run(stream, examined);
    else await this.refused(stream, examined);
  }

  private misunderstood(response: ServerResponse, { status, message }: Misunderstood): void {
    if (status === 405) response.setHeader('allow', 'GET, POST');
    this.options.metrics.refused('BAD_REQUEST');
    this.count('unknown', 'errors');
    reply(response, status, refusal('BAD_REQUEST', message));
  }

  /** A stream holds a place as a socket does, until its answer is closed. */
  private async admitted(request: IncomingMessage, response: ServerResponse): Promise<SignedIn> {
    const { gate, tokens } = this.options;
    const origin = gate.originOf(request);
    const take = (by: Parameters<Gate['socketOf']>[0], whose: string) => {
      const leave = gate.socketOf(by);
      if (!leave) throw new AppError('RATE_LIMITED', `Too many connections ${whose}.`, { retryAfterSeconds: 5 });
      if (response.destroyed) leave();
      else response.on('close', leave);
    };
    take({ origin }, 'of this address');
    const { authorization = [], 'acting-for': actingFor = [] } = request.headersDistinct;
    const signedIn = await gate.signingIn(origin, () => signIn({ authorization, actingFor }, tokens));
    await gate.operation(signedIn.viewer, () => response.destroyed);
    take(signedIn, 'of this viewer');
    if (this.isStopped) throw goingAway();
    return signedIn;
  }

  /** It lasts as long as the token is good. */
  private opened(response: ServerResponse, { expiresAt, watch }: SignedIn): EventStream {
    const stream = new EventStream(response, this.options.limits);
    const [callOff, unwatch] = [expiresAt && when(expiresAt, () => stream.end()), watch?.(() => stream.end())];
    const closed = new Promise<void>((resolve) => stream.onClosed(resolve));
    this.open.set(stream, closed);
    stream.onClosed(() => {
      this.open.delete(stream);
      callOff?.();
      unwatch?.();
    });
    return stream;
  }

  private examined(asked: Asked, { viewer }: SignedIn, lastEventId: string | undefined): Examined | Faults {
    const found = prepared(asked, viewer, this.options);
    if (!('args' in found)) return found;
    try {
      const bookmark = lastEventId === undefined ? new Bookmark() : Bookmark.read(lastEventId);
      const { document, operationName } = found.args;
      const type = getOperationAST(document, operationName)?.operation as OperationTypeNode;
      return { ...found, type, bookmark };
    } catch (error) {
      if (error instanceof AppError) return [refusedWith(error)];
      throw error;
    }
  }

  private async run(stream: EventStream, { args, shared, type, bookmark }: Examined): Promise<void> {
    const contextValue = args.contextValue.beginning((field, asked) =>
      field === 'journal' ? bookmark.placed(asked) : asked,
    );
    const direct = shared && this.directTo(stream, shared, bookmark);
    const reached: Bookmark['move'] = (progress) => bookmark.move(progress);
    const results = await (type === 'subscription' ? subscribe : execute)({ ...args, contextValue, direct, reached });
    const isRefused = !(Symbol.asyncIterator in results) && results.errors !== undefined;
    this.count(type, isRefused ? 'errors' : 'ok');
    if (!(Symbol.asyncIterator in results)) {
      await this.complete(stream, results, bookmark);
      return;
    }
    stream.onClosed(() => void results.return());
    try {
      for await (const result of results) await stream.send(this.next(result, bookmark));
      await this.complete(stream, undefined, bookmark);
    } catch (error) {
      const fault = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
      await this.complete(stream, { errors: [fault] }, bookmark);
    }
  }

  private async refused(stream: EventStream, errors: Faults): Promise<void> {
    this.count('unknown', 'errors');
    await this.complete(stream, { errors }, new Bookmark());
  }

  /** The last result, if there is one more, and the end. */
  private async complete(stream: EventStream, result: ExecutionResult | undefined, bookmark: Bookmark): Promise<void> {
    if (result) await stream.send(this.next(result, bookmark));
    await stream.send([completion]);
    stream.end();
  }

  private next(result: ExecutionResult, bookmark: Bookmark): Buffer[] {
    return eventOf(this.shown(result), bookmark);
  }

  private shown(result: ExecutionResult): Buffer {
    return Buffer.from(JSON.stringify(formatted(result, this.options.formatError) ?? result));
  }

  private directTo(stream: EventStream, shared: Shared, bookmark: Bookmark): Direct {
    return {
      ...shared,
      show: (result) => this.shown(result),
      send: (answer, progress) => {
        bookmark.move(progress);
        return stream.push(eventOf(answer, bookmark));
      },
      flushed: () => stream.flushed(),
    };
  }

  private count(type: CountedRequest['type'], outcome: CountedRequest['outcome']): void {
    this.options.metrics.answered({ transport: 'sse', type, outcome });
  }
}

function goingAway(): AppError {
  return new AppError('UNAVAILABLE', 'This server is going away.');
}

const beginning = Buffer.from('event: next\ndata: ');
const end = Buffer.from('\n\n');
const completion = Buffer.from('event: complete\ndata:\n\n');

function eventOf(answer: Buffer, { text }: Bookmark): Buffer[] {
  return [...(text === undefined ? [] : [Buffer.from(`id: ${text}\n`)]), beginning, answer, end];
}
