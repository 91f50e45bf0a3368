import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access/permissions';
import type { Visible } from '../access/reads';
import { asTheyAre, from, ShownAs, showing } from '../access/shown';
import { JournalEntry } from '../journal/journal.type';
import { Node } from '../journal/node';
import { toGlobalId } from '../kernel/ids';
import { DateTime } from '../kernel/scalars';
import { InvolvementRole } from './involvement';
import type { InvolvementRow } from './involvement.entity';

const shownInvolvement = {
  ...asTheyAre<InvolvementRow>('version', 'role', 'access', 'joinedAt', 'leftAt'),
  id: from<InvolvementRow>(['id'], ({ id }) => toGlobalId('Involvement', id)),
};

@ShownAs(shownInvolvement)
@ObjectType({
  implements: Node,
  description: 'That a stakeholder follows an incident, from joining to leaving. Each return is another involvement.',
})
export class Involvement extends Node {
  readonly __typename = 'Involvement';
  readonly row!: Visible<InvolvementRow>;

  @Field(() => Int, { description: 'Grows with each change; to be given as `expectedVersion`.' })
  version!: number;

  @Field(() => InvolvementRole, { description: 'In what capacity.' })
  role!: InvolvementRole;

  @Field(() => Access, {
    description: 'What the stakeholder may do in the incident; the rights of a person may be less.',
  })
  access!: Access;

  @Field(() => DateTime, { description: 'Since when (UTC).' })
  joinedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when (UTC); null while it lasts.' })
  leftAt!: Date | null;
}

const presented = showing<Visible<InvolvementRow>, Involvement>('Involvement', shownInvolvement);

export function presentInvolvement(row: Visible<InvolvementRow>): Involvement {
  return presented(row);
}

@ObjectType({ description: 'What a change of an involvement answers with.' })
export class InvolvementPayload {
  @Field(() => Involvement, {
    nullable: true,
    description: 'The involvement as it is now; null if the viewer may no longer see it.',
  })
  involvement!: Involvement | null;

  @Field(() => [JournalEntry], {
    description: 'The entries that this recorded, as far as the viewer may read them now.',
  })
  entries!: JournalEntry[];
}
