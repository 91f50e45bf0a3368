import {
  buildSchema,
  type FieldNode,
  getOperationAST,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { Excerpt } from '../../src/access/excerpt';
import { Operation } from '../../src/access/operation';
import { ReadRow } from '../../src/access/read-row';
import { from, showing } from '../../src/access/shown';
import { Executor } from '../../src/server/executor/executor';

const schema = buildSchema(`
  type Thing { text: String sure: String! late: String hour: Int own: Part next: Thing found: Thing }
  type Part { text: String hour: Int }
  type Query { thing: Thing }`);

/** A row, and how often each of its properties was looked at. */
interface Row {
  readonly text: string;
  readonly key: string;
}

let looked: Record<string, number>;
let hour: number;
let failing: boolean;
let thing: unknown;
const looking = (name: string, of: (row: Row) => unknown) =>
  from<Row>([], (row) => {
    looked[name] = (looked[name] ?? 0) + 1;
    return of(row);
  });
const present = showing<Row, { readonly row: Row }>('Thing', {
  text: looking('text', ({ text }) => text),
  sure: looking('sure', ({ text }) => (failing ? null : text)),
  late: looking('late', async ({ text }) => text),
  own: looking('own', ({ text }) => ({ text, hour: () => hour })),
  next: looking('next', () => thing),
});
beforeEach(() => {
  [looked, hour, failing] = [{}, 1, false];
  answering('Query', 'thing', () => thing);
  answering('Thing', 'hour', () => hour);
  const lookedUp = { by: 'key', many: false, show: (found: Row) => present(found) };
  Object.assign(fieldOf('Thing', 'found'), { extensions: { lookedUp } });
});

function fieldOf(type: string, name: string): object {
  const object = schema.getType(type);
  return (isObjectType(object) && object.getFields()[name]) || {};
}

function answering(type: string, name: string, resolve: () => unknown): void {
  Object.assign(fieldOf(type, name), { resolve });
}

function readRow(text: string, isKept: boolean, finds = new Set<unknown>()): Row {
  const columns = ['text', 'key'].map((name) => ({
    alias: 'thing',
    column: name,
    path: [name],
    type: 'text',
    isKey: false,
  }));
  const row = new Excerpt(columns, null).row([[text], ['the key']], 0, 0);
  if (isKept) ReadRow.keep(row, finds);
  return row as unknown as Row;
}

const executor = new Executor(schema);
const documents = new Map<string, ReturnType<typeof parse>>();
async function shown(text: string, finds?: ReadonlyMap<string, Row>): Promise<unknown> {
  const document = documents.get(text) ?? parse(text);
  documents.set(text, document);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('Expected one operation');
  const context = new Operation({ kind: 'anonymous' }, {});
  const found = fieldNamed('found', operation.selectionSet);
  if (finds && found) context.foresee(found, finds);
  const { data, errors } = await executor.execute({ document, operation, variables: {}, context });
  return JSON.parse(JSON.stringify({ ...data, ...(errors && { errors: errors.map(({ message }) => message) }) }));
}

function fieldNamed(name: string, { selections }: SelectionSetNode): FieldNode | undefined {
  for (const one of selections) {
    if (one.kind !== Kind.FIELD) continue;
    const found = one.name.value === name ? one : one.selectionSet && fieldNamed(name, one.selectionSet);
    if (found) return found;
  }
  return undefined;
}

test('what is kept is shown as it was, without being looked at again', async () => {
  thing = present(readRow('Rennes', true));

  const answers = [await shown('{ thing { text sure } }'), await shown('{ thing { text sure } }')];

  expect(answers).toEqual(Array(2).fill({ thing: { text: 'Rennes', sure: 'Rennes' } }));
  expect(looked).toEqual({ text: 1, sure: 1 });
});

test('what is not kept is looked at each time', async () => {
  thing = present(readRow('Rennes', false));

  await shown('{ thing { text } }');
  await shown('{ thing { text } }');

  expect(looked).toEqual({ text: 2 });
});

test('what is shown under several names is not kept, nor what holds it, since that may be much more than the thing', async () => {
  const own = new Map([['the key', readRow('Brest', true)]]);
  thing = present(readRow('Rennes', true, new Set([own])));
  const document = '{ thing { text found { text again: text } } }';

  const answers = [await shown(document, own), await shown(document, own)];

  expect(answers).toEqual(Array(2).fill({ thing: { text: 'Rennes', found: { text: 'Brest', again: 'Brest' } } }));
  expect(looked).toEqual({ text: 6 });
});

test('each place of a document shows its own', async () => {
  thing = present(readRow('Rennes', true));
  const document = '{ thing { text } other: thing { here: text sure } }';

  const answers = [await shown(document), await shown(document), await shown('{ thing { there: text } }')];

  const whole = { thing: { text: 'Rennes' }, other: { here: 'Rennes', sure: 'Rennes' } };
  expect(answers).toEqual([whole, whole, { thing: { there: 'Rennes' } }]);
});

test.each([
  ['a resolver', '{ thing { text hour } }'],
  ['a method', '{ thing { text own { hour } } }'],
])('what %s says is asked for each time', async (_, document) => {
  thing = present(readRow('Rennes', true));

  const before = await shown(document);
  hour = 2;

  expect(JSON.stringify(before)).toContain('"hour":1');
  expect(JSON.stringify(await shown(document))).toContain('"hour":2');
});

test('what lies within something that a resolver says is kept all the same', async () => {
  const within = present(readRow('Rennes', true));
  thing = { next: within, __typename: 'Thing' };

  await shown('{ thing { hour next { text } } }');
  await shown('{ thing { hour next { text } } }');

  expect(looked).toEqual({ text: 1 });
});

test('what fails fails again, and is shown once it does not', async () => {
  const inner = present(readRow('Rennes', true));
  thing = { next: inner, __typename: 'Thing' };
  failing = true;
  const document = '{ thing { next { text sure } } }';
  const failed = { thing: { next: null }, errors: ['Cannot return null for non-nullable field Thing.sure.'] };

  expect([await shown(document), await shown(document)]).toEqual([failed, failed]);
  failing = false;
  expect(await shown(document)).toEqual({ thing: { next: { text: 'Rennes', sure: 'Rennes' } } });
});

test('a failure within it is told each time', async () => {
  const outer = present(readRow('Rennes', true));
  thing = outer;
  failing = true;
  const document = '{ thing { text next { sure } } }';
  const failed = { thing: { text: 'Rennes', next: null }, errors: [expect.stringContaining('Thing.sure')] };

  expect([await shown(document), await shown(document)]).toEqual([failed, failed]);
});

test('what was found with another answer is not kept with it', async () => {
  const [own, strange] = ['own', 'strange'].map((text) => new Map([['the key', readRow(text, true)]]));
  thing = present(readRow('Rennes', true, new Set([own])));
  const document = '{ thing { found { text } } }';
  const finding = (text: string) => ({ thing: { found: { text } } });

  expect(await shown(document, strange)).toEqual(finding('strange'));
  expect(await shown(document, own)).toEqual(finding('own'));
  expect(await shown(document, own)).toEqual(finding('own'));
  expect(looked).toEqual({ text: 2 });
});

test('what comes later is looked at each time', async () => {
  thing = present(readRow('Rennes', true));

  const answers = [await shown('{ thing { text late } }'), await shown('{ thing { text late } }')];

  expect(answers).toEqual(Array(2).fill({ thing: { text: 'Rennes', late: 'Rennes' } }));
  expect(looked).toEqual({ text: 2, late: 2 });
});
