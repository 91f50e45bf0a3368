import cors from 'cors';
import express, { type Request, type Router } from 'express';
import type { Operation } from '../access/operation';
import { anonymous, type Viewer } from '../access/viewer';
import type { Config } from '../kernel/config';
import { badInput } from '../kernel/errors';
import { connection } from '../kernel/paging';
import type { RegionCode } from '../region/region';
import { RegionCodeScalar } from '../region/region.type';
import { atomFeed } from './public-statement.atom';
import type { PublicStatementReads } from './public-statement.reads';

const path = '/public/statements.atom';
const pageSize = 50;
/** Names the feed of an installation that has no address of its own. */
const namelessId = 'urn:uuid:e44cf2fd-e0ef-4f47-a9cb-2d047f617fcd';

interface FeedOptions {
  readonly statements: PublicStatementReads;
  readonly newOperation: (viewer: Viewer) => Operation;
  readonly config: Pick<Config, 'publicUrl' | 'basePath'>;
}

interface FeedQuery {
  readonly region: RegionCode | null;
  readonly after: string | null;
}

/** The Atom feed of the public statements: what `publicStatements` shows to who has no token, to everybody. */
export function publicStatementRouter({ statements, newOperation, config }: FeedOptions): Router {
  const router = express.Router();
  router.all(path, cors({ methods: ['GET', 'HEAD'], exposedHeaders: ['ETag'], maxAge: 600 }));
  router.get(path, async (request, response) => {
    const query = readQuery(request.query);
    const page = await statements.page(newOperation(anonymous), { ...query, first: pageSize });
    const { edges, pageInfo } = connection(page, (row) => row);
    const at = (after: string | null) => addressOf(request, config, { ...query, after });
    const feed = atomFeed({
      id: idOf(config, query),
      region: query.region,
      rows: edges.map(({ node }) => node),
      links: {
        self: at(query.after),
        first: at(null),
        ...(pageInfo.hasNextPage && { next: at(pageInfo.endCursor) }),
      },
    });
    response.set({ 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'public, max-age=60' });
    // `fetch` adds no-cache to If-None-Match, and express then holds back the 304 that was asked for.
    delete request.headers['cache-control'];
    response.send(feed);
  });
  return router;
}

function readQuery({ region, after, ...others }: Request['query']): FeedQuery {
  const [other] = Object.keys(others);
  if (other !== undefined) {
    throw badInput(`Expected nothing but \`region\` and \`after\`, and got "${other.slice(0, 80)}".`);
  }
  const code = once(region, 'region');
  return { region: code === null ? null : RegionCodeScalar.parseValue(code), after: once(after, 'after') };
}

function once(value: Request['query'][string], name: string): string | null {
  if (value === undefined || typeof value === 'string') return value ?? null;
  throw badInput(`Expected \`${name}\` at most once, and got it several times.`, name);
}

/** Lasting: it follows neither the page nor the name under which the server was asked. */
function idOf({ publicUrl }: FeedOptions['config'], { region }: FeedQuery): string {
  const id = publicUrl === undefined ? namelessId : `${publicUrl}${path}`;
  return region === null ? id : `${id}#${region}`;
}

function addressOf(request: Request, { publicUrl, basePath }: FeedOptions['config'], query: FeedQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  return `${publicUrl ?? originOf(request) + basePath}${path}${search}`;
}

/** Nothing for a host that can be no origin: the links are relative then. */
function originOf({ protocol, host }: Request): string {
  const address = `${protocol}://${host ?? ''}`;
  return URL.canParse(address) ? new URL(address).origin : '';
}
