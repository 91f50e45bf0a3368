import { Field, Int, ObjectType } from 'type-graphql';
import type { Visible } from '../access/reads';
import { asTheyAre, from, ShownAs, showing } from '../access/shown';
import { JournalEntry, Marked, markingAt, presentMarking, ShownMarking } from '../journal/journal.type';
import { Node } from '../journal/node';
import { toGlobalId } from '../kernel/ids';
import { ReportedTime } from '../kernel/reported-time';
import { presentRegions, Region } from '../region/region.type';
import { AffectedRegionStatus } from './affected-region';
import type { AffectedRegionRow } from './affected-region.entity';

const shownAffectedRegion = {
  ...asTheyAre<AffectedRegionRow>('version', 'status', 'impact', 'since', 'restored'),
  id: from<AffectedRegionRow>(['id'], ({ id }) => toGlobalId('AffectedRegion', id)),
  region: from<AffectedRegionRow>(['regionCode'], ({ regionCode }) => presentRegions([regionCode])[0]),
  marking: from<AffectedRegionRow>(markingAt('marking'), ({ marking }) => presentMarking(marking)),
};

@ShownAs(shownAffectedRegion)
@ObjectType({
  implements: [Node, Marked],
  description: 'How an incident stands in one region. Its history is in the journal.',
})
export class AffectedRegion extends Node {
  readonly __typename = 'AffectedRegion';
  readonly row!: Visible<AffectedRegionRow>;

  @Field(() => Int, { description: 'Grows with each change; to be given as `expectedVersion`.' })
  version!: number;

  @Field(() => Region, { description: 'The region.' })
  region!: Region;

  @Field(() => AffectedRegionStatus, { description: 'How the incident stands there.' })
  status!: AffectedRegionStatus;

  @Field(() => String, { nullable: true, description: 'What it means there.' })
  impact!: string | null;

  @Field(() => ReportedTime, { nullable: true, description: 'Since when, as reported.' })
  since!: ReportedTime | null;

  @Field(() => ReportedTime, { nullable: true, description: 'Since when it is as before, as reported.' })
  restored!: ReportedTime | null;

  @Field(() => ShownMarking, { description: 'How far it may be passed on, and who reads it here.' })
  marking!: ShownMarking;
}

const presented = showing<Visible<AffectedRegionRow>, AffectedRegion>('AffectedRegion', shownAffectedRegion);

export function presentAffectedRegion(row: Visible<AffectedRegionRow>): AffectedRegion {
  return presented(row);
}

@ObjectType({ description: 'What a change of an affected region answers with.' })
export class AffectedRegionPayload {
  @Field(() => AffectedRegion, {
    nullable: true,
    description: 'The affected region as it is now; null if the viewer may no longer see it.',
  })
  affectedRegion!: AffectedRegion | null;

  @Field(() => [JournalEntry], { description: 'The entries that this recorded.' })
  entries!: JournalEntry[];
}
