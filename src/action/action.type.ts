import { Field, Int, ObjectType } from 'type-graphql';
import type { Visible } from '../access/reads';
import { asTheyAre, from, ShownAs, showing } from '../access/shown';
import { JournalEntry, Marked, markingAt, presentMarking, ShownMarking } from '../journal/journal.type';
import { Node } from '../journal/node';
import { toGlobalId } from '../kernel/ids';
import { connectionType } from '../kernel/paging';
import { ReportedTime } from '../kernel/reported-time';
import { presentRegions, Region } from '../region/region.type';
import { ActionKind, ActionPriority, ActionStatus } from './action';
import type { ActionRow } from './action.entity';

const shownAction = {
  ...asTheyAre<ActionRow>('version', 'kind', 'title', 'description', 'priority', 'status'),
  ...asTheyAre<ActionRow>('due', 'started', 'ended', 'result'),
  id: from<ActionRow>(['id'], ({ id }) => toGlobalId('Action', id)),
  regions: from<ActionRow>(['regions'], ({ regions }) => presentRegions(regions)),
  marking: from<ActionRow>(markingAt('marking'), ({ marking }) => presentMarking(marking)),
};

@ShownAs(shownAction)
@ObjectType({ implements: [Node, Marked], description: 'Something to be done, asked or observed in an incident.' })
export class Action extends Node {
  readonly __typename = 'Action';
  readonly row!: Visible<ActionRow>;

  @Field(() => Int, { description: 'Grows with each change; to be given as `expectedVersion`.' })
  version!: number;

  @Field(() => ActionKind, { description: 'What it is.' })
  kind!: ActionKind;

  @Field(() => String, { description: 'What is to be done, in a line.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The same at more length.' })
  description!: string | null;

  @Field(() => [Region], { description: 'The regions that it concerns; none: all of the incident.' })
  regions!: Region[];

  @Field(() => ActionPriority, { description: 'How pressing it is.' })
  priority!: ActionPriority;

  @Field(() => ActionStatus, { description: 'How far it has come.' })
  status!: ActionStatus;

  @Field(() => ReportedTime, { nullable: true, description: 'By when; for an instruction, until when it is in force.' })
  due!: ReportedTime | null;

  @Field(() => ReportedTime, { nullable: true, description: 'When it was started, as reported.' })
  started!: ReportedTime | null;

  @Field(() => ReportedTime, { nullable: true, description: 'When it ended, done or not, as reported.' })
  ended!: ReportedTime | null;

  @Field(() => String, { nullable: true, description: 'What came of it, or why it ended.' })
  result!: string | null;

  @Field(() => ShownMarking, { description: 'How far it may be passed on, and who reads it here.' })
  marking!: ShownMarking;
}

export const ActionConnection = connectionType<Action>('Action', () => Action);

const presented = showing<Visible<ActionRow>, Action>('Action', shownAction);

export function presentAction(row: Visible<ActionRow>): Action {
  return presented(row);
}

export function presentActionOrNone(row: Visible<ActionRow> | null): Action | null {
  return row && presentAction(row);
}

@ObjectType({ description: 'What a change of an action answers with.' })
export class ActionPayload {
  @Field(() => Action, {
    nullable: true,
    description: 'The action as it is now; null if the viewer may no longer see it.',
  })
  action!: Action | null;

  @Field(() => [JournalEntry], { description: 'The entries that this recorded.' })
  entries!: JournalEntry[];
}
