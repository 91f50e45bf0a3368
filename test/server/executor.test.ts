import fc from 'fast-check';
import {
  buildSchema,
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLResolveInfo,
  getOperationAST,
  getVariableValues,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { Operation } from '../../src/access/operation';
import { Executor } from '../../src/server/executor/executor';

const fields = `
  text: String must: String! plain: Int mood: Mood words: [String!] at(n: Int! = 1, list: [Int]): String
  thing: Thing own: A! things: [Thing] sure: [Thing!]! nested: [[Thing!]] either: Either`;
const schema = buildSchema(`
  enum Mood { CALM TENSE }
  interface Thing { ${fields} }
  type A implements Thing { ${fields} }
  type B implements Thing { ${fields} }
  union Either = A | B
  type Query { ${fields} }
  type Mutation { ${fields} }`);

/** What comes of a field hangs on where it stands, and on nothing else: so two runs of a document meet the same. */
function outcomeAt(place: string, field: string, isMixed: boolean): unknown {
  const dice = hash(`${place}.${field}`);
  const value = found(field, `${place}.${field}`);
  switch (dice % 16) {
    case 0:
      return null;
    case 1:
      throw new Error(`thrown at ${place}`);
    case 2:
      return new Error(`given at ${place}`);
    case 3:
      return field === 'plain' ? 'no number' : 7;
    case 4:
      return isMixed ? Promise.reject(new Error(`rejected at ${place}`)) : value;
    case 5:
    case 6:
      return isMixed ? Promise.resolve(value) : value;
    default:
      return value;
  }
}

function hash(text: string): number {
  let sum = 7;
  for (const character of text) sum = (Math.imul(sum, 31) + character.charCodeAt(0)) >>> 0;
  return (sum ^ (sum >>> 13)) >>> 0;
}

/** A thing, whose `text` and `plain` are properties of it. */
class Source {
  constructor(
    readonly __typename: string,
    readonly place: string,
  ) {}

  get text(): unknown {
    return outcomeAt(this.place, 'text', isMixed);
  }

  get plain(): unknown {
    return outcomeAt(this.place, 'plain', isMixed);
  }
}

function found(field: string, place: string): unknown {
  const thing = (at: number) => new Source(hash(place + at) % 2 ? 'A' : 'B', `${place}.${at}`);
  switch (field) {
    case 'mood':
      return 'CALM';
    case 'plain':
      return 3;
    case 'words':
      return ['a', hash(place) % 3 ? 'b' : null, 'c'];
    case 'own':
      return new Source('A', place);
    case 'thing':
    case 'either':
      return thing(0);
    case 'things':
    case 'sure':
      return later([thing(0), hash(place) % 3 ? thing(1) : null, thing(2)]);
    case 'nested':
      return [later([thing(0)]), null, later([thing(1), hash(place) % 3 ? thing(2) : new Error('an item')])];
    default:
      return `at ${place}`;
  }
}

let isMixed = false;
/** Where null cannot stand and one item fails at once, graphql-js leaves alone what comes of others: so all come later. */
const later = (items: unknown[]) => (isMixed ? items.map((item) => Promise.resolve(item)) : items);

for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  for (const field of Object.values(type.getFields())) {
    if (field.name === 'plain' || field.name === 'text') continue;
    field.resolve = (source: Source | undefined, args: object, _context: unknown, info: GraphQLResolveInfo) =>
      field.name === 'at'
        ? JSON.stringify([args, info.path.key, info.parentType.name, info.fieldNodes.length, info.variableValues])
        : outcomeAt(source?.place ?? '', field.name, isMixed);
  }
}

const leaves = ['text', 'must', 'plain', 'mood', 'words', '__typename', 'at', 'at(n: $n, list: [1, $n])', 'at(n: 2)'];
const composites = ['thing', 'own', 'things', 'sure', 'nested'];
const directives = ['', '', '', ' @skip(if: $no)', ' @include(if: $yes)', ' @skip(if: $yes)', ' @include(if: false)'];
const aliases = ['', '', '', '', 'one: ', 'two: ', '__proto__: '];

const { selections } = fc.letrec<{ selections: string; selection: string }>((tie) => ({
  selections: fc.array(tie('selection'), { minLength: 1, maxLength: 3 }).map((all) => `{ ${all.join(' ')} }`),
  selection: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'selection' },
    fc
      .tuple(fc.constantFrom(...aliases), fc.constantFrom(...leaves), fc.constantFrom(...directives))
      .map((parts) => parts.join('')),
    fc
      .tuple(
        fc.constantFrom(...aliases),
        fc.constantFrom(...composites),
        fc.constantFrom(...directives),
        tie('selections'),
      )
      .map((parts) => parts.join('')),
    tie('selections').map((inner) => `either { __typename ... on A ${inner} ... on B { text must } }`),
    fc
      .tuple(fc.constantFrom('A', 'B', 'Thing'), fc.constantFrom(...directives), tie('selections'))
      .map(([type, directive, inner]) => `... on ${type}${directive} ${inner}`),
    fc.constantFrom('...Some', '...Others'),
  ),
}));

