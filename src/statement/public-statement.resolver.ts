import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Operation } from '../access/operation';
import type { IncidentReads } from '../incident/incident.reads';
import { Incident, presentIncidentOrNone } from '../incident/incident.type';
import type { JournalReads } from '../journal/journal.reads';
import { presentEntries } from '../journal/journal.type';
import type { UnitOfWork } from '../journal/unit-of-work';
import { type Connection, connection } from '../kernel/paging';
import type { StakeholderReads } from '../stakeholder/stakeholder.reads';
import { presentStakeholderOrNone, Stakeholder } from '../stakeholder/stakeholder.type';
import { publishStatement } from './public-statement.commands';
import { PublicStatementsArgs, PublishStatementInput } from './public-statement.inputs';
import type { PublicStatementReads } from './public-statement.reads';
import {
  PublicStatement,
  PublicStatementConnection,
  PublicStatementPayload,
  presentPublicStatement,
} from './public-statement.type';

@Resolver(() => PublicStatement)
export class PublicStatementResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly statements: PublicStatementReads,
    private readonly incidents: IncidentReads,
    private readonly stakeholders: StakeholderReads,
    private readonly journal: JournalReads,
  ) {}

  @Query(() => PublicStatementConnection, {
    description:
      'The statements published, the latest first. Takes no token. Also an Atom feed: `/public/statements.atom`.',
  })
  async publicStatements(
    @Args(() => PublicStatementsArgs) args: PublicStatementsArgs,
    @Ctx() operation: Operation,
  ): Promise<Connection<PublicStatement>> {
    return connection(await this.statements.page(operation, args), presentPublicStatement);
  }

  @Mutation(() => PublicStatementPayload, {
    description:
      'Publishes a statement: from then on anybody can read it, and it cannot be taken back. Of a draft it takes TLP:CLEAR, and is for its issuer only; a change of marking moves its version, so read it from the answer (`... on StatementDraft { version }`).',
  })
  async publishStatement(
    @Arg('input', () => PublishStatementInput, { description: 'The statement.' }) input: PublishStatementInput,
    @Ctx() operation: Operation,
  ): Promise<PublicStatementPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'publishStatement', input }, (work) =>
      publishStatement(work, input),
    );
    const row = await this.statements.byId(operation, done.result);
    const entries = presentEntries(await this.journal.entries(operation.viewer, done.entryIds));
    return { publicStatement: row && presentPublicStatement(row), entries };
  }

  @FieldResolver(() => Stakeholder, {
    nullable: true,
    description: 'Who issued it; null to an anonymous reader, who has `issuerName`.',
  })
  async issuer(@Root() { row }: PublicStatement, @Ctx() operation: Operation): Promise<Stakeholder | null> {
    if (operation.viewer.kind === 'anonymous') return null;
    return presentStakeholderOrNone(await this.stakeholders.byId(operation, row.issuerId));
  }

  @FieldResolver(() => Incident, {
    nullable: true,
    description: 'The incident that it is about, if the viewer sees it.',
  })
  async incident(@Root() { row }: PublicStatement, @Ctx() operation: Operation): Promise<Incident | null> {
    if (operation.viewer.kind === 'anonymous') return null;
    return presentIncidentOrNone(await this.incidents.byId(operation, row.incidentId));
  }
}

@Resolver(() => Incident)
export class IncidentStatementsResolver {
  constructor(private readonly statements: PublicStatementReads) {}

  @FieldResolver(() => PublicStatementConnection, {
    name: 'publicStatements',
    description: 'The statements published about it, the latest first.',
  })
  async statementsOfIncident(
    @Args(() => PublicStatementsArgs) args: PublicStatementsArgs,
    @Root() { row }: Incident,
    @Ctx() operation: Operation,
  ): Promise<Connection<PublicStatement>> {
    return connection(await this.statements.ofIncident(operation, row.id, args), presentPublicStatement);
  }
}
