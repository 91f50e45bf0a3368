import type { Party } from '../../support/party';
import type { ViewerName } from './table';
import type { Thing } from './things';
import type { World } from './world';

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
type Answer = any;

/** One way to come upon things: its answer holds the ids of those that are there. */
export interface Path {
  readonly name: string;
  readonly ask: (viewer: Party, things: readonly Thing[], world: World) => Promise<unknown>;
  /** Who has this way at all; absent: everybody. */
  readonly of?: readonly ViewerName[];
}

/** Nothing but what it is to be refused: without a token, and what is not there. */
async function read(viewer: Party, document: string): Promise<Answer> {
  const { data, errors = [] } = await viewer.attempt(document);
  const other = errors.filter(({ extensions }) => !['UNAUTHENTICATED', 'NOT_FOUND'].includes(extensions.code));
  if (other.length > 0) throw new Error(`${viewer.code}: ${JSON.stringify(other)}\n${document}`);
  return data;
}

/** By one document for all things. */
export function by(name: string, document: (things: readonly Thing[], world: World) => string): Path {
  return { name, ask: (viewer, things, world) => read(viewer, document(things, world)) };
}

/** By what the incidents of the things lead to. */
export function inIncidents(name: string, selection: string | ((world: World) => string)): Path {
  return by(name, (things, world) => {
    const told = typeof selection === 'string' ? selection : selection(world);
    return `{ ${incidentsOf(things).map((id, n) => `i${n}: incident(id: "${id}") { ${told} }`)} }`;
  });
}

/** By one question for each thing, about something that leads to it. */
export function each(name: string, question: (thing: Thing, world: World) => string): Path {
  return by(name, (things, world) => asked(things, (thing) => question(thing, world)));
}

/** By one question for each thing whose answer does not name it: `isThere` reads it. */
export function told(name: string, question: (thing: Thing) => string, isThere: (answer: Answer) => boolean): Path {
  const ask: Path['ask'] = async (viewer, things) => {
    const answers = (await read(viewer, asked(things, question))) ?? {};
    return things.filter((_, n) => isThere(answers[`t${n}`])).map(({ id }) => id);
  };
  return { name, ask };
}

/** By a document for each thing, refused as a whole where the thing is not there. */
export function alone(name: string, question: (thing: Thing) => string): Path {
  const ask: Path['ask'] = async (viewer, things) => {
    const answers = await Promise.all(things.map((thing) => read(viewer, `{ ${question(thing)} }`)));
    return things.filter((_, n) => answers[n]).map(({ id }) => id);
  };
  return { name, ask };
}

/** Page by page, a few at a time. `list` takes the arguments of the page. */
export function paged(name: string, list: (args: string) => string): Path {
  return { name, ask: (viewer) => pages(viewer, list) };
}

/** The same of a list within each incident. */
export function pagedInIncidents(name: string, list: (args: string) => string): Path {
  const ask: Path['ask'] = (viewer, things) =>
    Promise.all(
      incidentsOf(things).map((id) => pages(viewer, (args) => `incident(id: "${id}") { page: ${list(args)} }`)),
    );
  return { name, ask };
}

async function pages(viewer: Party, list: (args: string) => string): Promise<unknown[]> {
  const edges: unknown[] = [];
  for (let args: string | null = 'first: 60'; args !== null; ) {
    const answer: Answer = await read(viewer, `{ at: ${list(args)} }`);
    const page: Answer = answer?.at?.page ?? answer?.at;
    edges.push(...(page?.edges ?? []));
    args = page?.pageInfo.hasNextPage ? `first: 60, after: "${page.pageInfo.endCursor}"` : null;
  }
  return edges;
}

function asked(things: readonly Thing[], question: (thing: Thing) => string): string {
  return `{ ${things.map((thing, n) => `t${n}: ${question(thing)}`).join(' ')} }`;
}

function incidentsOf(things: readonly Thing[]): string[] {
  return [...new Set(things.flatMap(({ incidentId }) => incidentId ?? []))];
}
