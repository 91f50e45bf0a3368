import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { CommandInput, MarkingInput } from '../journal/journal.inputs';
import { describedEnum } from '../kernel/enum';
import { RefField, type SelfChecked, TextField } from '../kernel/input';
import { PageArgs } from '../kernel/paging';
import { ReportedTimeInput } from '../kernel/reported-time';
import { DateTime } from '../kernel/scalars';
import type { RegionCode } from '../region/region';
import { RegionCodeScalar } from '../region/region.type';
import { RegionSituation } from './affected-region.inputs';
import { ServiceSituation } from './affected-service.inputs';
import { IncidentNature, IncidentStatus, Resolution, Severity } from './incident';
import { InvolvementRole } from './involvement';
import { PartyInput } from './involvement.inputs';

export const IncidentOrder = describedEnum('IncidentOrder', 'In which order incidents come.', {
  SEVERITY: 'The gravest first, then the latest declared.',
  DECLARED: 'The latest declared first.',
  UPDATED: 'Those first in which something that the viewer may read was recorded last.',
});
export type IncidentOrder = keyof typeof IncidentOrder;

@InputType({ description: 'Which incidents: those that meet every condition given.' })
export class IncidentFilter {
  @Field(() => [IncidentStatus], { nullable: true, description: 'In one of these statuses.' })
  statuses?: IncidentStatus[] | null;

  @Field(() => [Severity], { nullable: true, description: 'Of one of these severities.' })
  severities?: Severity[] | null;

  @Field(() => Severity, { nullable: true, description: 'At least this grave.' })
  minimumSeverity?: Severity | null;

  @Field(() => [IncidentNature], { nullable: true, description: 'Of one of these natures.' })
  natures?: IncidentNature[] | null;

  @Field(() => RegionCodeScalar, { nullable: true, description: 'That affect this region.' })
  region?: RegionCode | null;

  @RefField('Stakeholder', { nullable: true, description: 'In which this stakeholder is involved now.' })
  stakeholder?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Exercises, or what is no exercise.' })
  exercise?: boolean | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'In which something that the viewer may read was recorded at this instant or later.',
  })
  updatedSince?: Date | null;
}

@ArgsType()
export class IncidentsArgs extends PageArgs {
  @Field(() => IncidentFilter, { nullable: true, description: 'Absent: all.' })
  filter?: IncidentFilter | null;

  @Field(() => IncidentOrder, { defaultValue: 'SEVERITY', description: 'In which order.' })
  orderBy!: IncidentOrder;
}

@ArgsType()
export class IncidentArgs {
  @RefField('Incident', { nullable: true, description: 'Its id.' })
  id?: string | null;

  @TextField({ nullable: true, max: 60, description: 'Its reference.' })
  reference?: string | null;
}

@InputType({ description: 'An incident, with all that is known of it at once: all of it is declared, or nothing.' })
export class DeclareIncidentInput extends CommandInput {
  @TextField({ max: 200, description: 'What it is, in a line.' })
  title!: string;

  @TextField({ nullable: true, max: 5000, description: 'What it is, at more length.' })
  summary?: string | null;

  @Field(() => IncidentNature, { description: 'What kind of crisis it is.' })
  nature!: IncidentNature;

  @Field(() => Severity, { description: 'How grave it is.' })
  severity!: Severity;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'An exercise, or a reconstruction. Cannot be changed later.',
  })
  exercise!: boolean;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'When it began, as reported.' })
  began?: ReportedTimeInput | null;

  @Field(() => MarkingInput, {
    nullable: true,
    description: 'Absent: TLP:AMBER, for the parties involved. The audience is INVOLVED or ENROLLED.',
  })
  marking?: MarkingInput | null;

  @RefField('Stakeholder', {
    nullable: true,
    description: 'Who runs what is hit; involved as OPERATOR by the declaration.',
  })
  operatorId?: string | null;

  @Field(() => InvolvementRole, {
    defaultValue: 'LEAD',
    description: 'In what capacity the declarer is involved, unless it is the operator. It coordinates.',
  })
  declarerRole!: InvolvementRole;

  @Field(() => [RegionSituation], { nullable: true, description: 'The regions affected.' })
  regions?: RegionSituation[] | null;

  @Field(() => [ServiceSituation], { nullable: true, description: 'The services of the operator that are affected.' })
  services?: ServiceSituation[] | null;

  @Field(() => [PartyInput], { nullable: true, description: 'Further stakeholders to involve.' })
  parties?: PartyInput[] | null;
}

@InputType({ description: 'What to change of an incident: the fields that are given. Null empties what may be empty.' })
export class ReviseIncidentInput extends CommandInput {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @TextField({ nullable: true, max: 200, description: 'What it is, in a line.' })
  title?: string | null;

  @TextField({ nullable: true, max: 5000, description: 'What it is, at more length.' })
  summary?: string | null;

  @Field(() => IncidentNature, { nullable: true, description: 'What kind of crisis it is.' })
  nature?: IncidentNature | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'When it began, as reported.' })
  began?: ReportedTimeInput | null;
}

@InputType({ description: 'A new severity.' })
export class RequalifyIncidentInput extends CommandInput {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @Field(() => Severity, { description: 'How grave it is.' })
  severity!: Severity;
}

@InputType({ description: 'A move to another open status.' })
export class MoveIncidentInput extends CommandInput {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @Field(() => IncidentStatus, {
    description:
      'DECLARED → RESPONDING → CONTAINED (may be skipped) → RESTORED; back to RESPONDING is a relapse. ILLEGAL_TRANSITION otherwise.',
  })
  to!: IncidentStatus;

  @Field(() => ReportedTimeInput, {
    nullable: true,
    description: 'When the status was reached, as reported. Absent: now.',
  })
  reached?: ReportedTimeInput | null;

  @TextField({ nullable: true, max: 1000, description: 'Why; required for a relapse.' })
  reason?: string | null;
}

@InputType({ description: 'The end of an incident.' })
export class CloseIncidentInput extends CommandInput implements SelfChecked {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @Field(() => Resolution, { description: 'With what it is closed.' })
  resolution!: Resolution;

  @RefField('Incident', { nullable: true, description: 'As what it is followed; for DUPLICATE, and only there.' })
  duplicateOfId?: string | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'When it ended, as reported. Absent: now.' })
  reached?: ReportedTimeInput | null;

  @TextField({ nullable: true, max: 1000, description: 'Why.' })
  reason?: string | null;

  fault(): ReturnType<SelfChecked['fault']> {
    return (this.resolution === 'DUPLICATE') === (this.duplicateOfId != null)
      ? undefined
      : {
          field: 'duplicateOfId',
          message: 'A DUPLICATE names the incident that it duplicates, and no other resolution does.',
        };
  }
}

@InputType({ description: 'The return of a closed incident to RESPONDING.' })
export class ReopenIncidentInput extends CommandInput {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @TextField({ max: 1000, description: 'Why.' })
  reason!: string;
}
