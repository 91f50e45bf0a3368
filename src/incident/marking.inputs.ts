import { Field, InputType, Int } from 'type-graphql';
import { CommandInput, MarkingInput } from '../journal/journal.inputs';
import type { NodeRef } from '../kernel/ids';
import { NodeRefField, RefField } from '../kernel/input';

/** What carries a marking. */
export const markedTypes = [
  'Incident',
  'AffectedRegion',
  'AffectedService',
  'Action',
  'StatementDraft',
  'JournalEntry',
] as const;

@InputType({
  description:
    'Another marking for a thing. Wider (more readers, or a label that lets them pass it on further) is for its originator, who under TLP:RED is the author in person, or for the delegate; narrower is also for a coordinator.',
})
export class ChangeMarkingInput extends CommandInput {
  @NodeRefField(markedTypes, { description: 'The thing.' })
  thingId!: NodeRef;

  @Field(() => Int, {
    description: 'The version of its marking (`marking { version }`) that was read; another current one is a CONFLICT.',
  })
  expectedVersion!: number;

  @Field(() => MarkingInput, {
    description:
      'The new marking. What is absent stays as it is: PAP, and without an `audience` also who reads it (a thing that leaves TLP:RED needs one). Never wider than what the thing lies within.',
  })
  marking!: MarkingInput;

  @RefField('Stakeholder', {
    nullable: true,
    description:
      'The involved stakeholder that may decide on the marking as its originator does. Named by the originator only. Absent: as before; null: none.',
  })
  delegateId?: string | null;
}
