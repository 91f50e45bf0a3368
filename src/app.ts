import { join } from 'node:path';
import type { Logger } from 'pino';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { actorOf, standingOf } from './access/actor';
import { Operation, type Sources } from './access/operation';
import type { Standing } from './access/permissions';
import type { VisibleReads } from './access/reads';
import type { Viewer } from './access/viewer';
import { ActionReads, action } from './action/action.reads';
import { ActionResolver } from './action/action.resolver';
import {
  IncidentActionsResolver,
  RegionActionsResolver,
  StakeholderActionsResolver,
} from './action/action-lists.resolver';
import { CredentialReads } from './identity/credential.reads';
import {
  CredentialHolderResolver,
  CredentialResolver,
  StakeholderCredentialsResolver,
} from './identity/credential.resolver';
import { PersonReads } from './identity/person.reads';
import {
  AuthorPersonResolver,
  MarkingPersonsResolver,
  MembershipResolver,
  PersonResolver,
  StakeholderMembersResolver,
} from './identity/person.resolver';
import { ReadRecordReads } from './identity/read-record.reads';
import { ReadRecordResolver } from './identity/read-record.resolver';
import type { Tokens } from './identity/token';
import { ViewerResolver } from './identity/viewer.resolver';
import { AffectedRegionReads, affectedRegion } from './incident/affected-region.reads';
import { AffectedRegionResolver, IncidentRegionsResolver } from './incident/affected-region.resolver';
import { AffectedServiceReads, affectedService } from './incident/affected-service.reads';
import { AffectedServiceResolver, IncidentServicesResolver } from './incident/affected-service.resolver';
import { EntryResolver } from './incident/entry.resolver';
import { IncidentFeed } from './incident/incident.feed';
import { IncidentReads } from './incident/incident.reads';
import { IncidentResolver } from './incident/incident.resolver';
import { IncidentFeedResolver, presentIncidentNews } from './incident/incident-feed.resolver';
import {
  BatchIncidentResolver,
  EntryIncidentResolver,
  ReadIncidentResolver,
  RegionIncidentsResolver,
  StakeholderIncidentsResolver,
} from './incident/incident-lists.resolver';
import { InvolvementReads, involvement } from './incident/involvement.reads';
import { IncidentInvolvementsResolver, InvolvementResolver } from './incident/involvement.resolver';
import { MarkingResolver } from './incident/marking.resolver';
import type { Subjects } from './incident/subject';
import { forgetOldKeys, forgetOldReadings } from './journal/bookkeeping';
import { JournalFeed } from './journal/feed';
import { JournalFeedResolver, journalEvents } from './journal/feed.resolver';
import { JournalReads } from './journal/journal.reads';
import { JournalEntryResolver, NodeResolver } from './journal/journal.resolver';
import type { NodeRegistry } from './journal/node';
import { type Clock, systemClock } from './kernel/clock';
import type { Config } from './kernel/config';
import type { Refusal } from './kernel/errors';
import { type Metrics, noMetrics } from './kernel/metrics';
import { migrationsAreCurrent } from './kernel/migrate';
import { packageRoot } from './kernel/package-root';
import { runOn, sql } from './kernel/sql';
import { mapped, whenLeft } from './kernel/wakeups';
import { nodeRegistry } from './nodes';
import { type OpenRecord, openRecord } from './record';
import { RegionResolver } from './region/region.resolver';
import { celluleSchema } from './schema';
import { graphiql } from './server/graphiql';
import { createServer, type ServerOptions } from './server/http';
import { type Levels, PrometheusMetrics } from './server/metrics';
import { MetricsPage } from './server/metrics-page';
import { StakeholderReads } from './stakeholder/stakeholder.reads';
import {
  AuthorStakeholderResolver,
  MarkingStakeholdersResolver,
  RegionArsResolver,
  StakeholderResolver,
} from './stakeholder/stakeholder.resolver';
import { PublicStatementReads } from './statement/public-statement.reads';
import { IncidentStatementsResolver, PublicStatementResolver } from './statement/public-statement.resolver';
import { publicStatementRouter } from './statement/public-statement.router';
import { StatementDraftReads, statementDraft } from './statement/statement-draft.reads';
import {
  IncidentStatementDraftsResolver,
  StatementDraftReferencesResolver,
  StatementDraftResolver,
} from './statement/statement-draft.resolver';
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
      isReady: async () => ({ database: true, migrations: await migrationsAreCurrent(record.dataSource) }),
      graphiql: graphiql({
        assetsDir: join(packageRoot, 'dist', 'graphiql'),
        operationsDir: join(packageRoot, 'schema', 'operations'),
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

/** The questions that can be asked, each in one place. */
export interface Readers {
  readonly journal: JournalReads;
  readonly stakeholders: StakeholderReads;
  readonly persons: PersonReads;
  readonly credentials: CredentialReads;
  readonly readRecords: ReadRecordReads;
  readonly incidents: IncidentReads;
  readonly affectedRegions: AffectedRegionReads;
  readonly affectedServices: AffectedServiceReads;
  readonly involvements: InvolvementReads;
  readonly actions: ActionReads;
  readonly statements: PublicStatementReads;
  readonly statementDrafts: StatementDraftReads;
}

function readersOf(reads: VisibleReads, clock: Clock): Readers {
  return {
    journal: new JournalReads(reads),
    stakeholders: new StakeholderReads(reads),
    persons: new PersonReads(reads),
    credentials: new CredentialReads(reads),
    readRecords: new ReadRecordReads(reads),
    incidents: new IncidentReads(reads),
    affectedRegions: new AffectedRegionReads(reads),
    affectedServices: new AffectedServiceReads(reads),
    involvements: new InvolvementReads(reads),
    actions: new ActionReads(reads, clock),
    statements: new PublicStatementReads(reads),
    statementDrafts: new StatementDraftReads(reads),
  };
}

/** What somebody may write about, besides the incident itself. */
const subjects: Subjects = {
  AffectedRegion: affectedRegion,
  AffectedService: affectedService,
  Involvement: involvement,
  Action: action,
  StatementDraft: statementDraft,
};

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

function resolversOf(record: OpenRecord, readers: Readers, { accessCodeHours }: Config): object[] {
  const nodes = nodeRegistry(readers);
  return [
    new JournalEntryResolver(readers.journal, nodes),
    new JournalFeedResolver(),
    new NodeResolver(nodes),
    new RegionResolver(),
    ...ofRegistry(record, readers, nodes),
    ...ofCredentials(record, readers, accessCodeHours),
    ...ofIncidents(record, readers, nodes),
    ...ofActionsAndStatements(record, readers),
  ];
}

function ofRegistry({ work, dataSource }: OpenRecord, readers: Readers, nodes: NodeRegistry): object[] {
  const { journal, stakeholders, persons, readRecords } = readers;
  const standingIn = async ({ viewer }: Operation, incidentId?: string): Promise<Standing> => {
    const run = runOn(dataSource);
    return standingOf(run, (await actorOf(run, viewer)).actor, incidentId);
  };
  return [
    new StakeholderResolver(work, stakeholders, journal),
    new MarkingStakeholdersResolver(stakeholders),
    new AuthorStakeholderResolver(stakeholders),
    new RegionArsResolver(stakeholders),
    new PersonResolver(work, persons, journal),
    new MembershipResolver(persons, stakeholders),
    new StakeholderMembersResolver(persons),
    new MarkingPersonsResolver(persons),
    new AuthorPersonResolver(persons),
    new ViewerResolver(persons, stakeholders, nodes, standingIn),
    new ReadRecordResolver(readRecords, persons, stakeholders, standingIn),
  ];
}

function ofCredentials({ work }: OpenRecord, readers: Readers, maxHours: number): object[] {
  const { journal, stakeholders, persons, credentials } = readers;
  return [
    new CredentialResolver(work, credentials, journal, maxHours),
    new CredentialHolderResolver(persons, stakeholders),
    new StakeholderCredentialsResolver(credentials),
  ];
}

function ofIncidents({ work }: OpenRecord, readers: Readers, nodes: NodeRegistry): object[] {
  const { journal, stakeholders, incidents, affectedRegions, affectedServices, involvements } = readers;
  return [
    new IncidentResolver(work, incidents, stakeholders, journal),
    new IncidentFeedResolver(),
    new RegionIncidentsResolver(incidents),
    new StakeholderIncidentsResolver(incidents),
    new EntryIncidentResolver(incidents),
    new BatchIncidentResolver(incidents),
    new ReadIncidentResolver(incidents),
    new AffectedRegionResolver(work, affectedRegions, incidents, stakeholders, journal),
    new IncidentRegionsResolver(affectedRegions),
    new AffectedServiceResolver(work, affectedServices, incidents, journal),
    new IncidentServicesResolver(affectedServices),
    new InvolvementResolver(work, involvements, incidents, stakeholders, journal),
    new IncidentInvolvementsResolver(involvements),
    new EntryResolver(work, journal, subjects),
    new MarkingResolver(work, nodes, journal, subjects),
  ];
}

function ofActionsAndStatements({ work }: OpenRecord, readers: Readers): object[] {
  const { journal, stakeholders, incidents, actions, statements, statementDrafts } = readers;
  return [
    new ActionResolver(work, actions, incidents, stakeholders, journal),
    new IncidentActionsResolver(actions),
    new StakeholderActionsResolver(actions),
    new RegionActionsResolver(actions),
    new PublicStatementResolver(work, statements, incidents, stakeholders, journal),
    new IncidentStatementsResolver(statements),
    new StatementDraftResolver(work, statementDrafts, journal),
    new StatementDraftReferencesResolver(incidents, stakeholders, statements),
    new IncidentStatementDraftsResolver(statementDrafts),
  ];
}
