import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Operation } from '../access/operation';
import type { JournalReads } from '../journal/journal.reads';
import { Author, presentEntries, ShownMarking } from '../journal/journal.type';
import type { UnitOfWork } from '../journal/unit-of-work';
import type { StakeholderReads } from '../stakeholder/stakeholder.reads';
import { presentStakeholderOrNone, Stakeholder } from '../stakeholder/stakeholder.type';
import { endRights, grantRights, registerPerson } from './person.commands';
import { EndRightsInput, GrantRightsInput, RegisterPersonInput } from './person.inputs';
import type { PersonReads } from './person.reads';
import { Membership, Person, PersonPayload, presentMembership, presentPerson } from './person.type';

@Resolver(() => Person)
export class PersonResolver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly persons: PersonReads,
    private readonly journal: JournalReads,
  ) {}

  @Mutation(() => PersonPayload, { description: 'Registers a person who acts for a stakeholder.' })
  async registerPerson(
    @Arg('input', () => RegisterPersonInput, { description: 'The person.' }) input: RegisterPersonInput,
    @Ctx() operation: Operation,
  ): Promise<PersonPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'registerPerson', input }, (work) =>
      registerPerson(work, input),
    );
    return this.answer(operation, done);
  }

  @Mutation(() => PersonPayload, {
    description: 'Grants a person rights for a stakeholder, in place of those it has there.',
  })
  async grantRights(
    @Arg('input', () => GrantRightsInput, { description: 'The rights.' }) input: GrantRightsInput,
    @Ctx() operation: Operation,
  ): Promise<PersonPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'grantRights', input }, (work) =>
      grantRights(work, input),
    );
    return this.answer(operation, done);
  }

  @Mutation(() => PersonPayload, {
    description: "Ends a person's rights for a stakeholder; its subscriptions end at the next delivery.",
  })
  async endRights(
    @Arg('input', () => EndRightsInput, { description: 'Whose, and where.' }) input: EndRightsInput,
    @Ctx() operation: Operation,
  ): Promise<PersonPayload> {
    const done = await this.work.run(operation.acting(), { mutation: 'endRights', input }, (work) =>
      endRights(work, input),
    );
    return this.answer(operation, done);
  }

  @FieldResolver(() => [Membership], { description: 'For whom the person acts, as far as the viewer sees it.' })
  async memberships(@Root() { row }: Person, @Ctx() operation: Operation): Promise<Membership[]> {
    return (await this.persons.membershipsOf(operation, row.id)).map(presentMembership);
  }

  private async answer(operation: Operation, done: { result: string; entryIds: string[] }): Promise<PersonPayload> {
    const row = await this.persons.byId(operation, done.result);
    return {
      person: row && presentPerson(row),
      entries: presentEntries(await this.journal.entries(operation.viewer, done.entryIds)),
    };
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  constructor(
    private readonly persons: PersonReads,
    private readonly stakeholders: StakeholderReads,
  ) {}

  @FieldResolver(() => Person, { nullable: true, description: 'The person.' })
  async person(@Root() { row }: Membership, @Ctx() operation: Operation): Promise<Person | null> {
    const person = await this.persons.byId(operation, row.personId);
    return person && presentPerson(person);
  }

  @FieldResolver(() => Stakeholder, { nullable: true, description: 'The stakeholder.' })
  async stakeholder(@Root() { row }: Membership, @Ctx() operation: Operation): Promise<Stakeholder | null> {
    return presentStakeholderOrNone(await this.stakeholders.byId(operation, row.stakeholderId));
  }
}

@Resolver(() => Stakeholder)
export class StakeholderMembersResolver {
  constructor(private readonly persons: PersonReads) {}

  @FieldResolver(() => [Membership], { description: 'Who acts for it, as far as the viewer sees it.' })
  async memberships(@Root() { row }: Stakeholder, @Ctx() operation: Operation): Promise<Membership[]> {
    return (await this.persons.membersOf(operation, row.id)).map(presentMembership);
  }
}

@Resolver(() => ShownMarking)
export class MarkingPersonsResolver {
  constructor(private readonly persons: PersonReads) {}

  @FieldResolver(() => [Person], { name: 'persons', description: 'The persons named; none unless PERSONS.' })
  async named(@Root() { stored }: ShownMarking, @Ctx() operation: Operation): Promise<Person[]> {
    return (await this.persons.some(operation, stored.persons)).map(presentPerson);
  }
}

@Resolver(() => Author)
export class AuthorPersonResolver {
  constructor(private readonly persons: PersonReads) {}

  @FieldResolver(() => Person, { nullable: true, description: 'The person as it is today; null for a system.' })
  async person(@Root() { personKey }: Author, @Ctx() operation: Operation): Promise<Person | null> {
    const row = personKey === null ? null : await this.persons.byId(operation, personKey);
    return row && presentPerson(row);
  }
}