const documents = fc.tuple(selections, selections, selections).map(
  ([whole, some, others]) => `query ($yes: Boolean!, $no: Boolean!, $n: Int!) { thing ${whole} sure ${some} }
    fragment Some on Thing ${some.replaceAll('...Some', 'text').replaceAll('...Others', 'must')}
    fragment Others on Thing ${others.replaceAll('...Some', 'plain').replaceAll('...Others', 'mood')}`,
);

function run(document: DocumentNode, variables: Record<string, unknown> = {}) {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('Expected one operation');
  return new Executor(schema).execute({ document, operation, variables, context: nobody() });
}

const nobody = () => new Operation({ kind: 'anonymous' }, {});

/** The fields of the roots answer so, until they are put back. */
function answering(name: string, resolve: () => unknown) {
  const fields = [schema.getQueryType(), schema.getMutationType()].map((type) => type?.getFields()[name]);
  const before = fields.map((field) => field?.resolve);
  for (const field of fields) if (field) field.resolve = resolve;
  const putBack = () => {
    for (const [at, field] of fields.entries()) if (field) Object.assign(field, { resolve: before[at] });
  };
  return { putBack };
}

async function answers(document: DocumentNode, given: Record<string, unknown>) {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('Expected one operation');
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const context = nobody();
  const executor = new Executor(schema);
  const expected = await execute({ schema, document, variableValues: given, contextValue: context });
  const once = await executor.execute({ document, operation, variables: coerced, context });
  const again = await executor.execute({ document, operation, variables: coerced, context });
  return [expected, once, again].map(({ data, errors = [] }) => ({
    data: JSON.stringify(data),
    errors: errors
      .filter((error) => !isMixed || standsIn(data, error))
      .map(told)
      .sort(),
  }));
}

/** Of errors below what became null for another one, as many are told as came before it: that is nobody's to know. */
const standsIn = (data: unknown, { path = [] }: GraphQLError) =>
  path.reduce((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], data) === null;

/** Only what is wrong with the program itself is said in other words. */
const told = ({ path, locations, message }: GraphQLError) =>
  JSON.stringify([path, locations, message.replace(/^(Abstract type|\S+ is said to be of type).*/, 'no such type')]);

test.each([
  ['at once', false],
  ['some of it later', true],
])('any document is answered as graphql-js answers it, errors included, when resolvers answer %s', async (_, mixed) => {
  isMixed = mixed;
  await fc.assert(
    fc.asyncProperty(documents, fc.boolean(), fc.integer(), async (text, yes, n) => {
      const document = parse(text);
      fc.pre(validate(schema, document).length === 0);

      const [expected, once, again] = await answers(document, { yes, no: !yes, n });

      expect(once).toEqual(expected);
      expect(again).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test('what is begun is over when an answer fails for something else', async () => {
  isMixed = true;
  const over: string[] = [];
  const document = parse('{ sure { place: text } }');
  const slow = new Source('A', 'slow');
  Object.defineProperty(slow, 'text', {
    value: () => new Promise((resolve) => setImmediate(resolve)).then(() => over.push('slow')),
  });
  const { putBack } = answering('sure', () => [slow, null]);

  const { data, errors } = await run(document);

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ message: 'Cannot return null for non-nullable field Query.sure.' }]);
  expect(over).toEqual(['slow']);
  putBack();
});

test('mutations are carried out one after the other, in the order of the document', async () => {
  const told: string[] = [];
  const field = (name: string, value: unknown) =>
    answering(name, async () => {
      told.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      told.push(`${name} ends`);
      return value;
    });
  const back = [field('mood', 'CALM'), field('must', 'text')];

  const { data } = await run(parse('mutation { must mood again: must }'));

  expect(JSON.stringify(data)).toBe('{"must":"text","mood":"CALM","again":"text"}');
  expect(told.join(', ')).toBe('must begins, must ends, mood begins, mood ends, must begins, must ends');
  for (const { putBack } of back) putBack();
});

test('where a field stands is looked for once, however many of its items fail', async () => {
  const failing = async (count: number) => {
    const document = parse(`{ ${'\n'.repeat(10)} things { text } }`);
    const { body } = document.loc?.source ?? { body: '' };
    const look = jest.fn(() => body);
    Object.defineProperty(document.loc?.source, 'body', { get: look });
    const { putBack } = answering('things', () => Array.from({ length: count }, (_, at) => new Error(`item ${at}`)));
    const { errors = [] } = await run(document);
    putBack();
    return { errors, looks: look.mock.calls.length };
  };

  const [one, many] = [await failing(1), await failing(100)];

  expect(many.errors.map(({ locations }) => locations)).toEqual(Array(100).fill([{ line: 11, column: 2 }]));
  expect(many.looks).toBe(one.looks);
});
