import { type GraphQLSchema, isAbstractType } from 'graphql';
import { buildSchema, type ClassType, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import { ActionResolver } from './action/action.resolver';
import {
  IncidentActionsResolver,
  OverdueActionsResolver,
  RegionActionsResolver,
  StakeholderActionsResolver,
} from './action/action-lists.resolver';
import { EntitiesResolver } from './federation/entities.resolver';
import {
  CredentialHolderResolver,
  CredentialResolver,
  StakeholderCredentialsResolver,
} from './identity/credential.resolver';
import {
  AuthorPersonResolver,
  MarkingPersonsResolver,
  MembershipResolver,
  PersonResolver,
  StakeholderMembersResolver,
} from './identity/person.resolver';
import { ReadRecordResolver } from './identity/read-record.resolver';
import { ViewerResolver } from './identity/viewer.resolver';
import { AffectedRegionResolver, IncidentRegionsResolver } from './incident/affected-region.resolver';
import { AffectedServiceResolver, IncidentServicesResolver } from './incident/affected-service.resolver';
import { EntryResolver } from './incident/entry.resolver';
import { IncidentResolver } from './incident/incident.resolver';
import { IncidentFeedResolver } from './incident/incident-feed.resolver';
import {
  BatchIncidentResolver,
  EntryIncidentResolver,
  ReadIncidentResolver,
  RegionIncidentsResolver,
  StakeholderIncidentsResolver,
} from './incident/incident-lists.resolver';
import { IncidentInvolvementsResolver, InvolvementResolver } from './incident/involvement.resolver';
import { MarkingResolver } from './incident/marking.resolver';
import { IncidentNameableResolver } from './incident/nameable.resolver';
import { IncidentUnreadResolver, ViewerUnreadResolver } from './incident/read-mark.resolver';
import { JournalFeedResolver } from './journal/feed.resolver';
import { JournalEntryResolver, NodeResolver } from './journal/journal.resolver';
import { checkArguments } from './kernel/input';
import { RegionResolver } from './region/region.resolver';
import { SearchResolver } from './search/search.resolver';
import {
  AuthorStakeholderResolver,
  MarkingStakeholdersResolver,
  RegionArsResolver,
  StakeholderResolver,
} from './stakeholder/stakeholder.resolver';
import { IncidentStatementsResolver, PublicStatementResolver } from './statement/public-statement.resolver';
import {
  IncidentStatementDraftsResolver,
  StatementDraftReferencesResolver,
  StatementDraftResolver,
} from './statement/statement-draft.resolver';

const resolvers: NonEmptyArray<ClassType> = [
  JournalEntryResolver,
  JournalFeedResolver,
  NodeResolver,
  RegionResolver,
  SearchResolver,
  StakeholderResolver,
  MarkingStakeholdersResolver,
  AuthorStakeholderResolver,
  RegionArsResolver,
  PersonResolver,
  MembershipResolver,
  StakeholderMembersResolver,
  MarkingPersonsResolver,
  AuthorPersonResolver,
  CredentialResolver,
  CredentialHolderResolver,
  StakeholderCredentialsResolver,
  ViewerResolver,
  ReadRecordResolver,
  IncidentResolver,
  IncidentFeedResolver,
  RegionIncidentsResolver,
  StakeholderIncidentsResolver,
  EntryIncidentResolver,
  BatchIncidentResolver,
  ReadIncidentResolver,
  AffectedRegionResolver,
  IncidentRegionsResolver,
  AffectedServiceResolver,
  IncidentServicesResolver,
  InvolvementResolver,
  IncidentInvolvementsResolver,
  EntryResolver,
  MarkingResolver,
  IncidentUnreadResolver,
  ViewerUnreadResolver,
  IncidentNameableResolver,
  ActionResolver,
  IncidentActionsResolver,
  OverdueActionsResolver,
  StakeholderActionsResolver,
  RegionActionsResolver,
  PublicStatementResolver,
  IncidentStatementsResolver,
  StatementDraftResolver,
  StatementDraftReferencesResolver,
  IncidentStatementDraftsResolver,
  EntitiesResolver,
];

/** The schema over the resolvers made in `app.ts`; without any, it can be printed but not executed. */
export async function celluleSchema(instances: readonly object[] = []): Promise<GraphQLSchema> {
  const byClass = new Map(instances.map((instance) => [instance.constructor, instance]));
  const unused = (): never => {
    throw new Error('Subscriptions are fed by journals, not by a PubSub.');
  };
  // What a thing has as a property needs no resolver: that costs less, and tells what is looked up from what is at hand.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  const schema = await buildSchema({
    resolvers,
    container: { get: (resolver) => byClass.get(resolver) },
    validateFn: checkArguments,
    pubSub: { publish: unused, subscribe: unused },
  });
  describeRoots(schema);
  tellTypesAtOnce(schema);
  return schema;
}

/** The library makes a promise of each type that is told, which costs more than to tell it. */
function tellTypesAtOnce(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { readonly __typename: string }) => value.__typename;
  }
}

/** The library has no place for it. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation, subscription] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  if (query) query.description = 'What can be asked. What the viewer may not see is not there.';
  if (mutation) mutation.description = 'What can be done: each in one transaction, with its entries in the journal.';
  if (subscription) subscription.description = 'What is pushed as it happens, by the rights of that moment.';
}
