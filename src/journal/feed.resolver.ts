import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Operation } from '../access/operation';
import type { Viewer } from '../access/viewer';
import { AppError, badInput } from '../kernel/errors';
import { fromGlobalIdOf } from '../kernel/ids';
import { Junction } from '../kernel/live';
import { mapped } from '../kernel/wakeups';
import type { JournalFeed } from './feed';
import { JournalUpdate, presentNews, progressOf } from './feed.type';
import { JournalPositionInput, mostIncidents, positionsOf } from './journal.inputs';

@Resolver()
export class JournalFeedResolver {
  @Subscription(() => JournalUpdate, {
    description:
      'The journals that the viewer follows: each line once, in the order of its number. Each incident sends one batch at least, so that the ' +
      'reader holds a position. Rights are looked at anew for each delivery: JournalEnded where they were withdrawn; an incident joined later starts by itself.',
    subscribe: ({ args, context }) => (context as Operation).events('journal', args),
  })
  journal(
    @Root() update: typeof JournalUpdate,
    @Arg('incidents', () => [ID], {
      nullable: true,
      description: 'Only these incidents, at most 200. Absent: all that the viewer follows, now or later.',
    })
    _incidents: string[] | null,
    @Arg('after', () => [JournalPositionInput], {
      nullable: true,
      description:
        'Absent: live from the head. Given, even empty: resume after these positions, at most 1,400; an incident not named replays from the entry by which the viewer is involved.',
    })
    _after: JournalPositionInput[] | null,
  ): typeof JournalUpdate {
    return update;
  }
}

interface JournalSubscriptionArgs {
  readonly incidents?: readonly string[] | null;
  readonly after?: readonly JournalPositionInput[] | null;
}

/** The events of the subscription; its arguments come unchecked. */
export function journalEvents(
  feed: JournalFeed,
  viewer: Viewer,
  args: JournalSubscriptionArgs,
): AsyncIterableIterator<object> {
  if (viewer.kind === 'anonymous') throw new AppError('UNAUTHENTICATED', 'Journals can be followed only with a token.');
  if (args.incidents && args.incidents.length > mostIncidents) {
    throw badInput(`Expected at most ${mostIncidents} incidents, and got ${args.incidents.length}.`, 'incidents');
  }
  const incidents =
    args.incidents?.map((id, index) => fromGlobalIdOf(['Incident'], id, `incidents.${index}`).key) ?? null;
  const news = feed.follow(viewer, { incidents, after: positionsOf(args.after) });
  return mapped(news, (one) => (one instanceof Junction ? one : { ...presentNews(one), progress: progressOf(one) }));
}
