import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { Access } from '../access/permissions';
import { CommandInput } from '../journal/journal.inputs';
import { RefField } from '../kernel/input';
import { InvolvementRole } from './involvement';

@ArgsType()
export class InvolvementsArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Also those that have left.' })
  former!: boolean;
}

@InputType({ description: 'A stakeholder to involve.' })
export class PartyInput {
  @RefField('Stakeholder', { description: 'The stakeholder; one that is not enrolled is only named.' })
  stakeholderId!: string;

  @Field(() => InvolvementRole, { description: 'In what capacity.' })
  role!: InvolvementRole;

  @Field(() => Access, { defaultValue: 'READ', description: 'What it may do in the incident.' })
  access!: Access;
}

@InputType({ description: 'A stakeholder to involve in an incident.' })
export class InvolveStakeholderInput extends CommandInput {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;

  @Field(() => PartyInput, { description: 'Whom, and how. Involved already: CONFLICT.' })
  party!: PartyInput;
}

@InputType({ description: 'What to change of an involvement: the fields that are given.' })
export class ChangeInvolvementInput extends CommandInput {
  @RefField('Involvement', { description: 'The involvement.' })
  involvementId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @Field(() => InvolvementRole, { nullable: true, description: 'In what capacity.' })
  role?: InvolvementRole | null;

  @Field(() => Access, {
    nullable: true,
    description: 'What it may do in the incident. The last coordinator keeps COORDINATE.',
  })
  access?: Access | null;
}

@InputType({ description: 'The release of a stakeholder from an incident; it reads nothing more of it.' })
export class ReleaseStakeholderInput extends CommandInput {
  @RefField('Involvement', { description: 'The involvement. The last coordinator cannot leave: ILLEGAL_TRANSITION.' })
  involvementId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;
}

@InputType({
  description: 'That the own stakeholder joins an incident that is open to every enrolled one, as INFORMED.',
})
export class JoinIncidentInput extends CommandInput {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;
}
