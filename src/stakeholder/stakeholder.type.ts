import { Field, Int, ObjectType } from 'type-graphql';
import { Right } from '../access/permissions';
import type { Visible } from '../access/reads';
import { asTheyAre, from, ShownAs, showing } from '../access/shown';
import { JournalEntry } from '../journal/journal.type';
import { Node } from '../journal/node';
import { toGlobalId } from '../kernel/ids';
import { connectionType } from '../kernel/paging';
import { presentRegions, Region } from '../region/region.type';
import { Scope, StakeholderKind } from './stakeholder';
import type { StakeholderRow } from './stakeholder.entity';

const shownStakeholder = {
  ...asTheyAre<StakeholderRow>('version', 'code', 'name', 'aliases', 'kind', 'scope', 'enrolled', 'siret'),
  ...asTheyAre<StakeholderRow>('dutyContact', 'defaultRights'),
  id: from<StakeholderRow>(['id'], ({ id }) => toGlobalId('Stakeholder', id)),
  jurisdiction: from<StakeholderRow>(['jurisdiction'], ({ jurisdiction }) => presentRegions(jurisdiction)),
};

@ShownAs(shownStakeholder)
@ObjectType({
  implements: Node,
  description: 'An organisation that has a part in crises: public authority, operator, responder…',
})
export class Stakeholder extends Node {
  readonly __typename = 'Stakeholder';
  readonly row!: Visible<StakeholderRow>;

  @Field(() => Int, { description: 'Grows with each revision; to be given as `expectedVersion`.' })
  version!: number;

  @Field(() => String, { description: 'Its short, unique, lasting code, such as `ARS-BRE`.' })
  code!: string;

  @Field(() => String, { description: 'Its usual name.' })
  name!: string;

  @Field(() => [String], { description: 'Other names that people use.' })
  aliases!: string[];

  @Field(() => StakeholderKind, { description: 'What it is.' })
  kind!: StakeholderKind;

  @Field(() => Scope, { description: 'How far its remit reaches.' })
  scope!: Scope;

  @Field(() => [Region], { description: 'The regions of its remit; none: the whole country.' })
  jurisdiction!: Region[];

  @Field(() => Boolean, { description: 'It has accounts here; otherwise it is only named.' })
  enrolled!: boolean;

  @Field(() => String, { nullable: true, description: 'SIRET of the establishment: 14 digits.' })
  siret!: string | null;

  @Field(() => [Right], {
    description: 'What people may do for it who sign in for the first time, and whose provider names its SIRET.',
  })
  defaultRights!: Right[];

  @Field(() => String, { nullable: true, description: 'How to reach who is on duty.' })
  dutyContact!: string | null;
}

export const StakeholderConnection = connectionType<Stakeholder>('Stakeholder', () => Stakeholder);

const presented = showing<Visible<StakeholderRow>, Stakeholder>('Stakeholder', shownStakeholder);

export function presentStakeholder(row: Visible<StakeholderRow>): Stakeholder {
  return presented(row);
}

export function presentStakeholderOrNone(row: Visible<StakeholderRow> | null): Stakeholder | null {
  return row && presentStakeholder(row);
}

@ObjectType({ description: 'What a change of the registry of stakeholders answers with.' })
export class StakeholderPayload {
  @Field(() => Stakeholder, { nullable: true, description: 'The stakeholder as it is now.' })
  stakeholder!: Stakeholder | null;

  @Field(() => [JournalEntry], { description: 'The entries of the registry that this recorded.' })
  entries!: JournalEntry[];
}
