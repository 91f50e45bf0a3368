import { Field, InputType, Int } from 'type-graphql';
import { CommandInput, MarkingInput } from '../journal/journal.inputs';
import { RefField, TextField } from '../kernel/input';
import { ReportedTimeInput } from '../kernel/reported-time';
import type { RegionCode } from '../region/region';
import { RegionCodeScalar } from '../region/region.type';
import { AffectedRegionStatus } from './affected-region';

@InputType({ description: 'A region that an incident affects.' })
export class RegionSituation {
  @Field(() => RegionCodeScalar, { description: 'The region, by its INSEE code.' })
  region!: RegionCode;

  @Field(() => AffectedRegionStatus, { defaultValue: 'AFFECTED', description: 'How the incident stands there.' })
  status!: AffectedRegionStatus;

  @TextField({ nullable: true, max: 2000, description: 'What it means there.' })
  impact?: string | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'Since when, as reported.' })
  since?: ReportedTimeInput | null;

  @RefField('Stakeholder', {
    nullable: true,
    description: 'The authority in charge. Absent: the ARS competent for the region.',
  })
  authorityId?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Involve the ARS competent for the region, and the authority in charge if that is another one, with access CONTRIBUTE.',
  })
  involveAuthority!: boolean;

  @Field(() => MarkingInput, { nullable: true, description: "Absent: the incident's. Never wider than that." })
  marking?: MarkingInput | null;
}

@InputType({ description: 'A region to add to an incident.' })
export class AddAffectedRegionInput extends CommandInput {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;

  @Field(() => RegionSituation, { description: 'The region.' })
  situation!: RegionSituation;
}

@InputType({
  description: 'What to change of an affected region: the fields that are given. Null empties what may be empty.',
})
export class UpdateAffectedRegionInput extends CommandInput {
  @RefField('AffectedRegion', { description: 'The affected region.' })
  affectedRegionId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @Field(() => AffectedRegionStatus, { nullable: true, description: 'How the incident stands there.' })
  status?: AffectedRegionStatus | null;

  @TextField({ nullable: true, max: 2000, description: 'What it means there.' })
  impact?: string | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'Since when, as reported.' })
  since?: ReportedTimeInput | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'Since when it is as before, as reported.' })
  restored?: ReportedTimeInput | null;

  @RefField('Stakeholder', {
    nullable: true,
    description: 'The authority in charge; involved with access CONTRIBUTE if it is not involved yet.',
  })
  authorityId?: string | null;
}
