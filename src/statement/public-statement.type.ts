import { Field, ObjectType } from 'type-graphql';
import type { Visible } from '../access/reads';
import { JournalEntry } from '../journal/journal.type';
import { Node } from '../journal/node';
import { toGlobalId } from '../kernel/ids';
import { connectionType } from '../kernel/paging';
import { DateTime } from '../kernel/scalars';
import { presentRegions, Region } from '../region/region.type';
import type { PublicStatementRow } from './public-statement.entity';

@ObjectType({
  implements: Node,
  description: 'A statement to the public. It can be read without a token, and never changes.',
})
export class PublicStatement extends Node {
  readonly __typename = 'PublicStatement';
  readonly row!: Visible<PublicStatementRow>;

  @Field(() => String, { description: 'The name under which it was published.' })
  issuerName!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Its text.' })
  text!: string;

  @Field(() => Boolean, {
    description: 'It belongs to an exercise or a reconstruction: nothing of what it says is happening.',
  })
  exercise!: boolean;

  @Field(() => [Region], { description: 'The regions that it concerns; none: the whole country.' })
  regions!: Region[];

  @Field(() => DateTime, { description: 'When it was published here (UTC).' })
  publishedAt!: Date;
}

export const PublicStatementConnection = connectionType<PublicStatement>('PublicStatement', () => PublicStatement);

export function presentPublicStatement(row: Visible<PublicStatementRow>): PublicStatement {
  const { issuerName, title, text, exercise, publishedAt } = row;
  return {
    __typename: 'PublicStatement',
    row,
    id: toGlobalId('PublicStatement', row.id),
    ...{ issuerName, title, text, exercise, publishedAt },
    regions: presentRegions(row.regions),
  };
}

@ObjectType({ description: 'What publishing a statement answers with.' })
export class PublicStatementPayload {
  @Field(() => PublicStatement, { nullable: true, description: 'The statement.' })
  publicStatement!: PublicStatement | null;

  @Field(() => [JournalEntry], { description: 'The entries that this recorded.' })
  entries!: JournalEntry[];
}
