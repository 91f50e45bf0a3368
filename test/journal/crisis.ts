import type { Marking } from '../../src/access/marking';
import type { Viewer } from '../../src/access/viewer';
import type { EntryDetails, Work } from '../../src/journal/work';
import { keyOf } from '../support/cellule';
import type { Live } from '../support/live';
import type { Party } from '../support/party';

// biome-ignore lint/suspicious/noExplicitAny: events and lines have the shape of the documents below.
type Shown = any;

export interface Declared {
  readonly id: string;
  readonly key: string;
  readonly reference: string;
  readonly involvements: readonly { readonly id: string; readonly version: number; readonly code: string }[];
}

export interface Place {
  readonly incidentId: string;
  readonly number: number;
  readonly chainHash: string;
}

interface Declaration {
  readonly parties?: readonly Party[];
  readonly marking?: object;
  readonly title?: string;
}

export async function declare(by: Party, { parties = [], marking, title = 'Cyberattaque' }: Declaration = {}) {
  const invited = parties.map(({ stakeholder }) => ({
    stakeholderId: stakeholder,
    role: 'FOLLOW_UP',
    access: 'CONTRIBUTE',
  }));
  const { declareIncident } = await by.ask(
    `mutation ($input: DeclareIncidentInput!) { declareIncident(input: $input) {
      incident { id reference involvements { id version stakeholder { code } } } } }`,
    { input: { title, nature: 'CYBERATTACK', severity: 'MAJOR', parties: invited, ...(marking && { marking }) } },
  );
  const { id, reference, involvements } = declareIncident.incident;
  const flat = involvements.map((one: Shown) => ({ id: one.id, version: one.version, code: one.stakeholder.code }));
  return { id, key: keyOf(id), reference, involvements: flat } as Declared;
}

export async function write(by: Party, incidentId: string, text: string, more: object = {}): Promise<Shown> {
  const { marking, ...input } = more as { marking?: object };
  const { writeEntry } = await by.ask(
    'mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { id number text } } }',
    { input: { incidentId, entry: { text, ...(marking && { marking }) }, ...input } },
  );
  return writeEntry.entry;
}

/** Involves a party, and answers with the id of its involvement. */
export async function involve(by: Party, incidentId: string, whom: Party, access = 'CONTRIBUTE'): Promise<string> {
  const { involveStakeholder } = await by.ask(
    'mutation ($input: InvolveStakeholderInput!) { involveStakeholder(input: $input) { involvement { id } } }',
    { input: { incidentId, party: { stakeholderId: whom.stakeholder, role: 'FOLLOW_UP', access } } },
  );
  return involveStakeholder.involvement.id;
}

export async function release(by: Party, involvementId: string): Promise<void> {
  await by.ask(
    'mutation ($input: ReleaseStakeholderInput!) { releaseStakeholder(input: $input) { entries { number } } }',
    {
      input: { involvementId, expectedVersion: 1 },
    },
  );
}

export function involvementOf({ involvements }: Declared, { code }: Party): string {
  return involvements.find((one) => one.code === code)?.id ?? '';
}

const line = `__typename ... on NumberedLine { number contentHash chainHash } ... on JournalEntry { id kind text }`;
const place = 'incidentId number chainHash';

/** Follows journals: all that the party follows, live, unless told. */
export function follow(by: Party, variables: { incidents?: readonly string[]; after?: readonly object[] } = {}): Live {
  return by.subscribe(
    `subscription ($incidents: [ID!], $after: [JournalPositionInput!]) { journal(incidents: $incidents, after: $after) {
      __typename
      ... on JournalBatch { incident { id } lines { ${line} } head { ${place} } caughtUp asOf }
      ... on JournalHeartbeat { asOf heads { ${place} } }
      ... on JournalEnded { incidentId reason }
      ... on JournalReset { incidentId resetReason: reason head { ${place} } } } }`,
    variables,
  );
}

/** What came, of one type or of all. */
export function news(events: readonly Shown[], type?: string): Shown[] {
  return events.map(({ journal }) => journal).filter(({ __typename }) => type === undefined || __typename === type);
}

export function linesOf(events: readonly Shown[], incidentId: string): Shown[] {
  return news(events, 'JournalBatch')
    .filter(({ head }) => head.incidentId === incidentId)
    .flatMap(({ lines }) => lines);
}

export const numbersOf = (lines: readonly Shown[]): number[] => lines.map(({ number }) => number);

/** Waits until a line with this number came. */
export async function reaches(live: Live, incidentId: string, number: number): Promise<Shown[]> {
  const events = await live.until((all) =>
    news(all, 'JournalBatch').some(({ head }) => head.incidentId === incidentId && head.number >= number),
  );
  return linesOf(events, incidentId);
}

/** The journal as a query shows it, from the first line to the last. */
export async function journalOf(by: Party, incidentId: string): Promise<Shown[]> {
  const lines: Shown[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { incident }: Shown = await by.ask(
      `query ($id: ID!, $after: String) { incident(id: $id) { journal(first: 500, after: $after) {
        edges { node { ${line} } } pageInfo { hasNextPage endCursor } } } }`,
      { id: incidentId, after },
    );
    lines.push(...incident.journal.edges.map(({ node }: Shown) => node));
    after = incident.journal.pageInfo.endCursor;
    more = incident.journal.pageInfo.hasNextPage;
  }
  return lines;
}

export async function headOf(by: Party, incidentId: string): Promise<Place> {
  const { incident } = await by.ask(`query ($id: ID!) { incident(id: $id) { journalHead { ${place} } } }`, {
    id: incidentId,
  });
  return incident.journalHead;
}

/** Records a note, inside a command. */
export async function note(work: Work, { key }: Declared, words: EntryDetails = { text: 'Note' }): Promise<void> {
  const originator = work.actor.stakeholderId as string;
  const marking: Marking = {
    tlp: 'TLP_AMBER',
    audience: 'INVOLVED',
    pap: null,
    stakeholders: [],
    persons: [],
    originator,
    author: null,
    delegate: null,
    version: 1,
  };
  work.record({ kind: 'NOTE', stream: key, marking, details: words });
}

/** The party as commands know it. */
export function viewerOf(party: Party): Viewer {
  return { kind: 'person', personId: keyOf(party.person), stakeholderId: keyOf(party.stakeholder) };
}

export const oneTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
