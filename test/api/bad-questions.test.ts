import { declare, documentOf } from '../support/builders';
import { globalId, startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let incident: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE', { rights: ['COORDINATE', 'ADMINISTER'] });
  incident = (await declare(bretagne)).id;
});
afterAll(async () => {
  await bretagne.leave();
  await cellule.stop();
});

const nothing = '01928374-aaaa-7bbb-8ccc-0123456789ab';
const half = '\ud83d';
test.each<[string, string, Record<string, unknown>, string, string]>([
  ['neither id nor reference', '{ incident { id } }', {}, 'BAD_USER_INPUT', 'id'],
  [
    'id and reference',
    'query ($x: ID) { incident(id: $x, reference: "X") { id } }',
    { x: globalId('Incident', nothing) },
    'BAD_USER_INPUT',
    'id',
  ],
  [
    'a reference that there is not',
    '{ incident(reference: "ARS-BRE-2024-XXXX") { id } }',
    {},
    'NOT_FOUND',
    'reference',
  ],
  [
    'a reference with a NUL',
    'query ($x: String) { incident(reference: $x) { id } }',
    { x: 'A\0' },
    'BAD_USER_INPUT',
    'reference',
  ],
  [
    'a reference with half a character',
    'query ($x: String) { incident(reference: $x) { id } }',
    { x: half },
    'BAD_USER_INPUT',
    'reference',
  ],
  ['an empty reference', '{ incident(reference: "") { id } }', {}, 'BAD_USER_INPUT', 'reference'],
  ['garbage for an incident', '{ incident(id: "x") { id } }', {}, 'BAD_USER_INPUT', 'id'],
  [
    'a stakeholder for an incident',
    'query ($x: ID) { incident(id: $x) { id } }',
    { x: globalId('Stakeholder', nothing) },
    'BAD_USER_INPUT',
    'id',
  ],
  [
    'no such incident',
    'query ($x: ID) { incident(id: $x) { id } }',
    { x: globalId('Incident', nothing) },
    'NOT_FOUND',
    'id',
  ],
  ['a code with a NUL', 'query ($x: String) { stakeholder(code: $x) { id } }', { x: 'A\0' }, 'BAD_USER_INPUT', 'code'],
  ['a code that there is not', '{ stakeholder(code: "LICORNE") { id } }', {}, 'NOT_FOUND', 'code'],
  [
    'a code and an id',
    'query ($x: ID) { stakeholder(code: "A", id: $x) { id } }',
    { x: globalId('Stakeholder', nothing) },
    'BAD_USER_INPUT',
    'id',
  ],
  [
    'no such stakeholder',
    'query ($x: ID) { stakeholder(id: $x) { id } }',
    { x: globalId('Stakeholder', nothing) },
    'NOT_FOUND',
    'id',
  ],
  [
    'codes with a NUL',
    'query ($x: [String!]) { stakeholders(codes: $x) { totalCount } }',
    { x: ['ARS-BRE', 'A\0'] },
    'BAD_USER_INPUT',
    'codes.1',
  ],
  [
    'too many codes',
    'query ($x: [String!]) { stakeholders(codes: $x) { totalCount } }',
    { x: Array(101).fill('A') },
    'BAD_USER_INPUT',
    'codes',
  ],
  [
    'too many statuses',
    'query ($x: [IncidentStatus!]) { incidents(filter: { statuses: $x }) { totalCount } }',
    { x: Array(101).fill('CLOSED') },
    'BAD_USER_INPUT',
    'filter.statuses',
  ],
  [
    'garbage for a stakeholder',
    '{ incidents(filter: { stakeholder: "x" }) { totalCount } }',
    {},
    'BAD_USER_INPUT',
    'filter.stakeholder',
  ],
  [
    'garbage for an author',
    '{ registryJournal(filter: { author: "x" }) { totalCount } }',
    {},
    'BAD_USER_INPUT',
    'filter.author',
  ],
  [
    'a region for a subject',
    'query ($x: ID) { registryJournal(filter: { subject: $x }) { totalCount } }',
    { x: globalId('Region', '53') },
    'BAD_USER_INPUT',
    'filter.subject',
  ],
  [
    'a time without offset',
    'query ($x: DateTime) { incidents(filter: { updatedSince: $x }) { totalCount } }',
    { x: '2024-10-19T08:00' },
    'BAD_USER_INPUT',
    'x',
  ],
  [
    'a region code that is not one',
    'query ($x: RegionCode!) { region(code: $x) { name } }',
    { x: '99' },
    'BAD_USER_INPUT',
    'x',
  ],
  ['a region code as a number', '{ region(code: 53) { name } }', {}, 'GRAPHQL_VALIDATION_FAILED', ''],
  [
    'an order that there is not',
    '{ incidents(orderBy: ALPHABETICAL) { totalCount } }',
    {},
    'GRAPHQL_VALIDATION_FAILED',
    '',
  ],
  ['garbage for what was read', '{ readLog(thing: "x") { totalCount } }', {}, 'BAD_USER_INPUT', 'thing'],
  ['garbage for where it was read', '{ readLog(incident: "x") { totalCount } }', {}, 'BAD_USER_INPUT', 'incident'],
  ['garbage for who read', '{ readLog(reader: "x") { totalCount } }', {}, 'BAD_USER_INPUT', 'reader'],
  [
    'a number of no incident for what was read',
    '{ readLog(entry: 1) { totalCount } }',
    {},
    'BAD_USER_INPUT',
    'incident',
  ],
  [
    'a person for what was read',
    'query ($x: ID) { readLog(thing: $x) { totalCount } }',
    { x: globalId('Person', nothing) },
    'BAD_USER_INPUT',
    'thing',
  ],
  ['garbage for a node', '{ node(id: "x") { id } }', {}, 'BAD_USER_INPUT', 'id'],
  [
    'garbage among nodes',
    'query ($x: [ID!]!) { nodes(ids: $x) { id } }',
    { x: [globalId('Region', '53'), 'x'] },
    'BAD_USER_INPUT',
    'ids.1',
  ],
  [
    'too many nodes',
    'query ($x: [ID!]!) { nodes(ids: $x) { id } }',
    { x: Array(101).fill(globalId('Region', '53')) },
    'BAD_USER_INPUT',
    'ids',
  ],
  ['permissions on garbage', '{ viewer { permissions(on: "x") } }', {}, 'BAD_USER_INPUT', 'on'],
  [
    'permissions on garbage among others',
    '{ viewer { permissionsOn(things: ["x"]) { id } } }',
    {},
    'BAD_USER_INPUT',
    'things.0',
  ],
  [
    'permissions on too many things',
    'query ($x: [ID!]!) { viewer { permissionsOn(things: $x) { id } } }',
    { x: Array(501).fill(globalId('Region', '53')) },
    'BAD_USER_INPUT',
    'things',
  ],
  [
    'permissions on nothing',
    'query ($x: ID) { viewer { permissions(on: $x) } }',
    { x: globalId('Action', nothing) },
    'NOT_FOUND',
    'on',
  ],
])('a question with %s is answered clearly', async (_, query, variables, code, inputPath) => {
  const refused = await bretagne.refused(query, variables);

  expect(refused.extensions.code).toBe(code);
  expect(((refused.extensions['inputPath'] ?? []) as string[]).join('.')).toBe(inputPath);
  expect(refused.message.length).toBeGreaterThan(20);
});

