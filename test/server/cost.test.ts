import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLSchema,
  getIntrospectionQuery,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import { readLimits } from '../../src/kernel/limits';
import { packageRoot } from '../../src/kernel/package-root';
import { celluleSchema } from '../../src/schema';
import { Costs } from '../../src/server/cost';
import { excessOf, measure } from '../../src/server/measures';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await celluleSchema();
});

function cost(text: string, given: Record<string, unknown> = {}): number {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('Expected one operation');
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return new Costs().of({ schema, document, operation, variables: coerced });
}

const cursors = (page: string) => `incidents${page} { edges { cursor } }`;

const noted: readonly (readonly [string, number, Record<string, unknown>?])[] = [
  ['{ __typename }', 1],
  ['{ viewer { rights inGeneral: permissions } }', 3],
  [`{ ${cursors('(first: 10)')} }`, 1 + 10 * 2],
  [`{ ${cursors('(last: 7)')} }`, 1 + 7 * 2],
  [`{ ${cursors('')} }`, 1 + 50 * 2],
  [`{ ${cursors('(first: null)')} }`, 1 + 50 * 2],
  [`{ ${cursors('(first: 0)')} }`, 1],
  [`{ ${cursors('(first: 2000000)')} }`, 1 + 500 * 2],
  [`{ ${cursors('(first: -5)')} }`, 1],
  [`query ($n: Int) { ${cursors('(first: $n)')} }`, 1 + 50 * 2],
  [`query ($n: Int) { ${cursors('(first: $n)')} }`, 1 + 4 * 2, { n: 4 }],
  [`query ($n: Int = 3) { ${cursors('(first: $n)')} }`, 1 + 3 * 2],
  ['{ incidents(first: 10) { totalCount pageInfo { endCursor } } }', 1 + 100 + 2],
  ['{ incidents(first: 10) { edges { node { id } } totalCount } }', 1 + 10 * 3 + 100],
  [
    '{ incidents(first: 10) { ...page } } fragment page on IncidentConnection { edges { node { id } } totalCount }',
    131,
  ],
  [
    '{ incidents(first: 2) { edges { node { actions(first: 3) { edges { node { id } } } } } } }',
    1 + 2 * (2 + 1 + 3 * 3),
  ],
  ['{ regions { name } }', 1 + 18],
  ['{ regions { name ars { name } } }', 1 + 18 * 3],
  ['{ nodes(ids: ["a", "b", "c"]) { id } }', 1 + 3],
  ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', 1 + 4, { ids: ['a', 'b', 'c', 'd'] }],
  ['{ regions @skip(if: true) { name } __typename }', 1],
  ['query ($no: Boolean!) { regions @include(if: $no) { name } __typename }', 1, { no: false }],
  [
    'query ($no: Boolean!) { ...r @include(if: $no) __typename } fragment r on Query { regions { name } }',
    20,
    { no: true },
  ],
  ['{ ... on Query { regions { name } } ... { __typename } }', 20],
  ['{ node(id: "x") { id ... on Incident { title } ... on Marked { __typename } } }', 1 + 3],
  ['mutation { closeIt: joinIncident(input: { incidentId: "x" }) { involvement { id } } }', 100 + 2],
];
test.each(noted.map(([document, expected, variables = {}]) => [document, expected, variables] as const))(
  '%s costs %d',
  (document, expected, variables) => {
    expect(cost(document, variables)).toBe(expected);
  },
);

test('a fragment that is spread a thousand times over is priced in no time', () => {
  const levels = 1000;
  const fragments = Array.from({ length: levels }, (_, i) => `fragment f${i} on Region { ...f${i + 1} ...f${i + 1} }`);
  const document = parse(`{ regions { ...f0 } } ${fragments.join(' ')} fragment f${levels} on Region { name }`);
  const operation = getOperationAST(document);

  expect(operation && new Costs().of({ schema, document, operation, variables: {} })).toBe(1 + 18 * 2 ** levels);
});

const { limits } = readLimits({});
const operations = join(packageRoot, 'schema', 'operations');
const ours = readdirSync(operations)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => [file, readFileSync(join(operations, file), 'utf8')] as const);

test.each([
  ...ours,
  ['the schema itself', getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true })] as const,
])('%s keeps far from every limit', (_name, text) => {
  const half = Object.fromEntries(Object.entries(limits).map(([name, figure]) => [name, Number(figure) * 0.8]));

  expect(excessOf(measure(parse(text)), { ...half, seconds: limits.seconds } as typeof limits)).toBeUndefined();
  expect(cost(text)).toBeLessThan(limits.cost * 0.8);
});

test('an operation that comes again costs what its variables of that time make of it', () => {
  const document = parse(`query ($n: Int, $all: Boolean!, $ids: [ID!]!) {
    ${cursors('(first: $n)')} regions @include(if: $all) { name } nodes(ids: $ids) { id } }`);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('Expected one operation');
  const costs = new Costs();
  const asked = (variables: Record<string, unknown>) => costs.of({ schema, document, operation, variables });

  expect(asked({ n: 4, all: false, ids: ['a'] })).toBe(1 + 4 * 2 + 1 + 1);
  expect(asked({ n: 4, all: false, ids: ['a'] })).toBe(1 + 4 * 2 + 1 + 1);
  expect(asked({ n: 5, all: false, ids: ['a'] })).toBe(1 + 5 * 2 + 1 + 1);
  expect(asked({ n: 5, all: true, ids: ['a'] })).toBe(1 + 5 * 2 + 1 + 18 + 1 + 1);
  expect(asked({ n: 5, all: true, ids: ['a', 'b'] })).toBe(1 + 5 * 2 + 1 + 18 + 1 + 2);
});
