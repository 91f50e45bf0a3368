import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { connectionOptions, type DatabaseAddress } from './database';
import { Refusal } from './errors';
import { type Metrics, noMetrics } from './metrics';
import { type Run, sql } from './sql';

const channel = 'cellule_journal';
const hearingMs = 5000;
const gatherMs = 2;
const listening = `LISTEN ${channel}`;
const uuid = /^[0-9a-f-]{36}$/;

/** The streams that may have grown, or all of them if that cannot be told. */
export type Ring = ReadonlySet<string> | 'all';
type Listener = (ring: Ring) => void;

/**
 * Tells the readers of every node to look again. It says nothing of what there is to see: rows are the truth, and a ring
 * that is lost costs time, never data, because a sweep finds what grew without one.
 */
export class Doorbell {
  private readonly listeners = new Set<Listener>();
  private readonly unsent = new Set<string>();
  private client: Client | undefined;
  private sending: Promise<void> | undefined;
  private isStarted = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private sweptTo = '0';
  /** The streams that rings told of since the last sweep but one: what else a sweep finds was missed. */
  private told: readonly [Set<string>, Set<string>] = [new Set(), new Set()];

  constructor(
    private readonly address: DatabaseAddress,
    private readonly run: Run,
    private readonly sweepMs: number,
    private readonly log: Logger,
    private readonly metrics: Metrics = noMetrics,
  ) {}

  async start(): Promise<void> {
    this.isStarted = true;
    await this.connect();
    await this.checkHearing();
    await this.sweep();
    this.scheduleSweep();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.sending;
    await this.client?.end().catch(() => undefined);
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** To be called after the commit. Readers of this node look again at once; other nodes hear of it, several rings in one. */
  ring(streams: readonly string[]): void {
    if (streams.length === 0) return;
    this.tell(new Set(streams), 'commit');
    for (const stream of streams) this.unsent.add(stream);
    this.sendSoon();
  }

  private sendSoon(): void {
    this.sending ??= this.send().finally(() => {
      this.sending = undefined;
    });
  }

  private async send(): Promise<void> {
    while (this.unsent.size > 0 && (this.client || !this.isStarted) && !this.stopped) {
      // A payload holds less than 8000 bytes; a uuid and its comma are 37.
      const streams = [...this.unsent].slice(0, 200);
      for (const stream of streams) this.unsent.delete(stream);
      await this.notify(streams.join(',')).catch((error: Error) => {
        this.log.warn({ reason: error.message }, 'a ring was not sent; the sweep makes up for it');
      });
      // More came meanwhile, so more is to come: it goes out together.
      if (this.unsent.size > 0) await new Promise((resolve) => setTimeout(resolve, gatherMs));
    }
  }

  /** A tool that listens to nobody is heard too. */
  private async notify(payload: string): Promise<void> {
    if (this.client)
      await this.client.query({ name: 'ring', text: 'SELECT pg_notify($1, $2)', values: [channel, payload] });
    else await this.run(sql`SELECT pg_notify(${channel}, ${payload})`);
  }

  /** A pooler in transaction mode takes LISTEN and hears nothing: better to refuse than to be late for ever. */
  private async checkHearing(): Promise<void> {
    const word = randomUUID();
    const heard = new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), hearingMs);
      this.client?.on('notification', ({ payload }) => {
        if (payload !== word) return;
        clearTimeout(timer);
        resolve(true);
      });
    });
    await this.run(sql`SELECT pg_notify(${channel}, ${word})`);
    if (!(await heard)) {
      throw new Refusal(
        'LISTEN hears nothing over this connection: is there a pooler in transaction mode? Connect to PostgreSQL itself.',
      );
    }
  }

  private tell(ring: Ring, by: Parameters<Metrics['woken']>[0]): void {
    this.metrics.woken(by);
    if (ring !== 'all' && by !== 'sweep') for (const stream of ring) this.told[1].add(stream);
    for (const listener of this.listeners) listener(ring);
  }

  private async connect(): Promise<void> {
    const client = new Client(connectionOptions(this.address));
    client.on('notification', ({ payload = '', processId }) => {
      if (processId === (client as unknown as { processID: number }).processID) return;
      const streams = payload.split(',').filter((stream) => uuid.test(stream));
      if (streams.length > 0) this.tell(new Set(streams), 'notification');
    });
    client.on('error', () => undefined);
    client.on('end', () => void this.reconnect(client));
    await client.connect();
    try {
      await client.query(listening);
    } catch (error) {
      await client.end();
      throw error;
    }
    this.client = client;
    if (this.stopped) await client.end();
  }

  /** A LISTEN connection does not come back by itself; what was missed meanwhile is anybody's guess. */
  private async reconnect(lost: Client): Promise<void> {
    if (this.client !== lost) return;
    this.client = undefined;
    while (!this.stopped && !this.client) {
      try {
        await this.connect();
        this.tell('all', 'reconnection');
        this.sendSoon();
      } catch (error) {
        this.log.warn({ reason: (error as Error).message }, 'the database does not answer; trying again');
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  private scheduleSweep(): void {
    const sweep = () =>
      this.sweep().catch((error: Error) =>
        this.log.warn({ reason: error.message }, 'a sweep failed; the next one makes up for it'),
      );
    this.timer = setTimeout(() => {
      void Promise.all([sweep(), this.probe()]).then(() => !this.stopped && this.scheduleSweep());
    }, this.sweepMs);
    this.timer.unref();
  }

  /** A connection may die without a word, as when a firewall forgets it: what does not answer is given up, and made anew. */
  private async probe(): Promise<void> {
    const { client } = this;
    if (!client) return;
    const silent = setTimeout(() => {
      this.log.warn('the connection that listens for rings does not answer; making it anew');
      client.end().catch(() => undefined);
    }, hearingMs);
    await client.query(listening).catch(() => undefined);
    clearTimeout(silent);
  }

  /**
   * Finds the streams that grew since the last sweep. Whatever was committed since was then in progress or yet to come,
   * so its transaction id is at least the oldest one that was in progress then: no clock is involved.
   */
  private async sweep(): Promise<void> {
    const rows = await this.run(sql`
      SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS oldest,
        ARRAY(SELECT stream_id::text FROM journal_head WHERE appended_by >= ${this.sweptTo}::bigint
          AND appended_by < pg_snapshot_xmax(pg_current_snapshot())::text::bigint) AS grown`);
    const grown = rows[0]?.['grown'] as string[];
    const isFirst = this.sweptTo === '0';
    this.sweptTo = rows[0]?.['oldest'] as string;
    if (isFirst) return;
    const missed = grown.some((stream) => !this.told.some((streams) => streams.has(stream)));
    this.metrics.swept(missed ? 'missed' : grown.length > 0 ? 'known' : 'nothing');
    this.told = [this.told[1], new Set()];
    if (grown.length > 0) this.tell(new Set(grown), 'sweep');
  }
}
