import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Operation } from '../access/operation';
import { permit, type Standing } from '../access/permissions';
import { badInput } from '../kernel/errors';
import { type Connection, connection } from '../kernel/paging';
import type { StakeholderReads } from '../stakeholder/stakeholder.reads';
import { presentStakeholderOrNone, Stakeholder } from '../stakeholder/stakeholder.type';
import type { PersonReads } from './person.reads';
import { Person, presentPerson } from './person.type';
import { ReadLogArgs } from './read-record.inputs';
import type { ReadRecordReads } from './read-record.reads';
import { presentReadRecord, ReadRecord, ReadRecordConnection } from './read-record.type';

@Resolver(() => ReadRecord)
export class ReadRecordResolver {
  constructor(
    private readonly readRecords: ReadRecordReads,
    private readonly persons: PersonReads,
    private readonly stakeholders: StakeholderReads,
    private readonly standingOf: (operation: Operation) => Promise<Standing>,
  ) {}

  @Query(() => ReadRecordConnection, {
    description:
      'Who read what the own stakeholder marked TLP:AMBER or stricter, those who began last first; takes the permission READ_LOG_READ. A reading shows here within seconds.',
  })
  async readLog(
    @Args(() => ReadLogArgs) args: ReadLogArgs,
    @Ctx() operation: Operation,
  ): Promise<Connection<ReadRecord>> {
    permit(await this.standingOf(operation), 'READ_LOG_READ');
    if (args.entry != null && args.incident == null) {
      throw badInput('The number of an entry says something within its incident only.', 'incident');
    }
    return connection(await this.readRecords.page(operation, args), presentReadRecord);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who read it; null for a system.' })
  async person(@Root() { row }: ReadRecord, @Ctx() operation: Operation): Promise<Person | null> {
    const person = row.personId === null ? null : await this.persons.byId(operation, row.personId);
    return person && presentPerson(person);
  }

  @FieldResolver(() => Stakeholder, { nullable: true, description: 'For whom it was read.' })
  async stakeholder(@Root() { row }: ReadRecord, @Ctx() operation: Operation): Promise<Stakeholder | null> {
    return presentStakeholderOrNone(await this.stakeholders.byId(operation, row.stakeholderId));
  }
}
