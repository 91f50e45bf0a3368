import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { CommandInput } from '../journal/journal.inputs';
import { badInput } from '../kernel/errors';
import { RefField, TextField } from '../kernel/input';
import { PageArgs } from '../kernel/paging';
import type { RegionCode } from '../region/region';
import { RegionCodeScalar } from '../region/region.type';

@InputType({
  description:
    'A statement to publish, in the name of the own stakeholder: a draft of its own, or else what is given here. Anybody will read it.',
})
export class PublishStatementInput extends CommandInput {
  @RefField('StatementDraft', {
    nullable: true,
    description:
      'The draft, marked TLP:CLEAR; with `expectedVersion`, and instead of `incidentId`, `title`, `text` and `regions`.',
  })
  draftId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the draft that was read; another current one is a CONFLICT.',
  })
  expectedVersion?: number | null;

  @RefField('Incident', { nullable: true, description: 'The incident that it is about; required without a draft.' })
  incidentId?: string | null;

  @TextField({ nullable: true, max: 200, description: 'Its title; required without a draft.' })
  title?: string | null;

  @TextField({ nullable: true, max: 10_000, description: 'Its text; required without a draft.' })
  text?: string | null;

  @Field(() => [RegionCodeScalar], {
    nullable: true,
    description: 'The regions that it concerns; none: the whole country.',
  })
  regions?: RegionCode[] | null;
}

export interface ChosenDraft {
  readonly draftId: string;
  readonly expectedVersion: number;
}

export interface WrittenStatement {
  readonly incidentId: string;
  readonly title: string;
  readonly text: string;
  readonly regions: RegionCode[];
}

/** What is to be published: just one of the two. */
export function sourceOf(input: PublishStatementInput): ChosenDraft | WrittenStatement {
  const { draftId, expectedVersion, incidentId, title, text, regions } = input;
  if (draftId == null) {
    if (expectedVersion != null) throw badInput('Only a draft has a version: name it.', 'input.expectedVersion');
    return {
      incidentId: needed(incidentId, 'incidentId'),
      title: needed(title, 'title'),
      text: needed(text, 'text'),
      regions: regions ?? [],
    };
  }
  const surplus = Object.entries({ incidentId, title, text, regions }).find(([, value]) => value != null);
  if (surplus) throw badInput('A draft is published as it stands: revise it first.', `input.${surplus[0]}`);
  return { draftId, expectedVersion: needed(expectedVersion, 'expectedVersion') };
}

function needed<Value>(value: Value | null | undefined, field: keyof PublishStatementInput): Value {
  if (value != null) return value;
  const ways = 'a `draftId` with its `expectedVersion`, or else `incidentId`, `title` and `text`';
  throw badInput(`Publishing takes ${ways}, and got no ${field}.`, `input.${field}`);
}

@ArgsType()
export class PublicStatementsArgs extends PageArgs {
  @Field(() => RegionCodeScalar, { nullable: true, description: 'That name this region.' })
  region?: RegionCode | null;
}
