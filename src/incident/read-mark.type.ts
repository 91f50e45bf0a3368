import { Field, Int, ObjectType } from 'type-graphql';
import { Tally } from '../kernel/paging';
import { type UnreadCount, unreadIncidents, unreadWindow } from './read-mark.reads';

@ObjectType({
  description: `What of a journal is unread: entries that the viewer may read, never sealed ones. At most the newest ${unreadWindow} lines beyond the viewer's own mark are looked through. No update tells of marks: ask again after marking, when the journal delivers, and at a heartbeat, for what colleagues have read.`,
})
export class Unread {
  @Field(() => Tally, { description: 'Entries beyond the own mark that the viewer did not write.' })
  byMe!: Tally;

  @Field(() => Tally, {
    description:
      "Entries that nobody who acts for the viewer's stakeholder has read or written: what the next shift is to look at. What is for persons by name is unread until they read it themselves.",
  })
  byUs!: Tally;

  @Field(() => Int, { description: 'The number of the last line that the viewer has marked as read; 0 if none.' })
  readToByMe!: number;

  @Field(() => Int, {
    description: "The number of the last line that anybody of the viewer's stakeholder has marked as read; 0 if none.",
  })
  readToByUs!: number;
}

@ObjectType({
  description: `What is unread of all incidents that the viewer follows: of the ${unreadIncidents} with lines beyond the own mark that were last written to, each as in \`Incident.unread\`.`,
})
export class UnreadOfAll {
  @Field(() => Tally, { description: 'Incidents with entries unread by the viewer.' })
  incidents!: Tally;

  @Field(() => Tally, { description: 'Entries unread by the viewer.' })
  byMe!: Tally;

  @Field(() => Tally, { description: "Entries unread by anybody of the viewer's stakeholder." })
  byUs!: Tally;
}

export function unreadOf({ mine, ours, myMark, ourMark, head }: UnreadCount): Unread {
  // Between the two marks there may be what is for the viewer by name: read by nobody, so far back as it may be.
  const isExact = head - myMark <= unreadWindow;
  return {
    byMe: { count: mine, isExact },
    byUs: { count: ours, isExact },
    readToByMe: myMark,
    readToByUs: ourMark,
  };
}

export function unreadOfAll(all: readonly UnreadCount[]): UnreadOfAll {
  const isWhole = all.length <= unreadIncidents;
  const each = all.slice(0, unreadIncidents).map(unreadOf);
  const sum = (some: readonly Tally[]): Tally => ({
    count: some.reduce((total, { count }) => total + count, 0),
    isExact: isWhole && some.every(({ isExact }) => isExact),
  });
  return {
    incidents: sum(
      each.map(({ byMe: { count, isExact } }) => ({ count: Math.min(count, 1), isExact: isExact || count > 0 })),
    ),
    byMe: sum(each.map(({ byMe }) => byMe)),
    byUs: sum(each.map(({ byUs }) => byUs)),
  };
}
