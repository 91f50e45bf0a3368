import { type Client, createClient } from 'graphql-ws/client';
import { backOff } from './back-off';
import { requireChain, requireContents } from './chain';
import { journalDocument } from './document';
import { BrokenChain, Cut, inOurWords, Refused } from './faults';
import { Silence } from './silence';
import type { LinesUpdate, Position, StandardFields, Update } from './update';

export interface FollowOptions<Fields = StandardFields> {
  /** Of the API, such as `https://cellule.example/graphql`. */
  readonly url: string;
  /** A function is asked at each connection, so that it may give a fresh one. */
  readonly token?: string | (() => string | Promise<string>);
  /** For who acts for several stakeholders: the code or the id of the one. */
  readonly actingFor?: string;
  /** Nothing but these; otherwise all that the token's bearer follows, now and later. */
  readonly incidents?: readonly string[];
  /** Where to go on. `[]`: from the beginning of each incident's following; absent: from now on. */
  readonly after?: readonly Position[];
  /** The fields of a `JournalEntry` that are wanted, as GraphQL. */
  readonly fields?: string;
  /** Whether the content of each readable entry comes too, as `canonicalContent`, and is checked: nothing else in it is. */
  readonly checksContent?: boolean;
  /**
   * Awaited: the next update comes after it, and what it throws ends the following. `positions` are those once this update
   * was dealt with: who keeps them together with it has each line exactly once, over restarts too.
   */
  onUpdate(update: Update<Fields>, positions: readonly Position[]): void | Promise<void>;
  onStatus?(status: Status): void;
  /** A server that was silent for so long is taken to be gone, and connected to again. */
  readonly silenceSeconds?: number;
  /** Where there is no global WebSocket, as in Node 20: `import WebSocket from 'ws'`. */
  readonly webSocket?: unknown;
}

/** `reason` is why it was disconnected; it connects again. `doubted`: whether the server is there is being asked. */
export type Status =
  | { readonly kind: 'connecting' | 'following' | 'doubted' }
  | { readonly kind: 'disconnected'; readonly reason: string };

export interface Following {
  /** To hand back in `after`, by this program or the next. */
  readonly positions: readonly Position[];
  /** Nothing that happened until then is missing, in any journal; null before the first sign of life says so. */
  readonly asOf: Date | null;
  /** Resolves when it was stopped, and rejects with `Refused`, `BrokenChain` or what `onUpdate` threw. */
  readonly ended: Promise<void>;
  /**
   * For who has a reason to think that the network is gone: the server is asked for a sign of life, and connected to again
   * where none comes within 5 seconds. While it waits to connect again, it does so at once.
   */
  doubt(): void;
  stop(): void;
}

/** How long a server that is asked for a sign of life has to give one. */
const answeredMs = 5_000;

/** Follows journals over as many connections as it takes: each line comes once, in order, checked against the line before. */
export function followJournal<Fields = StandardFields>(options: FollowOptions<Fields>): Following {
  return new Follower(options);
}

class Follower<Fields> implements Following {
  asOf: Date | null = null;
  readonly ended: Promise<void>;
  private held: ReadonlyMap<string, Position>;
  private readonly silence: Silence;
  private failures = 0;
  private refusals = 0;
  /** From when something came, a cut is no new beginning: what happens meanwhile is to come too. */
  private hasBegun: boolean;
  private isStopped = false;
  private leave: () => void = () => undefined;
  /** Asks for a sign of life, or connects without more waiting. */
  private ask: (() => void) | undefined;
  private isDoubted = false;

  constructor(private readonly options: FollowOptions<Fields>) {
    this.held = new Map(options.after?.map((position) => [position.incidentId, position]));
    this.hasBegun = options.after !== undefined;
    this.silence = new Silence((options.silenceSeconds ?? 45) * 1000);
    this.ended = this.run();
    // Whoever does not look at how it ends is not to be ended by it.
    this.ended.catch(() => undefined);
  }

  get positions(): readonly Position[] {
    return [...this.held.values()];
  }

  doubt(): void {
    this.ask?.();
  }

