import { createHash } from 'node:crypto';
import type { Party } from '../../support/party';

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the documents below.
export type Shown = any;

const place = 'incidentId number chainHash';
const plainLine = `__typename ... on NumberedLine { number contentHash chainHash }
  ... on JournalEntry { id kind text }`;
const line = `__typename ... on NumberedLine { number contentHash chainHash } ... on JournalEntry {
  id kind text changes { field old new } author { personName stakeholderName }
  marking { label audience originator { code } stakeholders { code } persons { name } }
  subject { __typename id } repliesTo { id } replies { id } corrects { id } correctedBy { id } }`;

/** What the overview shows of an incident: a bit of everything that lies within it. */
const overview = `id title status updatedAt marking { label audience }
  involvements { access stakeholder { code } } affectedRegions { id impact region { code } }
  actions(first: 100) { edges { node { id title status owner { code } } } }
  journal(filter: {}, last: 2) { edges { node { ... on JournalEntry { number kind text } } } }`;

/** With the subjects, each reader is shown its own; without them, all who read for a party are shown the same. */
export type Feed = 'own' | 'shared';

export const followJournals = (feed: Feed) => `subscription ($after: [JournalPositionInput!]) { journal(after: $after) {
  __typename
  ... on JournalBatch { lines { ${plainLine} ${feed === 'own' ? '... on JournalEntry { subject { id } }' : ''} } head { ${place} } caughtUp }
  ... on JournalHeartbeat { asOf }
  ... on JournalEnded { incidentId reason }
  ... on JournalReset { incidentId resetReason: reason head { ${place} } } } }`;

export const followOverview = `subscription { incidents {
  __typename
  ... on IncidentsSnapshot { incidents { ${overview} } caughtUp }
  ... on IncidentChanged { incident { ${overview} } }
  ... on IncidentGone { id } } }`;

/** The same with all that there is to a line, of some incidents. */
export const replayJournals = `subscription ($incidents: [ID!], $after: [JournalPositionInput!]) {
  journal(incidents: $incidents, after: $after) {
    __typename
    ... on JournalBatch { lines { ${line} } head { ${place} } } } }`;

export interface Answer {
  readonly overview: ReadonlyMap<string, Shown>;
  /** By the id of the incident; absent where it is not found. */
  readonly journals: ReadonlyMap<string, Journal>;
  readonly found: ReadonlySet<string>;
  readonly whole: unknown;
}

export interface Journal {
  readonly head: { readonly number: number; readonly chainHash: string } | null;
  readonly lines: readonly Shown[];
  readonly totalCount: number;
  readonly open: { readonly totalCount: number; readonly numbers: readonly number[] };
}

/** All that a party is answered about these incidents, and the things with these ids. */
export async function answerTo(party: Party, incidents: readonly string[], ids: readonly string[]): Promise<Answer> {
  const [answered, ...found] = await Promise.all([
    party.attempt(everything(incidents)),
    ...chunks(ids).map((chunk) => party.attempt('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: chunk })),
  ]);
  const faults = [answered, ...found].flatMap(({ errors = [] }) => errors).map(({ extensions }) => extensions.code);
  const unexpected = faults.find((code) => code !== 'NOT_FOUND' && code !== 'UNAUTHENTICATED');
  if (unexpected) throw new Error(`${party.code} was answered ${JSON.stringify(answered?.errors)}`);
  const data: Shown = answered?.data ?? {};
  const nodes = found.flatMap((one) => (one.data as Shown)?.nodes ?? []);
  return {
    overview: new Map((data.incidents?.edges ?? []).map(({ node }: Shown) => [node.id, node])),
    journals: new Map(
      incidents.flatMap((id, index) => (data[`of${index}`] ? [[id, journalIn(data[`of${index}`])]] : [])),
    ),
    found: new Set(nodes.filter(Boolean).map(({ id }: Shown) => id)),
    whole: [data, nodes],
  };
}

function everything(incidents: readonly string[]): string {
  const each = incidents.map(
    (id, index) => `of${index}: incident(id: "${id}") { journalHead { ${place} }
      journal(first: 500) { totalCount edges { node { ${line} } } }
      open: journal(first: 500, filter: {}) { totalCount edges { node { ... on NumberedLine { number } } } } }`,
  );
  return `{ incidents(first: 100) { edges { node { ${overview} } } } ${each.join('\n')} }`;
}

function journalIn({ journalHead, journal, open }: Shown): Journal {
  return {
    head: journalHead,
    lines: journal.edges.map(({ node }: Shown) => node),
    totalCount: journal.totalCount,
    open: { totalCount: open.totalCount, numbers: open.edges.map(({ node }: Shown) => node.number) },
  };
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / 100) }, (_, part) => ids.slice(part * 100, (part + 1) * 100));
}

export const isOpenLine = ({ __typename }: Shown): boolean => __typename === 'JournalEntry';

/** The chain hash that a line must have after another, by the algorithm that the documentation gives. */
export function chained(previous: string, { number, contentHash }: Shown): string {
  const eight = Buffer.alloc(8);
  eight.writeBigUInt64BE(BigInt(number));
  return createHash('sha256')
    .update(Buffer.concat([Buffer.from(previous, 'hex'), eight, Buffer.from(contentHash, 'hex')]))
    .digest('hex');
}

export const beforeTheFirst = '0'.repeat(64);
