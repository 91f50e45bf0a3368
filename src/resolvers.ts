import { standingOf } from './access/actor';
import type { Operation } from './access/operation';
import type { Standing } from './access/permissions';
import type { VisibleReads } from './access/reads';
import { ActionReads, action } from './action/action.reads';
import { ActionResolver } from './action/action.resolver';
import {
  IncidentActionsResolver,
  OverdueActionsResolver,
  RegionActionsResolver,
  StakeholderActionsResolver,
} from './action/action-lists.resolver';
import { EntitiesResolver } from './federation/entities.resolver';
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
import { ViewerResolver } from './identity/viewer.resolver';
import { AffectedRegionReads, affectedRegion } from './incident/affected-region.reads';
import { AffectedRegionResolver, IncidentRegionsResolver } from './incident/affected-region.resolver';
import { AffectedServiceReads, affectedService } from './incident/affected-service.reads';
import { AffectedServiceResolver, IncidentServicesResolver } from './incident/affected-service.resolver';
import { EntryResolver } from './incident/entry.resolver';
import { IncidentReads } from './incident/incident.reads';
import { IncidentResolver } from './incident/incident.resolver';
import { IncidentFeedResolver } from './incident/incident-feed.resolver';
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
import { NameableReads } from './incident/nameable.reads';
import { IncidentNameableResolver } from './incident/nameable.resolver';
import { ReadMarking } from './incident/read-mark';
import { UnreadReads } from './incident/read-mark.reads';
import { IncidentUnreadResolver, ViewerUnreadResolver } from './incident/read-mark.resolver';
import type { Subjects } from './incident/subject';
import { JournalFeedResolver } from './journal/feed.resolver';
import { JournalReads } from './journal/journal.reads';
import { JournalEntryResolver, NodeResolver } from './journal/journal.resolver';
import type { NodeRegistry } from './journal/node';
import type { Clock } from './kernel/clock';
import type { Config } from './kernel/config';
import { runOn } from './kernel/sql';
import { entitiesOf, nodeRegistry } from './nodes';
import type { OpenRecord } from './record';
import { RegionResolver } from './region/region.resolver';
import { SearchReads } from './search/search.reads';
import { SearchResolver } from './search/search.resolver';
import { StakeholderReads } from './stakeholder/stakeholder.reads';
import {
  AuthorStakeholderResolver,
  MarkingStakeholdersResolver,
  RegionArsResolver,
  StakeholderResolver,
} from './stakeholder/stakeholder.resolver';
import { PublicStatementReads } from './statement/public-statement.reads';
import { IncidentStatementsResolver, PublicStatementResolver } from './statement/public-statement.resolver';
import { StatementDraftReads, statementDraft } from './statement/statement-draft.reads';
import {
  IncidentStatementDraftsResolver,
  StatementDraftReferencesResolver,
  StatementDraftResolver,
} from './statement/statement-draft.resolver';

/** The questions that can be asked, each in one place. */
export interface Readers {
  readonly journal: JournalReads;
  readonly stakeholders: StakeholderReads;
  readonly persons: PersonReads;
  readonly credentials: CredentialReads;
  readonly readRecords: ReadRecordReads;
  readonly incidents: IncidentReads;
  readonly unread: UnreadReads;
  readonly nameable: NameableReads;
  readonly affectedRegions: AffectedRegionReads;
  readonly affectedServices: AffectedServiceReads;
  readonly involvements: InvolvementReads;
  readonly actions: ActionReads;
  readonly statements: PublicStatementReads;
  readonly statementDrafts: StatementDraftReads;
  readonly searches: SearchReads;
}

export function readersOf(reads: VisibleReads, clock: Clock): Readers {
  return {
    journal: new JournalReads(reads),
    stakeholders: new StakeholderReads(reads),
    persons: new PersonReads(reads),
    credentials: new CredentialReads(reads),
    readRecords: new ReadRecordReads(reads),
    incidents: new IncidentReads(reads),
    unread: new UnreadReads(reads),
    nameable: new NameableReads(reads),
    affectedRegions: new AffectedRegionReads(reads),
    affectedServices: new AffectedServiceReads(reads),
    involvements: new InvolvementReads(reads),
    actions: new ActionReads(reads, clock),
    statements: new PublicStatementReads(reads),
    statementDrafts: new StatementDraftReads(reads),
    searches: new SearchReads(reads),
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

/** Whatever the API asks and does. */
export function resolversOf(record: OpenRecord, readers: Readers, config: Config): object[] {
  const nodes = nodeRegistry(readers);
  return [
    new JournalEntryResolver(readers.journal, nodes),
    new JournalFeedResolver(),
    new NodeResolver(nodes),
    new RegionResolver(),
    new SearchResolver(readers.searches),
    ...ofRegistry(record, readers, nodes),
    ...ofCredentials(record, readers, config.accessCodeHours),
    ...ofIncidents(record, readers, nodes),
    ...ofActionsAndStatements(record, readers),
    new EntitiesResolver(entitiesOf(nodes, readers), config.limits.representations),
  ];
}

function ofRegistry({ work, actors, dataSource }: OpenRecord, readers: Readers, nodes: NodeRegistry): object[] {
  const { journal, stakeholders, persons, readRecords } = readers;
  const standingIn = (operation: Operation, incidentId?: string): Promise<Standing> =>
    operation.load('standing', incidentId ?? '', async (viewer, ids) => {
      const { actor } = await actors.of(viewer);
      return Promise.all(ids.map((id) => standingOf(runOn(dataSource), actor, id || undefined)));
    });
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

function ofIncidents({ work, actors, dataSource }: OpenRecord, readers: Readers, nodes: NodeRegistry): object[] {
  const { journal, stakeholders, persons, incidents, unread, nameable } = readers;
  const { affectedRegions, affectedServices, involvements } = readers;
  return [
    new IncidentResolver(work, incidents, stakeholders, journal),
    new IncidentFeedResolver(),
    new RegionIncidentsResolver(incidents),
    new StakeholderIncidentsResolver(incidents),
    new EntryIncidentResolver(incidents),
    new BatchIncidentResolver(incidents),
    new ReadIncidentResolver(incidents),
    new IncidentUnreadResolver(new ReadMarking(actors, unread, runOn(dataSource)), unread, incidents),
    new ViewerUnreadResolver(unread),
    new IncidentNameableResolver(nameable, persons, stakeholders),
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
    new OverdueActionsResolver(actions),
    new StakeholderActionsResolver(actions),
    new RegionActionsResolver(actions),
    new PublicStatementResolver(work, statements, incidents, stakeholders, journal),
    new IncidentStatementsResolver(statements),
    new StatementDraftResolver(work, statementDrafts, journal),
    new StatementDraftReferencesResolver(incidents, stakeholders, statements),
    new IncidentStatementDraftsResolver(statementDrafts),
  ];
}
