import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Operation } from '../access/operation';
import type { IncidentReads } from '../incident/incident.reads';
import { Incident, presentIncidentOrNone } from '../incident/incident.type';
import type { JournalReads } from '../journal/journal.reads';
import { presentEntries } from '../journal/journal.type';
import type { UnitOfWork } from '../journal/unit-of-work';
import type { Work } from '../journal/work';
import { type Connection, connection } from '../kernel/paging';
import type { StakeholderReads } from '../stakeholder/stakeholder.reads';
import { presentStakeholderOrNone, Stakeholder } from '../stakeholder/stakeholder.type';
import type { PublicStatementReads } from './public-statement.reads';
import { PublicStatement, presentPublicStatement } from './public-statement.type';
import { discardStatementDraft, draftStatement, reviseStatementDraft } from './statement-draft.commands';
import {
  DiscardStatementDraftInput,
  DraftStatementInput,
  ReviseStatementDraftInput,
  StatementDraftsArgs,
} from './statement-draft.inputs';
import type { StatementDraftReads } from './statement-draft.reads';
import {
  presentStatementDraft,
  StatementDraft,
  StatementDraftConnection,
  StatementDraftPayload,
} from './statement-draft.type';

@Resolver()
export class StatementDraftResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: StatementDraftReads,
    private readonly journal: JournalReads,
  ) {}

  @Mutation(() => StatementDraftPayload, {
    description:
      'Drafts a statement: read by those whom its marking lets, and by nobody else before it is published. They answer with `writeEntry`, the draft as its `subject`.',
  })
  draftStatement(
    @Arg('input', () => DraftStatementInput, { description: 'The draft.' }) input: DraftStatementInput,
    @Ctx() operation: Operation,
  ): Promise<StatementDraftPayload> {
    return this.carryOut(operation, { mutation: 'draftStatement', input }, (work) => draftStatement(work, input));
  }

  @Mutation(() => StatementDraftPayload, { description: 'Gives a draft another wording.' })
  reviseStatementDraft(
    @Arg('input', () => ReviseStatementDraftInput, { description: 'Which, and how it reads now.' })
    input: ReviseStatementDraftInput,
    @Ctx() operation: Operation,
  ): Promise<StatementDraftPayload> {
    return this.carryOut(operation, { mutation: 'reviseStatementDraft', input }, (work) =>
      reviseStatementDraft(work, input),
    );
  }

  @Mutation(() => StatementDraftPayload, { description: 'Gives a draft up; it can still be read.' })
  discardStatementDraft(
    @Arg('input', () => DiscardStatementDraftInput, { description: 'Which, and why.' })
    input: DiscardStatementDraftInput,
    @Ctx() operation: Operation,
  ): Promise<StatementDraftPayload> {
    return this.carryOut(operation, { mutation: 'discardStatementDraft', input }, (work) =>
      discardStatementDraft(work, input),
    );
  }

  private async carryOut(
    operation: Operation,
    request: Parameters<UnitOfWork['run']>[1],
    command: (work: Work) => Promise<string>,
  ): Promise<StatementDraftPayload> {
    const done = await this.work.run(operation.acting(), request, command);
    const row = await this.drafts.byId(operation, done.result);
    const entries = presentEntries(await this.journal.entries(operation.viewer, done.entryIds));
    return { statementDraft: row && presentStatementDraft(row), entries };
  }
}

/** What a draft refers to. */
@Resolver(() => StatementDraft)
export class StatementDraftReferencesResolver {
  constructor(
    private readonly incidents: IncidentReads,
    private readonly stakeholders: StakeholderReads,
    private readonly statements: PublicStatementReads,
  ) {}

  @FieldResolver(() => Incident, { nullable: true, description: 'The incident that it is about.' })
  async incident(@Root() { row }: StatementDraft, @Ctx() operation: Operation): Promise<Incident | null> {
    return presentIncidentOrNone(await this.incidents.byId(operation, row.incidentId));
  }

  @FieldResolver(() => Stakeholder, { nullable: true, description: 'In whose name it is to be published.' })
  async issuer(@Root() { row }: StatementDraft, @Ctx() operation: Operation): Promise<Stakeholder | null> {
    return presentStakeholderOrNone(await this.stakeholders.byId(operation, row.issuerId));
  }

  @FieldResolver(() => PublicStatement, { nullable: true, description: 'The statement that it became.' })
  async publicStatement(@Root() { row }: StatementDraft, @Ctx() operation: Operation): Promise<PublicStatement | null> {
    const found = row.publicStatementId && (await this.statements.byId(operation, row.publicStatementId));
    return found ? presentPublicStatement(found) : null;
  }
}

@Resolver(() => Incident)
export class IncidentStatementDraftsResolver {
  constructor(private readonly drafts: StatementDraftReads) {}

  @FieldResolver(() => StatementDraftConnection, {
    name: 'statementDrafts',
    description: 'The drafts of statements about it that the viewer may read, in the order in which they were begun.',
  })
  async draftsOfIncident(
    @Args(() => StatementDraftsArgs) args: StatementDraftsArgs,
    @Root() { row }: Incident,
    @Ctx() operation: Operation,
  ): Promise<Connection<StatementDraft>> {
    return connection(await this.drafts.ofIncident(operation, row.id, args), presentStatementDraft);
  }
}
