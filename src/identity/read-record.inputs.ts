import { ArgsType, Field, Int } from 'type-graphql';
import type { NodeRef } from '../kernel/ids';
import { NodeRefField, RefField } from '../kernel/input';
import { PageArgs } from '../kernel/paging';

const things = ['Incident', 'AffectedRegion', 'AffectedService', 'Action', 'StatementDraft'];

@ArgsType()
export class ReadLogArgs extends PageArgs {
  @RefField('Incident', { nullable: true, description: 'Only what was read of this incident.' })
  incident?: string | null;

  @RefField('Stakeholder', { nullable: true, description: 'Only what this stakeholder read.' })
  reader?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only where the entry with this number was read; together with `incident`.',
  })
  entry?: number | null;

  @NodeRefField(things, { nullable: true, description: 'Only where this thing was read.' })
  thing?: NodeRef | null;
}
