import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { CommandInput, MarkingInput } from '../journal/journal.inputs';
import { RefField, RefsField, TextField } from '../kernel/input';
import { PageArgs } from '../kernel/paging';
import { ReportedTimeInput } from '../kernel/reported-time';
import type { RegionCode } from '../region/region';
import { RegionCodeScalar } from '../region/region.type';
import { ActionKind, ActionPriority, ActionStatus } from './action';

@InputType({ description: 'An action to plan.' })
export class PlanActionInput extends CommandInput {
  @RefField('Incident', { description: 'The incident.' })
  incidentId!: string;

  @Field(() => ActionKind, { defaultValue: 'TASK', description: 'What it is.' })
  kind!: ActionKind;

  @TextField({ max: 200, description: 'What is to be done, in a line.' })
  title!: string;

  @TextField({ nullable: true, max: 5000, description: 'The same at more length.' })
  description?: string | null;

  @RefField('Stakeholder', {
    nullable: true,
    description:
      'Who owns it: a stakeholder involved in the incident, that reads the action under its marking. Absent: the own one.',
  })
  ownerId?: string | null;

  @RefsField('Stakeholder', { nullable: true, description: 'Who is addressed. At most 100.' })
  addresseeIds?: string[] | null;

  @Field(() => [RegionCodeScalar], {
    nullable: true,
    description: 'The regions that it concerns; none: all of the incident.',
  })
  regions?: RegionCode[] | null;

  @Field(() => ActionPriority, { defaultValue: 'NORMAL', description: 'How pressing it is.' })
  priority!: ActionPriority;

  @Field(() => ReportedTimeInput, {
    nullable: true,
    description: 'By when; for an instruction, until when it is in force.',
  })
  due?: ReportedTimeInput | null;

  @Field(() => MarkingInput, { nullable: true, description: "Absent: the incident's. Never wider than that." })
  marking?: MarkingInput | null;
}

@InputType({ description: 'The start of an action.' })
export class StartActionInput extends CommandInput {
  @RefField('Action', { description: 'The action.' })
  actionId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'When, as reported. Absent: now.' })
  started?: ReportedTimeInput | null;
}

@InputType({ description: 'The completion of an action.' })
export class CompleteActionInput extends CommandInput {
  @RefField('Action', { description: 'The action.' })
  actionId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'When, as reported. Absent: now.' })
  ended?: ReportedTimeInput | null;

  @TextField({ nullable: true, max: 2000, description: 'What came of it.' })
  result?: string | null;
}

@InputType({ description: 'That an action is given up.' })
export class CancelActionInput extends CommandInput {
  @RefField('Action', { description: 'The action.' })
  actionId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @TextField({ max: 2000, description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'That an action is overtaken.' })
export class SupersedeActionInput extends CommandInput {
  @RefField('Action', { description: 'The action.' })
  actionId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @RefField('Action', {
    nullable: true,
    description: 'The action of the same incident that takes its place. Absent: events did.',
  })
  supersededById?: string | null;

  @Field(() => ReportedTimeInput, { nullable: true, description: 'When, as reported. Absent: now.' })
  ended?: ReportedTimeInput | null;

  @TextField({ nullable: true, max: 2000, description: 'Why.' })
  reason?: string | null;
}

@InputType({ description: 'A new owner for an action.' })
export class ReassignActionInput extends CommandInput {
  @RefField('Action', { description: 'The action; not one that has ended.' })
  actionId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @RefField('Stakeholder', {
    description: 'Who is to own it: a stakeholder involved in the incident, that reads the action under its marking.',
  })
  ownerId!: string;
}

@InputType({ description: 'Which actions: those that meet every condition given.' })
export class ActionFilter {
  @Field(() => [ActionStatus], { nullable: true, description: 'In one of these statuses.' })
  statuses?: ActionStatus[] | null;

  @Field(() => [ActionKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: ActionKind[] | null;

  @RefField('Stakeholder', { nullable: true, description: 'Owned by this stakeholder.' })
  owner?: string | null;

  @Field(() => RegionCodeScalar, { nullable: true, description: 'That name this region.' })
  region?: RegionCode | null;

  @Field(() => Boolean, { nullable: true, description: 'Overdue, or not.' })
  overdue?: boolean | null;
}

@ArgsType()
export class ActionsArgs extends PageArgs {
  @Field(() => ActionFilter, { nullable: true, description: 'Absent: all.' })
  filter?: ActionFilter | null;
}