  stop(): void {
    this.isStopped = true;
    this.leave();
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      const fault = await this.connected();
      if (this.isStopped) return;
      this.failures += 1;
      if (fault instanceof Refused) this.refusals += 1;
      if (!(fault instanceof Cut || this.maySignInAgain(fault))) throw fault;
      this.options.onStatus?.({ kind: 'disconnected', reason: fault.message });
      await this.pause(backOff(this.failures), fault instanceof Cut ? fault.retryAfterSeconds : 0);
    }
  }

  private maySignInAgain(fault: unknown): fault is Refused {
    return fault instanceof Refused && fault.isOfToken && typeof this.options.token === 'function' && this.refusals < 3;
  }

  /** One connection, as long as it lasts; answers with what ended it. */
  private async connected(): Promise<unknown> {
    this.options.onStatus?.({ kind: 'connecting' });
    let isConnected = false;
    const client = this.client(() => {
      isConnected = true;
    });
    const { fields, checksContent, incidents } = this.options;
    const query = journalDocument({ ...(fields !== undefined && { fields }), checksContent: checksContent ?? false });
    const variables = { incidents, after: this.hasBegun ? this.positions : undefined };
    const results = client.iterate<{ journal: Told }>({ query, variables });
    this.leave = () => {
      void results.return?.();
      // Rejects if it was still connecting, which then comes to nothing.
      Promise.resolve(client.dispose()).catch(() => undefined);
      if (!isConnected) client.terminate();
    };
    try {
      for await (const { journal } of inOurWords(results)) {
        if (this.isStopped) return undefined;
        await this.take(journal);
        this.hasBegun = true;
        this.failures = this.refusals = 0;
      }
      return new Cut('The server ended the subscription.');
    } catch (fault) {
      return fault;
    } finally {
      this.silence.end();
      this.ask = undefined;
      this.isDoubted = false;
      this.leave();
    }
  }

  private client(onConnected: () => void): Client {
    const { url, webSocket, onStatus } = this.options;
    const client: Client = createClient({
      url: url.replace(/^http/, 'ws'),
      connectionParams: () => this.credentials(),
      retryAttempts: 0,
      keepAlive: this.silence.milliseconds / 3,
      ...(webSocket !== undefined && { webSocketImpl: deafToErrors(webSocket as typeof WebSocket) }),
      on: {
        connecting: () => this.silence.watch(() => client.terminate()),
        connected: (socket) => {
          onConnected();
          this.ask = () => this.askAt(socket as WebSocket);
          onStatus?.({ kind: 'following' });
        },
        message: () => this.hear(),
      },
    });
    return client;
  }

  private askAt(socket: WebSocket): void {
    if (this.isDoubted) return;
    this.isDoubted = true;
    this.silence.lastAtMost(answeredMs);
    socket.send(JSON.stringify({ type: 'ping' }));
    this.options.onStatus?.({ kind: 'doubted' });
  }

  private hear(): void {
    this.silence.broken();
    if (!this.isDoubted) return;
    this.isDoubted = false;
    this.options.onStatus?.({ kind: 'following' });
  }

  private async credentials(): Promise<Record<string, unknown>> {
    const { token, actingFor } = this.options;
    const given = typeof token === 'function' ? await token() : token;
    return {
      ...(given !== undefined && { authorization: `Bearer ${given}` }),
      ...(actingFor !== undefined && { actingFor }),
    };
  }

  private async take(told: Told): Promise<void> {
    switch (told.__typename) {
      case 'JournalBatch':
        return this.takeLines(told as ToldBatch<Fields>);
      case 'JournalHeartbeat':
        this.requireNothingMissed(told.heads);
        this.asOf = new Date(told.asOf);
        return this.options.onUpdate({ kind: 'upToDate', asOf: this.asOf }, this.positions);
      case 'JournalEnded': {
        const { incidentId, endReason: reason } = told;
        return this.hand({ kind: 'ended', incidentId, reason }, incidentId, undefined);
      }
      case 'JournalReset': {
        const { incidentId, resetReason: reason, head } = told;
        return this.hand({ kind: 'reset', incidentId, reason, head }, incidentId, head);
      }
    }
  }

  private async takeLines({ lines, head, caughtUp, asOf }: ToldBatch<Fields>): Promise<void> {
    const { incidentId, number } = head;
    const { incidents, checksContent } = this.options;
    if (incidents && !incidents.includes(incidentId)) {
      throw new BrokenChain(incidentId, number, 'nobody asked for it.');
    }
    if (checksContent) requireContents(incidentId, lines);
    requireChain(this.held.get(incidentId), lines, head);
    const update = { kind: 'lines', incidentId, lines, head, caughtUp, asOf: new Date(asOf) } as const;
    await this.hand(update, incidentId, head);
  }

  /** A position is held from when its update was dealt with. */
  private async hand(update: Update<Fields>, incidentId: string, position: Position | undefined): Promise<void> {
    const held = new Map(this.held);
    if (position) held.set(incidentId, position);
    else held.delete(incidentId);
    await this.options.onUpdate(update, [...held.values()]);
    this.held = held;
  }

  /** All that is held is at its head. What is held of others than were asked for is only handed back. */
  private requireNothingMissed(heads: readonly Position[]): void {
    for (const { incidentId, number, chainHash } of heads) {
      const held = this.held.get(incidentId);
      if (held && held.number === number && held.chainHash === chainHash) continue;
      throw new Cut(`The server is at line ${number} of ${incidentId}, which did not come: resuming.`);
    }
    const { incidents } = this.options;
    const told = new Set(heads.map(({ incidentId }) => incidentId));
    for (const incidentId of this.held.keys()) {
      if (told.has(incidentId) || (incidents && !incidents.includes(incidentId))) continue;
      throw new Cut(`The server says no more of ${incidentId}, and not that it has ended: resuming.`);
    }
  }

  /** How long the server asked for is not cut short by doubts. */
  private pause(ours: number, theirs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(ours, theirs) * 1000);
      this.leave = () => {
        clearTimeout(timer);
        resolve();
      };
      if (theirs === 0) this.ask = this.leave;
    });
  }
}

/** In Node's `ws` an error that nobody listens to ends the program, and graphql-ws listens no more to a socket that it gives up. */
function deafToErrors(webSocket: typeof WebSocket): typeof WebSocket {
  return class extends webSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      this.addEventListener('error', () => undefined);
    }
  };
}

interface ToldBatch<Fields> extends Pick<LinesUpdate<Fields>, 'lines' | 'head' | 'caughtUp'> {
  readonly __typename: 'JournalBatch';
  readonly asOf: string;
}

type Told =
  | ToldBatch<unknown>
  | { readonly __typename: 'JournalHeartbeat'; readonly asOf: string; readonly heads: readonly Position[] }
  | { readonly __typename: 'JournalEnded'; readonly incidentId: string; readonly endReason: string }
  | {
      readonly __typename: 'JournalReset';
      readonly incidentId: string;
      readonly resetReason: string;
      readonly head: Position;
    };
