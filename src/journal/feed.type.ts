import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { Cost } from '../kernel/cost';
import { toGlobalId } from '../kernel/ids';
import type { Progress } from '../kernel/live';
import { DateTime } from '../kernel/scalars';
import type { JournalNews } from './feed';
import { JournalInterruption } from './journal';
import {
  type JournalEntry,
  JournalLine,
  JournalPosition,
  presentLine,
  presentPosition,
  type SealedEntry,
} from './journal.type';

@ObjectType({
  description: 'The next lines of one journal, in the order of their numbers; none if there is nothing new yet.',
})
export class JournalBatch {
  readonly __typename = 'JournalBatch';
  readonly incidentKey!: string;

  @Cost({ size: 200 })
  @Field(() => [JournalLine], { description: 'The lines, each exactly once.' })
  lines!: (JournalEntry | SealedEntry)[];

  @Field(() => JournalPosition, {
    description: 'The position that this batch reaches: keep it, and hand it back in `after` to resume.',
  })
  head!: JournalPosition;

  @Field(() => Boolean, { description: 'The batch reaches the head of the journal; if false, more follows at once.' })
  caughtUp!: boolean;

  @Field(() => DateTime, { description: 'The batch is complete as of this instant (UTC).' })
  asOf!: Date;
}

@ObjectType({ description: 'A sign of life, and the proof that nothing was missed: the journals were read again.' })
export class JournalHeartbeat {
  readonly __typename = 'JournalHeartbeat';

  @Field(() => DateTime, { description: 'All heads were current at this instant (UTC).' })
  asOf!: Date;

  @Cost({ size: 20 })
  @Field(() => [JournalPosition], { description: 'The position reached in every incident of this subscription.' })
  heads!: JournalPosition[];
}

@ObjectType({
  description:
    'The stream of one incident ends; those of the others go on. It starts again by itself when the viewer is involved again.',
})
export class JournalEnded {
  readonly __typename = 'JournalEnded';

  @Field(() => ID, { description: 'The incident.' })
  incidentId!: string;

  @Field(() => JournalInterruption, { description: 'Why.' })
  reason!: JournalInterruption;
}

@ObjectType({
  description:
    'A position does not belong to the journal as it is: drop what you hold of this incident, query it again, and go on from `head`.',
})
export class JournalReset {
  readonly __typename = 'JournalReset';

  @Field(() => ID, { description: 'The incident.' })
  incidentId!: string;

  @Field(() => JournalInterruption, { description: 'Why.' })
  reason!: JournalInterruption;

  @Field(() => JournalPosition, { description: 'Where the stream of this incident goes on.' })
  head!: JournalPosition;
}

export const JournalUpdate = createUnionType({
  name: 'JournalUpdate',
  description: 'What the subscription `journal` delivers.',
  types: () => [JournalBatch, JournalHeartbeat, JournalEnded, JournalReset] as const,
  resolveType: (update) => update.__typename,
});

export function progressOf(news: JournalNews): Progress {
  if (news.kind === 'heartbeat') return news.positions;
  return new Map([[news.incidentId, news.kind === 'ended' ? null : news.position]]);
}

export function presentNews(news: JournalNews): typeof JournalUpdate {
  switch (news.kind) {
    case 'lines': {
      const { incidentId, lines, position, caughtUp, asOf } = news;
      const head = presentPosition(incidentId, position.number, position.chainHash);
      return {
        __typename: 'JournalBatch',
        incidentKey: incidentId,
        lines: lines.map(presentLine),
        head,
        caughtUp,
        asOf,
      };
    }
    case 'heartbeat': {
      const heads = [...news.positions].map(([incidentId, { number, chainHash }]) =>
        presentPosition(incidentId, number, chainHash),
      );
      return { __typename: 'JournalHeartbeat', asOf: news.asOf, heads };
    }
    case 'ended':
      return { __typename: 'JournalEnded', incidentId: toGlobalId('Incident', news.incidentId), reason: news.reason };
    case 'reset': {
      const { incidentId, reason, position } = news;
      const head = presentPosition(incidentId, position.number, position.chainHash);
      return { __typename: 'JournalReset', incidentId: head.incidentId, reason, head };
    }
  }
}
