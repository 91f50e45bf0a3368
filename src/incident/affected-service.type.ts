import { Field, Int, ObjectType } from 'type-graphql';
import type { Visible } from '../access/reads';
import { JournalEntry, Marked, presentMarking, ShownMarking } from '../journal/journal.type';
import { Node } from '../journal/node';
import { toGlobalId } from '../kernel/ids';
import { ReportedTime } from '../kernel/reported-time';
import { presentRegions, Region } from '../region/region.type';
import { AffectedServiceStatus } from './affected-service';
import type { AffectedServiceRow } from './affected-service.entity';

@ObjectType({
  implements: [Node, Marked],
  description: 'How a service of the operator stands. Its history is in the journal.',
})
export class AffectedService extends Node {
  readonly __typename = 'AffectedService';
  readonly row!: Visible<AffectedServiceRow>;

  @Field(() => Int, { description: 'Grows with each change; to be given as `expectedVersion`.' })
  version!: number;

  @Field(() => String, { description: 'What the service is.' })
  name!: string;

  @Field(() => AffectedServiceStatus, { description: 'How it stands.' })
  status!: AffectedServiceStatus;

  @Field(() => String, { nullable: true, description: 'What it means to those served.' })
  impact!: string | null;

  @Field(() => [Region], { description: 'The regions that it serves.' })
  regions!: Region[];

  @Field(() => ReportedTime, { nullable: true, description: 'Since when it was affected, as reported.' })
  since!: ReportedTime | null;

  @Field(() => ReportedTime, { nullable: true, description: 'Since when it works again, as reported.' })
  restored!: ReportedTime | null;

  @Field(() => ShownMarking, { description: 'How far it may be passed on, and who reads it here.' })
  marking!: ShownMarking;
}

export function presentAffectedService(row: Visible<AffectedServiceRow>): AffectedService {
  const { version, name, status, impact, since, restored } = row;
  return {
    __typename: 'AffectedService',
    row,
    id: toGlobalId('AffectedService', row.id),
    ...{ version, name, status, impact, since, restored },
    regions: presentRegions(row.regions),
    marking: presentMarking(row.marking),
  };
}

@ObjectType({ description: 'What a change of an affected service answers with.' })
export class AffectedServicePayload {
  @Field(() => AffectedService, {
    nullable: true,
    description: 'The affected service as it is now; null if the viewer may no longer see it.',
  })
  affectedService!: AffectedService | null;

  @Field(() => [JournalEntry], { description: 'The entries that this recorded.' })
  entries!: JournalEntry[];
}
