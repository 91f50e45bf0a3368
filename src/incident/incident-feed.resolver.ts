import { Resolver, Root, Subscription } from 'type-graphql';
import type { Operation } from '../access/operation';
import type { Visible } from '../access/reads';
import { unreachable } from '../kernel/errors';
import { toGlobalId } from '../kernel/ids';
import type { IncidentNews } from './incident.feed';
import type { ReadIncidentRow } from './incident.reads';
import { type IncidentChanged, IncidentsUpdate, presentIncident } from './incident.type';

@Resolver()
export class IncidentFeedResolver {
  @Subscription(() => IncidentsUpdate, {
    description:
      'The overview: the incidents that the viewer sees, then what changes among them. An incident is sent again only when the answer ' +
      'to this very document changed; what is derived from the hour, such as `overdue`, is not pushed when time alone changes it.',
    subscribe: ({ args, context }) => (context as Operation).events('incidents', args),
  })
  incidents(@Root() update: typeof IncidentsUpdate): typeof IncidentsUpdate {
    return update;
  }
}

export function presentIncidentNews(news: IncidentNews): typeof IncidentsUpdate {
  switch (news.kind) {
    case 'snapshot':
      return {
        __typename: 'IncidentsSnapshot',
        incidents: news.incidents.map(presentIncident),
        caughtUp: news.caughtUp,
        baselines: news.incidents.map(changed),
      };
    case 'changed':
      return changed(news.incident);
    case 'gone':
      return { __typename: 'IncidentGone', id: toGlobalId('Incident', news.id), forgetKey: news.id };
    default:
      throw unreachable(news);
  }
}

function changed(row: Visible<ReadIncidentRow>): IncidentChanged {
  return { __typename: 'IncidentChanged', suppressKey: row.id, incident: presentIncident(row) };
}
