import { Field, Int, ObjectType } from 'type-graphql';
import { Right } from '../access/permissions';
import type { Visible } from '../access/reads';
import { JournalEntry } from '../journal/journal.type';
import { Node } from '../journal/node';
import { toGlobalId } from '../kernel/ids';
import { DateTime } from '../kernel/scalars';
import type { MembershipRow } from './membership.entity';
import type { PersonRow } from './person.entity';

@ObjectType({ implements: Node, description: 'Somebody who acts for one stakeholder or several, for one at a time.' })
export class Person extends Node {
  readonly __typename = 'Person';
  readonly row!: Visible<PersonRow>;

  @Field(() => Int, { description: 'Grows with each revision.' })
  version!: number;

  @Field(() => String, { description: 'The name.' })
  name!: string;
}

export function presentPerson(row: Visible<PersonRow>): Person {
  return { __typename: 'Person', row, id: toGlobalId('Person', row.id), version: row.version, name: row.name };
}

@ObjectType({
  description:
    'That a person may act for a stakeholder. Seen by those who act for it, and by the administrators of the registry.',
})
export class Membership {
  readonly row!: Visible<MembershipRow>;

  @Field(() => Int, { description: 'Grows with each change; to be given as `expectedVersion`.' })
  version!: number;

  @Field(() => [Right], { description: 'What the person may do for it.' })
  rights!: Right[];

  @Field(() => DateTime, { nullable: true, description: 'When it ended (UTC); null while it lasts.' })
  endedAt!: Date | null;
}

export function presentMembership(row: Visible<MembershipRow>): Membership {
  return { row, version: row.version, rights: row.rights, endedAt: row.endedAt };
}

@ObjectType({ description: 'What a change of persons and rights answers with.' })
export class PersonPayload {
  @Field(() => Person, { nullable: true, description: 'The person as it is now.' })
  person!: Person | null;

  @Field(() => [JournalEntry], { description: 'The entries of the registry that this recorded.' })
  entries!: JournalEntry[];
}
