import { Field, InputType, Int } from 'type-graphql';
import { CommandInput, MarkingInput } from '../journal/journal.inputs';
import { RefField, TextField } from '../kernel/input';
import { ReportedTimeInput } from '../kernel/reported-time';
import type { RegionCode } from '../region/region';
import { RegionCodeScalar } from '../region/region.type';
import { AffectedServiceStatus } from './affected-service';

@InputType({ description: 'A service of the operator that an incident affects.' })
export class ServiceSituation {
  @TextField({ max: 200, description: 'What the service is.' })
  name!: string;

  @Field(() => AffectedServiceStatus, { description: 'How it stands.' })
  status!: AffectedServiceStatus;

  @TextField({ nullable: true, max: 2000, description: 'What it means to those served.' })
  impact?: string | null;

  @Field(() => [RegionCodeScalar], { nullable: true, description: 'The regions that it serves.' })
  regions?: RegionCode[] | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'Since when, as reported.' })
  since?: ReportedTimeInput | null;

  @Field(() => MarkingInput, { nullable: true, description: "Absent: the incident's. Never wider than that." })
  marking?: MarkingInput | null;
}

@InputType({ description: 'A service to add to an incident.' })
export class AddAffectedServiceInput extends CommandInput {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;

  @Field(() => ServiceSituation, { description: 'The service.' })
  situation!: ServiceSituation;
}

@InputType({
  description: 'What to change of an affected service: the fields that are given. Null empties what may be empty.',
})
export class UpdateAffectedServiceInput extends CommandInput {
  @RefField('AffectedService', { description: 'The affected service.' })
  affectedServiceId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @Field(() => AffectedServiceStatus, { nullable: true, description: 'How it stands.' })
  status?: AffectedServiceStatus | null;

  @TextField({ nullable: true, max: 2000, description: 'What it means to those served.' })
  impact?: string | null;

  @Field(() => [RegionCodeScalar], { nullable: true, description: 'The regions that it serves.' })
  regions?: RegionCode[] | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'Since when it was affected, as reported.' })
  since?: ReportedTimeInput | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'Since when it works again, as reported.' })
  restored?: ReportedTimeInput | null;
}
