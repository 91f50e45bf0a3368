import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CountedRequest, Metrics } from '../kernel/metrics';

/** What is asked at each scrape. */
export interface Levels {
  readonly pool: () => { readonly total: number; readonly idle: number; readonly waiting: number };
  readonly journals: () => Promise<{ readonly journals: number; readonly lines: number }>;
  readonly unwrittenReadings: () => number;
}

type Wakening = Parameters<Metrics['woken']>[0];
type Sweep = Parameters<Metrics['swept']>[0];

/** Clients choose codes too: these have a meaning here. */
const knownCodes = new Set([
  ...[1000, 1001, 1002, 1005, 1006, 1007, 1009, 1013],
  ...[4400, 4401, 4403, 4406, 4408, 4409, 4429, 4500],
]);

/** The counts of one server, as Prometheus reads them: docs/metrics.md. */
export class PrometheusMetrics implements Metrics {
  private readonly registry = new Registry();
  private readonly requests = this.counter('requests_total', 'Requests', ['transport', 'type', 'outcome']);
  private readonly refusals = this.counter('errors_total', 'Errors that clients got', ['code']);
  private readonly subscribers = this.gauge('subscribers', 'Subscriptions that are open', ['field']);
  private readonly batches = this.counter('journal_batches_total', 'Batches of lines handed to subscribers');
  private readonly lines = this.counter('journal_lines_delivered_total', 'Lines handed to subscribers');
  private readonly lag = new Histogram({
    name: 'cellule_journal_lag_seconds',
    help: 'From the recording of a line until it is handed to a subscriber that was there',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [this.registry],
  });
  private readonly wakenings = this.counter('wake_ups_total', 'Times that readers were told to look again', ['by']);
  private readonly sweeps = this.counter('sweeps_total', 'Looks through the journals for what grew', ['found']);
  private readonly sockets = this.gauge('sockets', 'WebSockets that are open');
  private readonly closings = this.counter('socket_closings_total', 'WebSockets that were closed', ['code']);

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** The page that Prometheus scrapes. */
  page(): Promise<string> {
    return this.registry.metrics();
  }

  /** Adds what is known at the time of a scrape only. What cannot be asked then is left out. */
  watch({ pool, journals, unwrittenReadings }: Levels): void {
    this.level('database_connections', 'Connections for requests', ['state'], async (gauge) => {
      const { total, idle, waiting } = pool();
      gauge.set({ state: 'busy' }, total - idle);
      gauge.set({ state: 'idle' }, idle);
      gauge.set({ state: 'awaited' }, waiting);
    });
    this.level('journals', 'Journals, and their lines', ['of'], async (gauge) => {
      const found = await journals().catch(() => undefined);
      gauge.reset();
      if (!found) return;
      gauge.set({ of: 'journals' }, found.journals);
      gauge.set({ of: 'lines' }, found.lines);
    });
    this.level('unwritten_readings', 'Records of the read log that wait to be written', [], async (gauge) => {
      gauge.set(unwrittenReadings());
    });
  }

  answered({ transport, type, outcome }: CountedRequest): void {
    this.requests.inc({ transport, type, outcome });
  }

  refused(code: string): void {
    this.refusals.inc({ code });
  }

  subscribed(field: string): () => void {
    this.subscribers.inc({ field });
    return () => this.subscribers.dec({ field });
  }

  delivered({ lines, readers }: { lines: number; readers: number }, lagsMs: readonly number[]): void {
    this.batches.inc(readers);
    this.lines.inc(lines * readers);
    for (const lag of lagsMs) this.lag.observe(Math.max(0, lag) / 1000);
  }

  woken(by: Wakening): void {
    this.wakenings.inc({ by });
  }

  swept(found: Sweep): void {
    this.sweeps.inc({ found });
  }

  connected(): (code: number) => void {
    this.sockets.inc();
    return (code) => {
      this.sockets.dec();
      this.closings.inc({ code: knownCodes.has(code) ? String(code) : 'other' });
    };
  }

  private counter<Label extends string>(name: string, help: string, labelNames: Label[] = []): Counter<Label> {
    return new Counter({ name: `cellule_${name}`, help, labelNames, registers: [this.registry] });
  }

  private gauge<Label extends string>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> {
    return new Gauge({ name: `cellule_${name}`, help, labelNames, registers: [this.registry] });
  }

  private level<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    collect: (gauge: Gauge<Label>) => Promise<void>,
  ): void {
    const gauge: Gauge<Label> = new Gauge({
      ...{ name: `cellule_${name}`, help, labelNames, registers: [this.registry] },
      collect: () => collect(gauge),
    });
  }
}
