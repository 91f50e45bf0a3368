import { Field, Int, ObjectType } from 'type-graphql';
import type { Visible } from '../access/reads';
import { JournalEntry, Marked, presentMarking, ShownMarking } from '../journal/journal.type';
import { Node } from '../journal/node';
import { toGlobalId } from '../kernel/ids';
import { connectionType } from '../kernel/paging';
import { presentRegions, Region } from '../region/region.type';
import { StatementDraftState } from './statement-draft';
import type { StatementDraftRow } from './statement-draft.entity';

@ObjectType({
  implements: [Node, Marked],
  description:
    'A statement to the public that is being prepared, among those whom its marking lets read it. Only `publishStatement` makes it public.',
})
export class StatementDraft extends Node {
  readonly __typename = 'StatementDraft';
  readonly row!: Visible<StatementDraftRow>;

  @Field(() => Int, { description: 'Grows with each change; to be given as `expectedVersion`.' })
  version!: number;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Its text.' })
  text!: string;

  @Field(() => [Region], { description: 'The regions that it concerns; none: the whole country.' })
  regions!: Region[];

  @Field(() => StatementDraftState, { description: 'What became of it.' })
  state!: StatementDraftState;

  @Field(() => ShownMarking, {
    description: 'How far it may be passed on, and who reads it here. It is published under TLP:CLEAR only.',
  })
  marking!: ShownMarking;
}

export const StatementDraftConnection = connectionType<StatementDraft>('StatementDraft', () => StatementDraft);

export function presentStatementDraft(row: Visible<StatementDraftRow>): StatementDraft {
  const { version, title, text, state } = row;
  return {
    __typename: 'StatementDraft',
    row,
    id: toGlobalId('StatementDraft', row.id),
    ...{ version, title, text, state },
    regions: presentRegions(row.regions),
    marking: presentMarking(row.marking),
  };
}

@ObjectType({ description: 'What a change of a draft of a statement answers with.' })
export class StatementDraftPayload {
  @Field(() => StatementDraft, {
    nullable: true,
    description: 'The draft as it is now; null if the viewer may no longer see it.',
  })
  statementDraft!: StatementDraft | null;

  @Field(() => [JournalEntry], { description: 'The entries that this recorded.' })
  entries!: JournalEntry[];
}
