import { asParty, carryOut, declare, type Made, refusal } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

// biome-ignore lint/suspicious/noExplicitAny: lines have the shape of their documents.
export type Shown = any;

interface MarkingCrisis {
  readonly cellule: TestCellule;
  readonly bretagne: Party;
  readonly colleague: Party;
  readonly anssi: Party;
  readonly dgs: Party;
  readonly cerp: Party;
}

export async function markingCrisis(): Promise<MarkingCrisis> {
  const cellule = await startTestCellule();
  const bretagne = await cellule.party('ARS-BRE');
  return {
    cellule,
    bretagne,
    colleague: await cellule.colleague(bretagne),
    anssi: await cellule.party('ANSSI'),
    dgs: await cellule.party('DGS-CCS'),
    cerp: await cellule.party('CERP', { kind: 'OPERATOR' }),
  };
}

/** An incident that the DGS coordinates: whatever the tests mark is somebody else's. */
export function declaredFor({ bretagne, anssi, dgs, cerp }: MarkingCrisis): Promise<Made> {
  return declare(dgs, { parties: [bretagne, anssi, cerp].map((party) => asParty(party)) });
}

export const involved = { tlp: 'TLP_AMBER', audience: 'INVOLVED' };
export const authorities = { tlp: 'TLP_AMBER', audience: 'AUTHORITIES' };
export const listed = (...parties: Party[]) => ({
  tlp: 'TLP_AMBER_STRICT',
  audience: 'LISTED',
  stakeholders: parties.map(({ stakeholder }) => stakeholder),
});
export const named = (...parties: Party[]) => ({ tlp: 'TLP_RED', persons: parties.map(({ person }) => person) });

const entriesShown = 'entries { number kind changes { field old new } } thing { id }';

export async function change(by: Party, thingId: string, marking: object, more: object = {}): Promise<Shown[]> {
  const input = { thingId, expectedVersion: 1, marking, ...more };
  return (await carryOut(by, 'changeMarking', input, entriesShown)).entries;
}

/** The entry that tells of the change. */
export async function changed(by: Party, thingId: string, marking: object, more: object = {}): Promise<Shown> {
  return (await change(by, thingId, marking, more))[0];
}

export function refusedChange(by: Party, thingId: string, marking: object, more: object = {}) {
  return refusal(by, 'changeMarking', { thingId, expectedVersion: 1, marking, ...more });
}

export function attempt(by: Party, thingId: string, marking: object) {
  return by.attempt('mutation ($input: ChangeMarkingInput!) { changeMarking(input: $input) { entries { number } } }', {
    input: { thingId, expectedVersion: 1, marking },
  });
}

export async function seen(by: Party, id: string): Promise<Shown> {
  return (await by.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).node;
}

const line = `__typename ... on NumberedLine { number chainHash } ... on JournalEntry {
  id kind text subjectId changes { field old new } author { stakeholderName } marking { label audience version }
  subject { id ... on JournalEntry { text marking { label } } ... on Action { title } } }`;

export async function lineOf(by: Party, incidentId: string, number: number): Promise<Shown> {
  const query = `query ($id: ID!, $number: Int!) { incident(id: $id) { entry(number: $number) { ${line} } } }`;
  return (await by.ask(query, { id: incidentId, number })).incident.entry;
}

export async function positionAt(by: Party, incidentId: string, number: number): Promise<object> {
  const { chainHash } = await lineOf(by, incidentId, number);
  return { incidentId, number, chainHash };
}

export async function journalOf(by: Party, incidentId: string): Promise<Shown[]> {
  const query = `query ($id: ID!) { incident(id: $id) { journal(first: 100) { edges { node { ${line} } } } } }`;
  return (await by.ask(query, { id: incidentId })).incident.journal.edges.map(({ node }: Shown) => node);
}
