import { ArgsType, Field, InputType } from 'type-graphql';
import { CommandInput } from '../journal/journal.inputs';
import { RefField, TextField } from '../kernel/input';
import { PageArgs } from '../kernel/paging';
import type { RegionCode } from '../region/region';
import { RegionCodeScalar } from '../region/region.type';

@InputType({ description: 'A statement to publish, in the name of the own stakeholder. Anybody will read it.' })
export class PublishStatementInput extends CommandInput {
  @RefField('Incident', { description: 'The incident that it is about.' })
  incidentId!: string;

  @TextField({ max: 200, description: 'Its title.' })
  title!: string;

  @TextField({ max: 10_000, description: 'Its text.' })
  text!: string;

  @Field(() => [RegionCodeScalar], {
    nullable: true,
    description: 'The regions that it concerns; none: the whole country.',
  })
  regions?: RegionCode[] | null;
}

@ArgsType()
export class PublicStatementsArgs extends PageArgs {
  @Field(() => RegionCodeScalar, { nullable: true, description: 'That name this region.' })
  region?: RegionCode | null;
}
