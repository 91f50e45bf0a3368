import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Visible } from '../access/reads';
import { toGlobalId } from '../kernel/ids';
import { fromMultirange } from '../kernel/number-ranges';
import { connectionType } from '../kernel/paging';
import { DateTime } from '../kernel/scalars';
import { ReadMeans } from './read-record';
import type { ReadRecordRow } from './read-record.entity';

@ObjectType({ description: 'Numbers that follow each other, both ends included.' })
export class NumberRange {
  @Field(() => Int, { description: 'The first.' })
  from!: number;

  @Field(() => Int, { description: 'The last.' })
  to!: number;
}

@ObjectType({
  description:
    'What one operation handed to one reader, of what the own stakeholder marked TLP:AMBER or stricter in one incident: ids and numbers, and no content.',
})
export class ReadRecord {
  readonly row!: Visible<ReadRecordRow>;

  @Field(() => ID, { description: 'Opaque, global, and lasting.' })
  id!: string;

  @Field(() => ReadMeans, { description: 'How it was read.' })
  means!: ReadMeans;

  @Field(() => DateTime, { description: 'When the first of it was read (UTC).' })
  from!: Date;

  @Field(() => DateTime, { description: 'When the last of it was read (UTC); of a subscription, so far.' })
  to!: Date;

  @Field(() => Boolean, { description: 'The reader is a system of the stakeholder, and no person.' })
  system!: boolean;

  @Field(() => ID, { description: 'The id of the incident, also for who does not see it.' })
  incidentId!: string;

  @Field(() => [NumberRange], { description: 'The numbers of the entries that were read, in their order.' })
  entries!: NumberRange[];

  @Field(() => [ID], {
    description: 'The ids of what else was read: the incident itself, affected regions and services, actions, drafts.',
  })
  thingIds!: string[];
}

export const ReadRecordConnection = connectionType('ReadRecord', () => ReadRecord);

export function presentReadRecord(row: Visible<ReadRecordRow>): ReadRecord {
  return {
    row,
    id: toGlobalId('ReadRecord', row.id),
    means: row.means,
    from: row.readFrom,
    to: row.readTo,
    system: row.personId === null,
    incidentId: toGlobalId('Incident', row.incidentId),
    entries: fromMultirange(row.entries),
    thingIds: row.things.map(toThingId),
  };
}

function toThingId(thing: string): string {
  const [type = '', key = ''] = thing.split(':');
  return toGlobalId(type, key);
}
