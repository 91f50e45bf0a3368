import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import type { Party } from '../../support/party';
import type { Selection } from './selection';
import type { ViewerName } from './table';
import type { World } from './world';

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
type Answer = any;

/** All that a viewer can ask, and what it is answered, by question. */
export type Snapshot = Readonly<Record<string, Answer>>;

interface Question {
  readonly document: string;
  readonly variables?: object;
}

/** The schema as the server tells it. */
export async function introspected({ cast }: World): Promise<GraphQLSchema> {
  return buildClientSchema(await cast.as.originator.ask<IntrospectionQuery>(getIntrospectionQuery()));
}

/** Tells of readings, which is what every question here makes: test/identity/read-log.test.ts says who sees it. */
export const unquiet = 'readLog';

/** Every root field, and every thing of the world by its id, generated from the schema. */
export function questionsOf(selection: Selection, world: World): Readonly<Record<string, Question>> {
  const { schema } = selection;
  const questions: Record<string, Question> = {};
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    if (field.name !== unquiet) questions[field.name] = { document: selection.root(field) };
  }
  const known = idsOf(world);
  for (const type of schema.getPossibleTypes(schema.getType('Node') as never)) {
    const ids = known[type.name];
    if (!ids) throw new Error(`The world of the matrix holds no ${type.name}: make one in world.ts.`);
    const ask = (shown: string) => `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} ${shown} } }`;
    questions[`every ${type.name}`] = {
      document: ask(selection.of(type, { hops: 0, counted: true })),
      variables: { ids },
    };
    if (plain.includes(type.name)) continue;
    // One is enough to ask in every way.
    const hops = opened.includes(type.name) ? 1 : 0;
    const document = ask(selection.of(type, { hops, everyWay: true }));
    questions[`one ${type.name}`] = { document, variables: { ids: ids.slice(0, 1) } };
  }
  return questions;
}

/** Their lists take the arguments of `Query.incidents` and `Incident.actions`, which are asked in every way. */
const plain = ['Region', 'Stakeholder'];
/** What leads to enough that what it leads to is opened as well: an incident, a party, another entry. */
const opened = ['JournalEntry'];

/** The ids of what there is, by type, whoever sees it; of each kind of thing those of the open incident come first. */
function idsOf({ things, cast }: World): Record<string, string[]> {
  const ids: Record<string, string[]> = {
    Stakeholder: ['originator', 'listed', 'operator', 'platform'].map(
      (name) => cast.as[name as ViewerName].stakeholder,
    ),
    Region: ['53', '11'].map((code) => Buffer.from(`Region:${code}`).toString('base64url')),
  };
  for (const { type, id } of things) ids[type] = [...(ids[type] ?? []), id];
  return ids;
}

export async function snapshot(viewer: Party, questions: Readonly<Record<string, Question>>): Promise<Snapshot> {
  const answers: Record<string, Answer> = {};
  for (const [name, { document, variables }] of Object.entries(questions)) {
    const { data, errors = [], status } = await viewer.attempt(document, variables);
    const unexpected = errors.filter(({ extensions }) => !refusals.includes(extensions.code));
    if (unexpected.length > 0 || (status !== 200 && errors.length === 0)) {
      throw new Error(`${viewer.code}, ${name}: ${JSON.stringify(unexpected.slice(0, 3))}\n${document.slice(0, 2000)}`);
    }
    // Whichever is refused first comes first: what is refused is what counts.
    const refused = errors.map(({ path, message, extensions }) => JSON.stringify({ path, message, extensions })).sort();
    answers[name] = { data, refused };
  }
  return answers;
}

/** What a viewer is refused where there is nothing for it, or where a question gives nothing to go by. */
const refusals = ['UNAUTHENTICATED', 'NOT_FOUND', 'BAD_USER_INPUT'];

/** Where two snapshots differ, and how; the first few places. */
export function differences(before: Answer, after: Answer, at = ''): string[] {
  if (Object.is(before, after)) return [];
  const areBoth = [before, after].every((one) => typeof one === 'object' && one !== null);
  if (!areBoth || Array.isArray(before) !== Array.isArray(after)) {
    return [`${at}: ${short(before)} became ${short(after)}`];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], `${at}/${key}`)).slice(0, 5);
}

const short = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 300);

export interface Residue {
  /** The snapshot as if the lines beyond the given heads had not been written. */
  readonly without: Snapshot;
  /** How many sealed lines were beyond, by incident; as few as any place showed. */
  readonly sealed: ReadonlyMap<string, number>;
}

/**
 * Takes out of a snapshot what a follower may notice of lines that it may not read, and nothing else: in an unfiltered
 * journal their number and hashes, the count and the end cursor that follow from them, and the head of the journal.
 */
export function withoutResidue(whole: Snapshot, heads: ReadonlyMap<string, number>): Residue {
  const sealed = new Map<string, number>();
  const strip = (value: Answer): Answer => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    const head = value.__typename === 'Incident' ? heads.get(value.id) : undefined;
    const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, strip(one)]));
    if (head === undefined) return inner;
    if (inner.journalHead) inner.journalHead = inner.journalHead.number < head ? inner.journalHead : { number: head };
    if (inner.journal) {
      const kept = inner.journal.edges.filter(({ node }: Answer) => !isSealedBeyond(node, head));
      const beyond = inner.journal.edges.length - kept.length;
      sealed.set(value.id, Math.min(beyond, sealed.get(value.id) ?? beyond));
      const pageInfo = { ...inner.journal.pageInfo, endCursor: kept.at(-1)?.cursor ?? null };
      // Not a number where it was not asked for, before as after.
      inner.journal = { ...inner.journal, edges: kept, totalCount: inner.journal.totalCount - beyond, pageInfo };
    }
    return inner;
  };
  return { without: strip(whole), sealed };
}

const sealedKeys = ['__typename', 'chainHash', 'contentHash', 'number'];

function isSealedBeyond(node: Answer, head: number): boolean {
  return (
    node.__typename === 'SealedEntry' &&
    node.number > head &&
    Object.keys(node).every((key) => sealedKeys.includes(key))
  );
}
