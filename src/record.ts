import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { migrations } from '../migrations';
import { Actors } from './access/actor';
import { Outcomes } from './access/outcomes';
import { VisibleReads } from './access/reads';
import { entities } from './entities';
import { ReadLog } from './identity/read-log';
import { UnitOfWork } from './journal/unit-of-work';
import type { Clock } from './kernel/clock';
import type { Config } from './kernel/config';
import { type DatabaseAddress, dataSourceOf, type Model } from './kernel/database';
import { Doorbell } from './kernel/doorbell';
import { Refusal } from './kernel/errors';
import type { Metrics } from './kernel/metrics';
import {
  checkRuntimeRole,
  connected,
  type Database,
  externalDatabase,
  makeReady,
  migrationsAreCurrent,
} from './kernel/migrate';
import { attachCluster, type Cluster, type ClusterOptions, serveCluster } from './kernel/postgres/cluster';
import { runOn } from './kernel/sql';
import { registerAuthorities } from './stakeholder/authorities.commands';

export const model: Model = { entities, migrations };

/** The record, ready to be read and written: what every command of the program works on. */
export interface OpenRecord {
  readonly dataSource: DataSource;
  readonly actors: Actors;
  readonly reads: VisibleReads;
  readonly readLog: ReadLog;
  readonly doorbell: Doorbell;
  readonly work: UnitOfWork;
  /** The migrations that opening it applied. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

export interface Opening {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly metrics?: Metrics;
  readonly progress?: (text: string) => void;
  /** For a server on its own PostgreSQL: another server has taken its place. */
  readonly onLost?: (refusal: Refusal) => void;
  /**
   * A server is alone on its own PostgreSQL, and makes the database ready; so does a migration, beside a running server
   * or without one. A tool changes nothing.
   */
  readonly as: 'server' | 'migration' | 'tool';
}

/** Finds or starts PostgreSQL, migrates it, and opens the record. */
export async function openRecord(opening: Opening): Promise<OpenRecord> {
  const { cluster, database } = await databaseOf(opening);
  try {
    const record = await opened(opening, database);
    const close = async () => {
      await record.close();
      await cluster?.stop();
    };
    return { ...record, close };
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
}

async function databaseOf({
  config,
  progress,
  onLost,
  as,
}: Opening): Promise<{ cluster?: Cluster; database: Database }> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = config;
  if (databaseUrl !== undefined) {
    return { database: externalDatabase(databaseUrl, databaseOwnerUrl === databaseUrl ? undefined : databaseOwnerUrl) };
  }
  const options: ClusterOptions = { dataDir, ...(progress && { progress }), ...(onLost && { onLost }) };
  const cluster = await (as === 'server' ? serveCluster(options) : attachCluster(options));
  if (as === 'server') progress?.('PostgreSQL is up');
  const { host, port, database, owner, runtime } = cluster.address;
  const at = (user: string): DatabaseAddress => ({ host, port, user, database });
  return { cluster, database: { owner: at(owner), runtime: at(runtime), role: runtime } };
}

async function opened({ config, log, clock, as, metrics }: Opening, database: Database): Promise<OpenRecord> {
  const dataSource = dataSourceOf(database.runtime, model, config.databasePool);
  const readLog = new ReadLog(runOn(dataSource), clock, log);
  const kept = config.keptAnswerCharacters;
  const reads = new VisibleReads(dataSource, readLog, kept > 0 ? new Outcomes(kept) : null);
  const doorbell = new Doorbell(database.runtime, runOn(dataSource), config.sweepSeconds * 1000, log, metrics);
  const actors = new Actors(runOn(dataSource));
  const work = new UnitOfWork(dataSource, actors, reads, doorbell, clock);
  try {
    const begin = async () => {
      await connected(dataSource);
      await checkRuntimeRole(dataSource);
    };
    const migrated = await (as === 'tool'
      ? begin().then(() => requireCurrent(dataSource))
      : makeReady(database, model, () => begin().then(() => registerAuthorities(work, reads))));
    const close = async () => {
      await doorbell.stop();
      await readLog.stop();
      await dataSource.destroy();
    };
    return { dataSource, actors, reads, readLog, doorbell, work, migrated, close };
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw error;
  }
}

/** A tool looks at a record as it is: it brings nothing up to date. */
async function requireCurrent(dataSource: DataSource): Promise<string[]> {
  if (await migrationsAreCurrent(dataSource)) return [];
  throw new Refusal(
    'The database is not at the state of this version: migrate it first, or use the version that it belongs to.',
  );
}
