import type { TestCellule } from './cellule';
import type { Fault, Party } from './party';

/** What each mutation is asked to answer with, unless a test asks for something else. */
const answers: Readonly<Record<string, string>> = {
  incident: 'incident { id reference version status }',
  affectedRegion: 'affectedRegion { id version status impact authority { code } }',
  affectedService: 'affectedService { id version status impact }',
  involvement: 'involvement { id version role access leftAt stakeholder { code } }',
  action: 'action { id version status result overdue owner { code } }',
  entry: 'entry { id number text }',
  incidents: 'incidents { id unread { readToByMe } }',
  thing: 'thing { __typename id marking { version label audience } }',
  statementDraft: 'statementDraft { id version state title marking { version label audience } }',
  publicStatement: 'publicStatement { id title }',
  stakeholder: 'stakeholder { id version code name enrolled }',
  credential: 'token credential { id version kind label expiresAt revokedAt lastUsedAt }',
  person: 'person { id version name memberships { version rights endedAt stakeholder { code } } }',
};

const thingOf: Readonly<Record<string, string>> = {
  ...of('incident', 'declareIncident reviseIncident requalifyIncident moveIncident closeIncident reopenIncident'),
  ...of('affectedRegion', 'addAffectedRegion updateAffectedRegion'),
  ...of('affectedService', 'addAffectedService updateAffectedService'),
  ...of('involvement', 'involveStakeholder changeInvolvement releaseStakeholder joinIncident'),
  ...of('action', 'planAction startAction completeAction cancelAction supersedeAction reassignAction'),
  ...of('entry', 'writeEntry correctEntry'),
  ...of('incidents', 'markJournalRead'),
  ...of('thing', 'changeMarking'),
  ...of('statementDraft', 'draftStatement reviseStatementDraft discardStatementDraft'),
  ...of('publicStatement', 'publishStatement'),
  ...of('stakeholder', 'registerStakeholder reviseStakeholder'),
  ...of('person', 'registerPerson grantRights endRights'),
  ...of('credential', 'createApiToken createAccessCode revokeCredential'),
};

function of(thing: string, mutations: string): Record<string, string> {
  return Object.fromEntries(mutations.split(' ').map((mutation) => [mutation, thing]));
}

/** What is noted beside the record, and has no entries. */
const unrecorded = ['markJournalRead'];

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
type Answer = any;

/** The document of a mutation: each takes one input, named after it. */
export function documentOf(
  mutation: string,
  answer = `${answers[thingOf[mutation] ?? '']} ${unrecorded.includes(mutation) ? '' : 'entries { number kind }'}`,
): string {
  const input = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${mutation}(input: $input) { ${answer} } }`;
}

/** Carries out a mutation, and answers with its payload. */
export async function carryOut(by: Party, mutation: string, input: object, answer?: string): Promise<Answer> {
  return (await by.ask(documentOf(mutation, answer), { input }))[mutation];
}

/** Carries out a mutation, and answers with the thing that it made or changed. */
export async function done(by: Party, mutation: string, input: object): Promise<Answer> {
  return (await carryOut(by, mutation, input))[thingOf[mutation] as string];
}

/** The error of a mutation that must be refused. */
export function refusal(by: Party, mutation: string, input: object): Promise<Fault> {
  return by.refused(documentOf(mutation), { input });
}

export interface Made {
  readonly id: string;
  readonly version: number;
}

/** An incident declared by a party, with whatever else is said of it. */
export function declare(by: Party, input: object = {}): Promise<Made & { readonly reference: string }> {
  return done(by, 'declareIncident', { title: 'Cyberattaque', nature: 'CYBERATTACK', severity: 'MAJOR', ...input });
}

/** An incident that every enrolled stakeholder may read and join. */
export function declareOpenly(by: Party, input: object = {}): Promise<Made & { readonly reference: string }> {
  return declare(by, { marking: { tlp: 'TLP_GREEN', audience: 'ENROLLED' }, ...input });
}

/** A party as a declaration takes it. */
export function asParty(party: Party, access = 'CONTRIBUTE', role = 'FOLLOW_UP'): object {
  return { stakeholderId: party.stakeholder, role, access };
}

export function involve(by: Party, incidentId: string, party: Party, access = 'CONTRIBUTE'): Promise<Made> {
  return done(by, 'involveStakeholder', { incidentId, party: asParty(party, access) });
}

export function plan(by: Party, incidentId: string, input: object = {}): Promise<Made> {
  return done(by, 'planAction', { incidentId, title: 'Prévenir les officines', ...input });
}

export function draft(by: Party, incidentId: string, input: object = {}): Promise<Made> {
  return done(by, 'draftStatement', {
    incidentId,
    title: 'Point de situation',
    text: 'Les officines livrent.',
    ...input,
  });
}

export function write(
  by: Party,
  incidentId: string,
  text: string,
  more: object = {},
): Promise<{ readonly id: string; readonly number: number }> {
  return done(by, 'writeEntry', { incidentId, entry: { text }, ...more });
}

/** A time to the minute, as an input. */
export function atMinute(instant: string): object {
  return { earliest: instant, latest: instant, precision: 'MINUTE' };
}

/** How far each journal of the record reaches: it stays as it is where nothing is written. */
export async function heads({ cellule }: TestCellule): Promise<string> {
  const rows: unknown = await cellule.record.dataSource.query(
    'SELECT stream_id, number FROM journal_head ORDER BY stream_id',
  );
  return JSON.stringify(rows);
}
