import { Field, InputType, ObjectType } from 'type-graphql';
import { JournalPositionInput } from '../journal/journal.inputs';
import { Incident } from './incident.type';

/** How many journals are marked at once. */
export const mostMarks = 100;

@InputType({ description: 'How far the viewer has read.' })
export class MarkJournalReadInput {
  @Field(() => [JournalPositionInput], {
    description: `The last line read, of each of at most ${mostMarks} incidents that the viewer follows; as the journal gave it. NOT_FOUND, for all of them, if one is no line that there is.`,
  })
  positions!: JournalPositionInput[];
}

@ObjectType({
  description: 'What marking as read answers with. It records no entry: who has read what is no part of the record.',
})
export class MarkJournalReadPayload {
  @Field(() => [Incident], { description: 'The incidents, in the order of the positions.' })
  incidents!: Incident[];
}
