import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Operation } from '../access/operation';
import { Cost } from '../kernel/cost';
import { SearchArgs } from './search.inputs';
import type { SearchReads } from './search.reads';
import { presentHits, SearchResultConnection } from './search.type';

@Resolver()
export class SearchResolver {
  constructor(private readonly searches: SearchReads) {}

  @Cost({ weight: 500 })
  @Query(() => SearchResultConnection, {
    description:
      'Incidents, entries, actions and stakeholders by their words, as far as the viewer sees them, the best match first and the newer of two as good. Of each type the newest 1,000 that match are ranked.',
  })
  async search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() operation: Operation): Promise<SearchResultConnection> {
    return presentHits(await this.searches.page(operation, args));
  }
}
