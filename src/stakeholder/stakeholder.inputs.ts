import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { Right } from '../access/permissions';
import { CommandInput } from '../journal/journal.inputs';
import { RefField, type SelfChecked, TextField, TextsField } from '../kernel/input';
import { PageArgs } from '../kernel/paging';
import type { RegionCode } from '../region/region';
import { RegionCodeScalar } from '../region/region.type';
import { Scope, StakeholderKind } from './stakeholder';

const codeForm = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;

@InputType({ description: 'A stakeholder to register.' })
export class RegisterStakeholderInput extends CommandInput implements SelfChecked {
  @TextField({ max: 40, description: 'Its code: capitals, digits and single hyphens, unique, never changed.' })
  code!: string;

  @TextField({ max: 200, description: 'Its usual name.' })
  name!: string;

  @TextsField({ nullable: true, max: 200, description: 'Other names that people use.' })
  aliases?: string[] | null;

  @Field(() => StakeholderKind, { description: 'What it is.' })
  kind!: StakeholderKind;

  @Field(() => Scope, { description: 'How far its remit reaches.' })
  scope!: Scope;

  @Field(() => [RegionCodeScalar], {
    nullable: true,
    description: 'The regions of its remit; none: the whole country.',
  })
  jurisdiction?: RegionCode[] | null;

  @RefField('Stakeholder', { nullable: true, description: 'What it belongs to.' })
  parentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'It may have accounts here; takes the permission STAKEHOLDER_ENROL. Absent: false.',
  })
  enrolled?: boolean | null;

  @TextField({
    nullable: true,
    max: 14,
    description: 'SIRET: 14 digits. People are known by it as its own: takes the permission STAKEHOLDER_ENROL.',
  })
  siret?: string | null;

  @TextField({ nullable: true, max: 300, description: 'How to reach who is on duty.' })
  dutyContact?: string | null;

  fault(): ReturnType<SelfChecked['fault']> {
    if (!codeForm.test(this.code))
      return { field: 'code', message: 'A code is made of capitals, digits and single hyphens, such as "ARS-BRE".' };
    return siretFault(this.siret);
  }
}

@InputType({
  description: 'What to change of a stakeholder: the fields that are given. Null empties what may be empty.',
})
export class ReviseStakeholderInput extends CommandInput implements SelfChecked {
  @RefField('Stakeholder', { description: 'The stakeholder.' })
  stakeholderId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @TextField({ nullable: true, max: 200, description: 'Its usual name.' })
  name?: string | null;

  @TextsField({ nullable: true, max: 200, description: 'Other names that people use.' })
  aliases?: string[] | null;

  @Field(() => Scope, { nullable: true, description: 'How far its remit reaches.' })
  scope?: Scope | null;

  @Field(() => [RegionCodeScalar], {
    nullable: true,
    description: 'The regions of its remit; none: the whole country.',
  })
  jurisdiction?: RegionCode[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'It may have accounts here; takes the permission STAKEHOLDER_ENROL.',
  })
  enrolled?: boolean | null;

  @TextField({
    nullable: true,
    max: 14,
    description: 'SIRET: 14 digits. People are known by it as its own: takes the permission STAKEHOLDER_ENROL.',
  })
  siret?: string | null;

  @TextField({ nullable: true, max: 300, description: 'How to reach who is on duty.' })
  dutyContact?: string | null;

  @Field(() => [Right], {
    nullable: true,
    description:
      'What people may do for it who sign in for the first time, and whose provider names its SIRET: READ, CONTRIBUTE or COORDINATE. None: they get no access by that.',
  })
  defaultRights?: Right[] | null;

  fault(): ReturnType<SelfChecked['fault']> {
    const isTooMuch = this.defaultRights?.some((right) => right === 'ADMINISTER' || right === 'PLATFORM_ADMIN');
    return isTooMuch
      ? {
          field: 'defaultRights',
          message: 'Administering is granted to persons by name: READ, CONTRIBUTE or COORDINATE.',
        }
      : siretFault(this.siret);
  }
}

function siretFault(siret: string | null | undefined): ReturnType<SelfChecked['fault']> {
  return siret == null || /^\d{14}$/.test(siret)
    ? undefined
    : { field: 'siret', message: 'A SIRET has 14 digits, without spaces.' };
}

@ArgsType()
export class StakeholderArgs {
  @RefField('Stakeholder', { nullable: true, description: 'Its id.' })
  id?: string | null;

  @TextField({ nullable: true, max: 40, description: 'Its code.' })
  code?: string | null;
}

@ArgsType()
export class StakeholdersArgs extends PageArgs {
  @TextsField({ nullable: true, max: 40, description: 'With one of these codes.' })
  codes?: string[] | null;

  @Field(() => [StakeholderKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: StakeholderKind[] | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Whose remit includes this region by name; nation-wide remits are not meant.',
  })
  region?: RegionCode | null;

  @Field(() => Boolean, { nullable: true, description: 'That have accounts here, or that have none.' })
  enrolled?: boolean | null;
}
