import { declare, documentOf } from '../support/builders';
import { globalId, startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let incident: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  incident = (await declare(bretagne, { regions: [{ region: '53' }] })).id;
});
afterAll(async () => {
  await bretagne.leave();
  await cellule.stop();
});

const nothing = '01928374-aaaa-7bbb-8ccc-0123456789ab';
const cursor = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
const lists = {
  incidents: 'incidents(PAGE) { totalCount }',
  stakeholders: 'stakeholders(PAGE) { totalCount }',
  publicStatements: 'publicStatements(PAGE) { totalCount }',
  registryJournal: 'registryJournal(PAGE) { totalCount }',
  journal: 'incident(id: $id) { journal(PAGE) { totalCount } }',
  'journal by occurrence': 'incident(id: $id) { journal(orderBy: OCCURRED, PAGE) { totalCount } }',
  actions: 'incident(id: $id) { actions(PAGE) { totalCount } }',
  'statements of an incident': 'incident(id: $id) { publicStatements(PAGE) { totalCount } }',
  'drafts of an incident': 'incident(id: $id) { statementDrafts(PAGE) { totalCount } }',
  'incidents of a region': 'region(code: "53") { incidents(PAGE) { totalCount } }',
  'actions of a region': 'region(code: "53") { actions(PAGE) { totalCount } }',
  'incidents of a stakeholder': 'stakeholder(code: "ARS-BRE") { incidents(PAGE) { totalCount } }',
  'actions of a stakeholder': 'stakeholder(code: "ARS-BRE") { actions(PAGE) { totalCount } }',
};

const pages: [string, string, string][] = [
  ['a negative first', 'first: -1', 'first'],
  ['a huge first', 'first: 501', 'first'],
  ['a negative last', 'last: -1', 'last'],
  ['a huge last', 'last: 2147483647', 'last'],
  ['first with last', 'first: 1, last: 1', 'last'],
  ['an empty cursor', 'after: ""', 'after'],
  ['garbage for a cursor', 'after: "garbage"', 'after'],
  ['a cursor of no list', `before: "${cursor()}"`, 'before'],
  ['a cursor with too much', `after: "${cursor('1', '1', '1', '1')}"`, 'after'],
  ['a cursor that holds no text', `after: "${cursor(1)}"`, 'after'],
  ['a cursor with a NUL', `after: "${cursor('\0')}"`, 'after'],
  ['a cursor with half a character', `after: "${cursor('\ud83d')}"`, 'after'],
  ['a cursor that is an object', `after: "${Buffer.from('{"length":1}').toString('base64url')}"`, 'after'],
];

describe.each(Object.entries(lists))('the list %s', (_, list) => {
  test.each(pages)('refuses %s', async (_fault, page, inputPath) => {
    const { query, variables } = asking(list.replace('PAGE', page));

    const refused = await bretagne.refused(query, variables);

    expect(refused.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: [inputPath] });
  });
});

const instant = '2024-10-19 06:00:00+00';
test.each([
  ['incidents', cursor('3', instant, 'no-uuid')],
  ['incidents', cursor('3', 'now', nothing)],
  ['incidents', cursor('3', '2024-02-30 06:00:00+00', nothing)],
  ['incidents', cursor('3', 'infinity', nothing)],
  ['incidents', cursor('99999', instant, nothing)],
  ['incidents', cursor('3; DROP TABLE incident', instant, nothing)],
  ['journal', cursor('un')],
  ['journal', cursor('9999999999')],
  ['journal', cursor('-1')],
  ['journal by occurrence', cursor('yesterday', '1')],
  ['actions', cursor(nothing.toUpperCase())],
  ['drafts of an incident', cursor('un')],
  ['publicStatements', cursor(instant, 'x')],
] as const)('the list %s refuses the cursor %s, which it has not given', async (list, foreign) => {
  const { query, variables } = asking(lists[list].replace('PAGE', `after: "${foreign}"`));

  const refused = await bretagne.refused(query, variables);

  expect(refused.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['after'] });
});

function asking(selection: string): { query: string; variables: object } {
  return selection.includes('$id')
    ? { query: `query ($id: ID!) { ${selection} }`, variables: { id: incident } }
    : { query: `{ ${selection} }`, variables: {} };
}

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
