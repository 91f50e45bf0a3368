import { join } from 'node:path';
import type { Logger } from 'pino';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { Operation, type Sources } from './access/operation';
import type { Viewer } from './access/viewer';
import type { Tokens } from './identity/token';
import { IncidentFeed } from './incident/incident.feed';
import { presentIncidentNews } from './incident/incident-feed.resolver';
import { forgetOldKeys, forgetOldReadings } from './journal/bookkeeping';
import { JournalFeed } from './journal/feed';
import { journalEvents } from './journal/feed.resolver';
import { type Clock, systemClock } from './kernel/clock';
import type { Config } from './kernel/config';
import type { Refusal } from './kernel/errors';
import { type Metrics, noMetrics } from './kernel/metrics';
import { migrationsAreCurrent } from './kernel/migrate';
import { packageRoot } from './kernel/package-root';
import { runOn, sql } from './kernel/sql';
import { mapped, whenLeft } from './kernel/wakeups';
import { type OpenRecord, openRecord } from './record';
import { readersOf, resolversOf } from './resolvers';
import { celluleSchema } from './schema';
import { dashboard, type Entrance } from './server/dashboard';
import { graphiql } from './server/graphiql';
import { createServer, type ServerOptions } from './server/http';
import { type Levels, PrometheusMetrics } from './server/metrics';
import { MetricsPage } from './server/metrics-page';
import { publicStatementRouter } from './statement/public-statement.router';
import { signInOf } from './tokens';

export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly progress?: (text: string) => void;
  /** Its PostgreSQL was taken over by another server: it can only stop. */
  readonly onLost?: (refusal: Refusal) => void;
  /** Tokens of whoever starts it, beside those that the configuration and the record accept: of the demo, and of tests. */
  readonly tokens?: Tokens;
  /** Lets anybody in who opens the page: of the demo alone. */
  readonly entrances?: (host: string) => readonly Entrance[];
}

export interface Cellule {
  readonly url: string;
  /** Where its metrics are; null if they are served nowhere. */
  readonly metricsUrl: string | null;
  readonly record: OpenRecord;
  stop(): Promise<void>;
}

const hourMs = 3_600_000;

/** Opens the record and serves it. */
export async function startCellule({ clock = systemClock, ...options }: AppOptions): Promise<Cellule> {
  const { config, log } = options;
  const metrics = config.metricsPort === undefined ? undefined : new PrometheusMetrics();
  const record = await openRecord({ ...options, clock, as: 'server', ...(metrics && { metrics }) });
  const page = metrics && new MetricsPage({ metrics, config, log });
  try {
    await record.doorbell.start();
    const signIn = await signInOf(record, options);
    const server = createServer({
      ...(await wire(record, { config, clock, metrics: metrics ?? noMetrics })),
      ...(metrics && { metrics }),
      tokens: signIn.tokens,
      config,
      log,
      room: () => record.readLog.room(),
      isReady: async () => ({ database: true, migrations: await migrationsAreCurrent(record.dataSource) }),
      graphiql: graphiql({
        assetsDir: join(packageRoot, 'dist', 'graphiql'),
        operationsDir: join(packageRoot, 'schema', 'operations'),
      }),
      dashboard: dashboard({
        ...{ assetsDir: join(packageRoot, 'dist', 'dashboard'), issuers: config.oidcIssuers },
        entrances: options.entrances,
      }),
    });
    metrics?.watch(levelsOf(record));
    const metricsPort = await page?.start();
    const { port } = await server.start();
    const housekeeping = setInterval(() => {
      forget(record, { config, clock }).catch((error: Error) =>
        log.warn({ err: error }, 'what is old enough to be forgotten was kept'),
      );
    }, hourMs).unref();
    const stop = async () => {
      clearInterval(housekeeping);
      await server.stop();
      await signIn.stop();
      await page?.stop();
      await record.close();
    };
    const metricsUrl = metricsPort === undefined ? null : `${addressOf(config.metricsHost, metricsPort)}/metrics`;
    return { url: `${addressOf(config.host, port)}${config.basePath}`, metricsUrl, record, stop };
  } catch (error) {
    await page?.stop();
    await record.close();
    throw error;
  }
}

function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function levelsOf({ dataSource, readLog }: OpenRecord): Levels {
  // The driver types its pool as anything.
  const pool: { totalCount: number; idleCount: number; waitingCount: number } = (dataSource.driver as PostgresDriver)
    .master;
  return {
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    journals: async () => {
      const counted = sql`SELECT count(*)::int AS journals, COALESCE(sum(number), 0)::float AS lines FROM journal_head`;
      const [found] = await runOn(dataSource)(counted);
      return found as { journals: number; lines: number };
    },
    unwrittenReadings: () => readLog.waiting,
  };
}

async function forget({ dataSource }: OpenRecord, { config, clock }: { config: Config; clock: Clock }): Promise<void> {
  const run = runOn(dataSource);
  await forgetOldKeys(run);
  await forgetOldReadings(run, new Date(clock.now().getTime() - config.readLogDays * 24 * hourMs));
}

type Wired = Pick<ServerOptions, 'schema' | 'newOperation' | 'published'>;

interface Wiring {
  readonly config: Config;
  readonly clock: Clock;
  readonly metrics: Metrics;
}

async function wire(record: OpenRecord, { config, clock, metrics }: Wiring): Promise<Wired> {
  const { reads, readLog, doorbell } = record;
  const readers = readersOf(reads, clock);
  const journalFeed = new JournalFeed({
    ...{ reads, doorbell, clock, metrics },
    heartbeatMs: config.heartbeatSeconds * 1000,
  });
  const incidentFeed = new IncidentFeed(reads, doorbell);
  const during = <Event>(field: string, viewer: Viewer, events: AsyncIterableIterator<Event>) =>
    whenLeft(readLog.throughout(viewer, events), metrics.subscribed(field));
  const sources: Sources = {
    journal: (viewer, args) => during('journal', viewer, journalEvents(journalFeed, viewer, args)),
    incidents: (viewer) => during('incidents', viewer, mapped(incidentFeed.watch(viewer), presentIncidentNews)),
  };
  // A viewer of its own: by it the read log tells operations apart.
  const newOperation = (viewer: Viewer) => new Operation({ ...viewer }, sources);
  return {
    schema: await celluleSchema(resolversOf(record, readers, config)),
    newOperation,
    published: publicStatementRouter({ statements: readers.statements, newOperation, config }),
  };
}
