import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Action } from '../action/action.type';
import { Incident } from '../incident/incident.type';
import { JournalEntry } from '../journal/journal.type';
import { Cost } from '../kernel/cost';
import { connection, PageInfo } from '../kernel/paging';
import { Stakeholder } from '../stakeholder/stakeholder.type';
import { type Hits, mostRanked } from './search.reads';
import { searched } from './searched';

type Result = Incident | JournalEntry | Action | Stakeholder;

export const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'Something that a search found.',
  types: () => [Incident, JournalEntry, Action, Stakeholder] as const,
  resolveType: (result: { __typename: string }) => result.__typename,
});

@ObjectType({ description: 'A piece of a text, as it is written there: no markup, and nothing escaped.' })
export class SnippetPart {
  @Field(() => String, { description: 'The piece.' })
  text!: string;

  @Field(() => Boolean, { description: 'It is a word that was searched for.' })
  isMatch!: boolean;
}

@ObjectType({ description: 'Something that was found, with its place in the list.' })
export class SearchResultEdge {
  @Field(() => String, { description: 'The place in the list: hand it back as `after` or `before`.' })
  cursor!: string;

  @Field(() => SearchResult, { description: 'What was found.' })
  node!: Result;

  @Field(() => [SnippetPart], {
    description: 'The text that matches, cut around its first match, in pieces that follow each other.',
  })
  snippet!: readonly SnippetPart[];
}

@ObjectType({ description: 'A page of what a search found, the best match first (Relay).' })
export class SearchResultConnection {
  @Cost({ page: true })
  @Field(() => [SearchResultEdge], { description: 'The page, in the order of the list.' })
  edges!: readonly SearchResultEdge[];

  @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
  pageInfo!: PageInfo;

  @Cost({ weight: 500 })
  @Field(() => Int, {
    description: `How many the whole list holds for this viewer, at most ${mostRanked} of each type. Costs as much as the search.`,
  })
  totalCount!: Promise<number>;

  @Field(() => Boolean, {
    description: `Everything that matches is in the list; if false, of some type only the newest ${mostRanked} are.`,
  })
  totalCountIsExact!: Promise<boolean>;
}

export function presentHits(hits: Hits): SearchResultConnection {
  const { edges, pageInfo } = connection(hits, (hit) => hit);
  let found: ReturnType<Hits['counted']> | undefined;
  const counted = () => (found ??= hits.counted());
  return {
    edges: edges.map(({ cursor, node: { type, row, snippet } }) => ({
      cursor,
      node: searched[type].present(row) as Result,
      snippet,
    })),
    pageInfo,
    // Getters: counted only for who asks.
    get totalCount() {
      return counted().then(({ total }) => total);
    },
    get totalCountIsExact() {
      return counted().then(({ isExact }) => isExact);
    },
  };
}
