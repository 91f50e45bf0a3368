import { Field, InputType, Int } from 'type-graphql';
import { Right } from '../access/permissions';
import { CommandInput } from '../journal/journal.inputs';
import { RefField, type SelfChecked, TextField } from '../kernel/input';

@InputType({ description: 'A person to register, with rights for a first stakeholder, which is enrolled by it.' })
export class RegisterPersonInput extends CommandInput implements SelfChecked {
  @TextField({ max: 200, description: 'The name.' })
  name!: string;

  @TextField({
    nullable: true,
    max: 254,
    description:
      'The e-mail address that the person signs in with for the first time, at a provider that is trusted for it.',
  })
  email?: string | null;

  @RefField('Stakeholder', { description: 'The stakeholder that the person acts for.' })
  stakeholderId!: string;

  @Field(() => [Right], {
    description: 'What the person may do for it. COORDINATE includes CONTRIBUTE, which includes READ.',
  })
  rights!: Right[];

  fault(): ReturnType<SelfChecked['fault']> {
    return this.email == null || /^[^\s@]+@[^\s@]+$/.test(this.email)
      ? undefined
      : { field: 'email', message: 'An e-mail address has one @, and no blanks.' };
  }
}

@InputType({ description: 'The rights that a person is to have for a stakeholder, in place of those it has.' })
export class GrantRightsInput extends CommandInput {
  @RefField('Person', { description: 'The person.' })
  personId!: string;

  @RefField('Stakeholder', { description: 'The stakeholder.' })
  stakeholderId!: string;

  @Field(() => [Right], {
    description: 'What the person may do for it. COORDINATE includes CONTRIBUTE, which includes READ.',
  })
  rights!: Right[];

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the membership that was read; absent if there is none yet.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'That a person is to act for a stakeholder no longer.' })
export class EndRightsInput extends CommandInput {
  @RefField('Person', { description: 'The person.' })
  personId!: string;

  @RefField('Stakeholder', { description: 'The stakeholder.' })
  stakeholderId!: string;

  @Field(() => Int, { description: 'The version of the membership that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;
}
