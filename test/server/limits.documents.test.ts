import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { MAX_COST: '40000' } });
  bretagne = await cellule.party('ARS-BRE');
});
afterAll(async () => {
  await bretagne.leave();
  await cellule.stop();
});

interface Refused {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The one answer that both transports give. */
async function refusal(query: string, variables: Record<string, unknown> = {}): Promise<Refused> {
  const overHttp = await bretagne.refused(query, variables);
  const live = bretagne.subscribe(query, variables);
  const failure = await live.ending();
  expect(live.errors[0] ?? (failure as unknown[])[0]).toEqual(overHttp);
  return overHttp;
}

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const nested = (levels: number) =>
  `{ regions { ${'ars { jurisdiction { '.repeat(levels)} name ${'} }'.repeat(levels)} } }`;

/** Each fragment spreads the next one twice: some hundred characters stand for more fields than anybody can answer. */
const doubling = (levels: number) =>
  `{ regions { ...f0 } } fragment f${levels} on Region { name } ${times(
    levels,
    (i) => `fragment f${i} on Region { ...f${i + 1} ...f${i + 1} }`,
  )}`;

const doublingUnderAliases = (levels: number) =>
  `{ regions { ...f0 } } fragment f${levels} on Region { name } ${times(
    levels,
    (i) =>
      `fragment f${i} on Region { a: ars { jurisdiction { ...f${i + 1} } } b: ars { jurisdiction { ...f${i + 1} } } }`,
  )}`;

const departmentsOf = (index: number) => `fragment f${index} on Region { departments { name code } }`;

const manyArs = `fragment a on Region { ... { ... @include(if: true) { ${'ars { shortName } '.repeat(60)} } } }`;

test.each([
  ['depth', nested(10), 20],
  ['depth', `{ regions { ...a } } fragment a on Region { ...b } fragment b on Region ${nested(10).slice(10, -2)}`, 20],
  ['aliases', `{ ${times(51, (i) => `a${i}: __typename`)} }`, 50],
  ['directives', `{ __typename ${'@include(if: true) '.repeat(51)} }`, 50],
  ['rootFields', `{ ${'__typename '.repeat(4000)} }`, 20],
  ['rootFields', `{ ...f ...f ...f } fragment f on Query { ${'__typename '.repeat(7)} }`, 20],
  ['spreads', `{ regions { ${'...f '.repeat(101)} } } fragment f on Region { name }`, 100],
  ['fields', `{ regions { ${'name '.repeat(2000)} } }`, 2000],
  ['fields', doubling(40), 2000],
  ['fields', doublingUnderAliases(9), 2000],
  ['pairs', `{ regions { ${'departments { name } '.repeat(600)} } }`, 10_000],
  ['pairs', `{ regions { ${times(90, (i) => `...f${i}`)} } } ${times(90, departmentsOf)}`, 10_000],
  ['pairs', `{ regions { ${'ars { shortName } '.repeat(60)} ...a } } ${manyArs}`, 10_000],
])('a document with too much %s is refused before it is validated', async (measure, document, limit) => {
  const { extensions } = await refusal(document);

  expect(extensions).toEqual({ code: 'TOO_COSTLY', measure, limit, found: expect.any(Number) });
  expect(extensions['found']).toBeGreaterThan(limit);
});

const hiddenBehindAnother = 'fragment a on Region { name } fragment a on Region { ars { jurisdiction { ...a } } }';

test.each([
  ['spread themselves', '{ ...a } fragment a on Query { ...a }'],
  ['spread each other', '{ ...a } fragment a on Query { ...b regions { name } } fragment b on Query { ...a }'],
  ['spread themselves under a name that is given twice', `{ regions { ...a } } ${hiddenBehindAnother}`],
  ['ask for themselves below', '{ regions { ...a } } fragment a on Region { ars { jurisdiction { ...a } } }'],
])('fragments that %s are refused', async (_, document) => {
  expect((await refusal(document)).extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
});

test('the same fields asked for by several fragments are no excess', async () => {
  const fragments = times(20, departmentsOf);

  expect(await bretagne.ask(`{ regions { ${times(20, (i) => `...f${i}`)} ...f1 } } ${fragments}`)).toBeDefined();
});

test('of many faults the first ten are told, and shortly', async () => {
  const unknown = await bretagne.attempt(`{ ${times(20, (i) => `unknown${i}`)} }`);
  const [conflict] =
    (
      await bretagne.attempt(
        `{ regions { ars { ${times(50, () => 'x: id')} } ars { ${times(50, () => 'x: code')} } } }`,
      )
    ).errors ?? [];

  expect(unknown.errors?.map(({ extensions }) => extensions)).toEqual(
    Array(10).fill({ code: 'GRAPHQL_VALIDATION_FAILED' }),
  );
  expect(conflict?.message.length).toBeLessThanOrEqual(1000);
});

test('ten thousand fields at the root are not even parsed to their end', async () => {
  const { message, extensions } = await refusal(`{ ${'a '.repeat(10_000)} }`);

  expect(extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' });
  expect(message).toContain('5000 tokens');
});

test('a document that is too long is not parsed', async () => {
  const { extensions } = await refusal(`{ __typename } #${' '.repeat(50_000)}`);

  expect(extensions).toEqual({ code: 'TOO_COSTLY', measure: 'documentLength', limit: 50_000, found: 50_016 });
});

test.each([
  ['brackets', `{ regions(a: ${'['.repeat(4900)}`],
  ['fields', '{ a '.repeat(2400)],
  ['types', `query ($a: ${'['.repeat(4900)}`],
  ['inline fragments', '{ ... '.repeat(1650)],
])('%s that open without an end are a fault of the document', async (_, document) => {
  expect(await refusal(document)).toMatchObject({
    message: 'The document is nested too deeply: its brackets are more than 500 levels deep.',
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
  });
});

test('brackets in strings and comments are no nesting', async () => {
  const many = '[{('.repeat(1000);

  expect((await refusal(`# ${many}\n{ unknown(a: "${many}\\"", b: """${many}\\"""[""") }`)).message).toContain(
    '"unknown"',
  );
});

test.each([
  ['', ''],
  [', behind a thousand other parameters', 'a&'.repeat(1000)],
])('too deep a document is refused by GET too%s', async (_, others) => {
  const search = new URLSearchParams({ query: `{ regions(a: ${'['.repeat(2100)}` });

  const response = await fetch(`${cellule.cellule.url}/graphql?${others}${search}`, { headers: headers() });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.stringContaining('nested too deeply'), extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
  });
});

const page = 'query ($n: Int) { incidents(first: $n) { edges { node { journal(first: 500) { edges { cursor } } } } } }';

test('what an operation may cost is known from the sizes of its pages, before it runs', async () => {
  const { message, extensions } = await refusal(page, { n: 100 });

  expect(extensions).toEqual({ code: 'TOO_COSTLY', cost: 100_301, limit: 40_000 });
  expect(message).toContain('smaller pages');
  expect(await bretagne.ask(page, { n: 10 })).toEqual({ incidents: { edges: [] } });
});

test('a subscription costs what one of its events may', async () => {
  const asked = Array.from({ length: 40 }, (_, index) => `a${index}: canonicalContent `);
  const document = (fields: string) =>
    `subscription { journal { ... on JournalBatch { lines { ... on JournalEntry { replies { ${fields} } } } } } }`;

  const refused = bretagne.subscribe(document(asked.join('')));
  const failure = (await refused.ending()) as Refused[];

  expect(failure[0]?.extensions).toEqual({ code: 'TOO_COSTLY', cost: 1 + 1 + 200 * (1 + 5 * 40), limit: 40_000 });
});

test.each([
  ['one long text', 'x'.repeat(300_000)],
  ['a list without end', Array(260_000).fill(1)],
])('variables that hold %s are refused', async (_, value) => {
  const { extensions } = await refusal('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: value, more: value });

  expect(extensions).toEqual({ code: 'TOO_COSTLY', measure: 'variablesSize', limit: 250_000 });
});

test('variables that are lists in lists are refused, however deep', async () => {
  const ids = '['.repeat(200_000) + ']'.repeat(200_000);
  const body = `{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${ids},"more":${ids}}}`;

  const response = await fetch(`${cellule.cellule.url}/graphql`, { method: 'POST', headers: headers(), body });

  expect(await response.json()).toMatchObject({ errors: [{ extensions: { measure: 'variablesSize' } }] });
});

const headers = () => ({ 'content-type': 'application/json', authorization: `Bearer ${bretagne.token}` });

test('a value of the wrong type in a document is a fault of the document', async () => {
  const { extensions } = await refusal('query ($a: ID = { b: 1 }) { __typename }');

  expect(extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
});

test.each([
  ['a list', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]'],
  ['a list of nothing', '[]'],
])('%s is not a request', async (_, body) => {
  const response = await fetch(`${cellule.cellule.url}/graphql`, { method: 'POST', headers: headers(), body });

  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }],
  });
});
