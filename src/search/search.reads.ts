import type { ObjectLiteral } from 'typeorm';
import { between, cut, type ListOrder } from '../access/lists';
import type { Operation } from '../access/operation';
import type { Visible, VisibleReads } from '../access/reads';
import { badInput } from '../kernel/errors';
import { type Page, type PageRequest, pageRequest } from '../kernel/paging';
import { raw, type Sql, sql } from '../kernel/sql';
import type { SearchArgs, SearchType } from './search.inputs';
import { type Searched, searched } from './searched';
import { type SearchedText, searchedText } from './searched-text';
import { type Part, snippet } from './snippet';

/** As many of each type are ranked, the newest: so a search costs as much for a common word as for another. */
export const mostRanked = 1000;

/** Something that was found. */
export interface Hit {
  readonly type: SearchType;
  readonly row: Visible<ObjectLiteral>;
  readonly snippet: readonly Part[];
}

export interface Hits extends Page<Hit> {
  /** How many of all types, and whether any type has more than are ranked. */
  readonly counted: () => Promise<{ readonly total: number; readonly isExact: boolean }>;
}

/** Of two that match as well, the newer first: ids grow with time, and are unique among all types. */
const byRank: ListOrder = {
  keys: [
    { sql: sql`ranked.rank`, type: 'integer' },
    { sql: sql`ranked.id`, type: 'uuid' },
  ],
  descending: true,
};

type Ranked = Hit & { readonly rank: number; readonly id: string };

/** As `byRank`, of hits of several types. */
const bestFirst = (one: Ranked, other: Ranked): number => other.rank - one.rank || (one.id < other.id ? 1 : -1);

export class SearchReads {
  constructor(private readonly reads: VisibleReads) {}

  /** One statement for each type; one more each to count. */
  async page({ viewer }: Operation, { text, types, ...args }: SearchArgs): Promise<Hits> {
    if (types?.length === 0) throw badInput('Expected a type to search for, and got none.', 'types');
    const page = pageRequest(args, byRank.keys);
    const asked = searchedText(text);
    const kinds = [...new Set(types ?? (Object.keys(searched) as SearchType[]))];
    const found = (await Promise.all(kinds.map((type) => this.hits(viewer, type, asked, page)))).flat();
    found.sort(page.direction === 'forward' ? bestFirst : (one, other) => bestFirst(other, one));
    const shown = cut(
      found.map((hit) => ({ row: hit, key: [String(hit.rank), hit.id] })),
      page,
      async () => 0,
    );
    for (const type of kinds) {
      const rows = shown.rows.filter((hit) => hit.type === type).map(({ row }) => row);
      this.reads.note(viewer, searched[type].thing, rows);
    }
    return { ...shown, counted: () => this.counted(viewer, kinds, asked) };
  }

  private async hits(viewer: Operation['viewer'], type: SearchType, asked: SearchedText, page: PageRequest) {
    const { thing, isHit, texts } = searched[type];
    const found = await this.reads.forMany([viewer], thing, hitsOf(searched[type], asked, page), {
      where: isHit,
    });
    return found.flatMap(({ cells, row }) => {
      if (!row) return [];
      const words = new Set(cells['hit.words'] as string[]);
      const found = { type, row, snippet: snippet(texts(row), words) };
      return [{ ...found, id: cells['hit.id'] as string, rank: cells['hit.rank'] as number }];
    });
  }

  private async counted(viewer: Operation['viewer'], kinds: readonly SearchType[], asked: SearchedText) {
    const counts = await Promise.all(
      kinds.map(async (type) => {
        const parent = sql`SELECT count(*)::int AS "hits" FROM ${candidates(searched[type], asked, mostRanked + 1)}`;
        const [found] = await this.reads.forMany([viewer], searched[type].thing, parent, { where: sql`false` });
        return (found?.cells['hits'] as number | undefined) ?? 0;
      }),
    );
    return {
      total: counts.reduce((sum, count) => sum + Math.min(count, mostRanked), 0),
      isExact: counts.every((count) => count <= mostRanked),
    };
  }
}

/**
 * The newest of what matches and the viewer sees. Each step is kept from being planned together with the next (OFFSET 0):
 * first the index, whatever the planner believes of a word that it does not know; then, from the newest on, the rule, until
 * there are enough. A hidden thing takes no place here, and so moves no rank.
 */
function candidates(
  { table, from, words, key, scope, within, rule }: Searched,
  text: SearchedText,
  limit: number,
): Sql {
  return sql`(
    SELECT seen.* FROM (
      SELECT matched.id, matched.question FROM (
        SELECT ${key} AS id, ${scope} AS scope, asked.question
        FROM (SELECT cellule_question(${text.words}::text[], ${text.unfinished}::text) AS question OFFSET 0) AS asked
          CROSS JOIN ${table} WHERE ${words} @@ asked.question OFFSET 0) AS matched
      WHERE ${within} ORDER BY matched.id DESC) AS matched
    CROSS JOIN LATERAL (
      SELECT ${key} AS id, ${words} AS words, matched.question FROM ${from} WHERE ${key} = matched.id AND ${rule}
      OFFSET 0) AS seen
    ORDER BY matched.id DESC LIMIT ${limit}) AS candidate`;
}

/** A page of them, each with those of its words that match. */
function hitsOf(kind: Searched, text: SearchedText, page: PageRequest): Sql {
  const direction = raw(page.direction === 'forward' ? 'DESC' : 'ASC');
  return sql`
    SELECT ranked.id AS "hit.id", ranked.rank AS "hit.rank", ARRAY(
      SELECT told.lexeme FROM unnest(ranked.words) AS told
      WHERE array_to_tsvector(ARRAY[told.lexeme] || ts_lexize('pg_catalog.french_stem', told.lexeme))
        @@ replace(ranked.question::text, ' & ', ' | ')::tsquery) AS "hit.words"
    FROM (SELECT candidate.*, (1000 * ts_rank(candidate.words, candidate.question, 1))::integer AS rank
      FROM ${candidates(kind, text, mostRanked)} OFFSET 0) AS ranked
    WHERE ${between(byRank, page)} ORDER BY ranked.rank ${direction}, ranked.id ${direction} LIMIT ${page.limit + 1}`;
}
