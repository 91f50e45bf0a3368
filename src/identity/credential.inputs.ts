import { Field, InputType, Int } from 'type-graphql';
import { CommandInput } from '../journal/journal.inputs';
import { RefField, type SelfChecked, TextField } from '../kernel/input';

const hoursOfTenYears = 87_600;

@InputType({
  description:
    'An API token to make, for a system of a stakeholder. It reads what the stakeholder reads, and writes nothing.',
})
export class CreateApiTokenInput extends CommandInput implements SelfChecked {
  @RefField('Stakeholder', { description: 'The stakeholder, which is enrolled by it.' })
  stakeholderId!: string;

  @TextField({ max: 100, description: 'What it is for.' })
  label!: string;

  @Field(() => Int, { nullable: true, description: 'After how many hours it expires; absent: not by itself.' })
  hours?: number | null;

  fault(): ReturnType<SelfChecked['fault']> {
    return hoursFault(this.hours);
  }
}

@InputType({
  description:
    'An access code to make, for a person who cannot sign in otherwise: the provider is down, or there is none. Whoever has it acts as this person.',
})
export class CreateAccessCodeInput extends CommandInput implements SelfChecked {
  @RefField('Person', { description: 'The person, who acts for the stakeholder already.' })
  personId!: string;

  @RefField('Stakeholder', { description: 'The stakeholder that the person acts for with it.' })
  stakeholderId!: string;

  @TextField({ max: 100, description: 'What it is for.' })
  label!: string;

  @Field(() => Int, { description: 'After how many hours it expires. The server has a limit, which it names.' })
  hours!: number;

  fault(): ReturnType<SelfChecked['fault']> {
    return hoursFault(this.hours);
  }
}

@InputType({ description: 'A credential that is to be good no longer.' })
export class RevokeCredentialInput extends CommandInput {
  @RefField('Credential', { description: 'The credential.' })
  credentialId!: string;
}

function hoursFault(hours: number | null | undefined): ReturnType<SelfChecked['fault']> {
  return hours == null || (hours >= 1 && hours <= hoursOfTenYears)
    ? undefined
    : { field: 'hours', message: `Expected 1 to ${hoursOfTenYears} hours, and got ${hours}.` };
}
