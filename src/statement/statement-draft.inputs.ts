import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { CommandInput, MarkingInput } from '../journal/journal.inputs';
import { RefField, TextField } from '../kernel/input';
import { PageArgs } from '../kernel/paging';
import type { RegionCode } from '../region/region';
import { RegionCodeScalar } from '../region/region.type';
import { StatementDraftState } from './statement-draft';

@InputType({
  description: 'A statement to prepare, in the name of the own stakeholder. Its marking says who reads it.',
})
export class DraftStatementInput extends CommandInput {
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

  @Field(() => MarkingInput, { nullable: true, description: "Absent: the incident's. Never wider than that." })
  marking?: MarkingInput | null;
}

@InputType({ description: 'Another wording for a draft. What is absent stays as it is.' })
export class ReviseStatementDraftInput extends CommandInput {
  @RefField('StatementDraft', { description: 'The draft.' })
  draftId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @TextField({ nullable: true, max: 200, description: 'Its title.' })
  title?: string | null;

  @TextField({ nullable: true, max: 10_000, description: 'Its text.' })
  text?: string | null;

  @Field(() => [RegionCodeScalar], {
    nullable: true,
    description: 'The regions that it concerns; an empty list: the whole country.',
  })
  regions?: RegionCode[] | null;
}

@InputType({ description: 'That a draft is given up.' })
export class DiscardStatementDraftInput extends CommandInput {
  @RefField('StatementDraft', { description: 'The draft.' })
  draftId!: string;

  @Field(() => Int, { description: 'The version that was read; another current one is a CONFLICT.' })
  expectedVersion!: number;

  @TextField({ max: 2000, description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'Which drafts: those that meet every condition given.' })
export class StatementDraftFilter {
  @Field(() => [StatementDraftState], { nullable: true, description: 'In one of these states.' })
  states?: StatementDraftState[] | null;
}

@ArgsType()
export class StatementDraftsArgs extends PageArgs {
  @Field(() => StatementDraftFilter, { nullable: true, description: 'Absent: all.' })
  filter?: StatementDraftFilter | null;
}
