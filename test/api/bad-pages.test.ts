import { isObjectType } from 'graphql';
import { celluleSchema } from '../../src/schema';
import { declare } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let incident: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE', { rights: ['COORDINATE', 'ADMINISTER'] });
  incident = (await declare(bretagne, { regions: [{ region: '53' }] })).id;
});
afterAll(() => cellule.stop());

const nothing = '01928374-aaaa-7bbb-8ccc-0123456789ab';
const cursor = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');
const lists = {
  incidents: 'incidents(PAGE) { totalCount }',
  stakeholders: 'stakeholders(PAGE) { totalCount }',
  publicStatements: 'publicStatements(PAGE) { totalCount }',
  registryJournal: 'registryJournal(PAGE) { totalCount }',
  search: 'search(text: "cyber", PAGE) { totalCount }',
  readLog: 'readLog(PAGE) { totalCount }',
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

test('no list is left out here', async () => {
  const types = Object.values((await celluleSchema()).getTypeMap()).filter(isObjectType);
  const paged = types.flatMap((type) =>
    Object.values(type.getFields()).filter(({ args }) => args.some(({ name }) => name === 'first')),
  );
  const asked = Object.values(lists).map((list) => /(\w+)\([^(]*PAGE/.exec(list)?.[1]);

  expect(new Set(asked)).toEqual(new Set(paged.map(({ name }) => name)));
});

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
  ['readLog', cursor(nothing)],
  ['readLog', cursor('yesterday', nothing)],
  ['readLog', cursor(instant, 'no-uuid')],
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