test('whatever does not exist is null among nodes, and the others are there', async () => {
  const ids = [
    globalId('Region', '53'),
    globalId('Region', '10'),
    globalId('Licorne', nothing),
    globalId('Action', nothing),
  ];

  const { nodes } = await bretagne.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });

  expect(nodes).toEqual([{ id: ids[0] }, null, null, null]);
});

test.each([-1, 0, 2147483647])('there is no line with the number %d', async (number) => {
  const query = 'query ($id: ID!, $number: Int!) { incident(id: $id) { entry(number: $number) { __typename } } }';

  const answer = await bretagne.ask(query, { id: incident, number });

  expect(answer.incident.entry).toBeNull();
});

test('the same faults get the same answers over WebSocket', async () => {
  const questions: [string, Record<string, unknown>][] = [
    ['{ incidents(first: -1) { totalCount } }', {}],
    ['{ incident(id: "x") { id } }', {}],
    ['query ($x: RegionCode!) { region(code: $x) { name } }', { x: '99' }],
    ['query ($x: ID) { incident(id: $x) { id } }', { x: globalId('Incident', nothing) }],
    [documentOf('writeEntry'), { input: { incidentId: incident, entry: { text: 'A\0' } } }],
    [documentOf('moveIncident'), { input: { incidentId: incident, expectedVersion: 7, to: 'RESTORED' } }],
  ];

  const overHttp = await Promise.all(questions.map(([query, variables]) => bretagne.refused(query, variables)));
  const overSocket = await Promise.all(questions.map(([query, variables]) => refusedLive(query, variables)));

  expect(overSocket).toEqual(overHttp);
});

async function refusedLive(query: string, variables: Record<string, unknown>): Promise<unknown> {
  const live = bretagne.subscribe(query, variables);
  const failure = await live.ending();
  return live.errors[0] ?? (failure as unknown[])[0];
}
