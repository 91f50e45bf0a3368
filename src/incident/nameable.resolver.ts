import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { Operation } from '../access/operation';
import type { PersonReads } from '../identity/person.reads';
import { Person, presentPerson } from '../identity/person.type';
import { Cost } from '../kernel/cost';
import type { StakeholderReads } from '../stakeholder/stakeholder.reads';
import { presentStakeholderOrNone, Stakeholder } from '../stakeholder/stakeholder.type';
import { Incident } from './incident.type';
import type { NameableReads } from './nameable.reads';

@ObjectType({ description: 'Somebody whom the viewer may name as a reader under TLP:RED.' })
export class NameablePerson {
  @Field(() => Person, { nullable: true, description: 'The person: the id is what a marking takes.' })
  person!: Person | null;

  @Field(() => Stakeholder, {
    nullable: true,
    description:
      "For whom they act, as far as the viewer knows: the viewer's own, or the one they last wrote for here.",
  })
  stakeholder!: Stakeholder | null;
}

@Resolver(() => Incident)
export class IncidentNameableResolver {
  constructor(
    private readonly nameable: NameableReads,
    private readonly persons: PersonReads,
    private readonly stakeholders: StakeholderReads,
  ) {}

  @Cost({ weight: 50, size: 50 })
  @FieldResolver(() => [NameablePerson], {
    description:
      'Whom the viewer may name under TLP:RED and knows: who acts for a stakeholder that is involved now, and is a colleague, or wrote an entry that the viewer may read. By name. Others who act for one may be named by their id. Empty to who does not follow the incident, and to systems.',
  })
  async nameablePersons(@Root() { row }: Incident, @Ctx() operation: Operation): Promise<NameablePerson[]> {
    const known = await this.nameable.of(operation, row.id);
    const shown = await Promise.all(
      known.map(async ({ personId, stakeholderId }) => {
        const [person, stakeholder] = await Promise.all([
          this.persons.byId(operation, personId),
          this.stakeholders.byId(operation, stakeholderId),
        ]);
        return person && { person: presentPerson(person), stakeholder: presentStakeholderOrNone(stakeholder) };
      }),
    );
    return shown.filter((one) => one !== null).sort((a, b) => a.person.name.localeCompare(b.person.name, 'fr'));
  }
}
