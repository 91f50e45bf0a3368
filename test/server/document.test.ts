import { buildSchema, type DocumentNode } from 'graphql';
import type { Viewer } from '../../src/access/viewer';
import { readLimits } from '../../src/kernel/limits';
import { Documents, type Examined } from '../../src/server/document';
import { isWithin } from '../../src/server/variables-size';

const { limits } = readLimits({});
const schema = buildSchema('input Pair { left: Int } type Query { a: Int b(n: Int): Int c(p: Pair): Int }');
const documents = () => new Documents({ schema, limits, introspection: 'nobody' });
const faultsIn = (examined: Examined) => ('faults' in examined ? examined.faults : []);

test('a text that comes again is not parsed again', () => {
  const kept = documents();

  expect(kept.parse('{ a }')).toBe(kept.parse('{ a }'));
});

test('texts are kept up to half a million characters, the last ones longest', () => {
  const kept = documents();
  const text = (index: number) => `{ a } # ${index} ${'x'.repeat(40_000)}`;
  const first = kept.parse(text(0));
  const second = kept.parse(text(1));

  for (let index = 2; index < 13; index++) kept.parse(text(index));

  expect(kept.parse(text(1))).toBe(second);
  expect(kept.parse(text(0))).not.toBe(first);
});

test('only what the engine suggests is kept from anonymous readers, however often a variable speaks of suggestions', () => {
  const kept = documents();
  const document = kept.parse('query ($p: Pair) { c(p: $p) }') as DocumentNode;
  const said = ' Did you mean '.repeat(500);
  const messageFor = (viewer: Viewer) =>
    faultsIn(kept.examine({ document, variables: { p: { lefft: said } } }, viewer))[0]?.message ?? '';

  const [told, shortened] = [messageFor({ kind: 'system', stakeholderId: 'any' }), messageFor({ kind: 'anonymous' })];

  expect(told).toMatch(/ Did you mean "left"\?$/);
  expect(`${shortened} Did you mean "left"?`).toBe(told);
});

test('of what is wrong in variables the first ten faults are told', () => {
  const kept = documents();
  const document = kept.parse('query ($p: Pair) { c(p: $p) }') as DocumentNode;
  const p = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, index]));

  const faults = faultsIn(kept.examine({ document, variables: { p } }, { kind: 'anonymous' }));

  expect(faults).toHaveLength(11);
  expect(faults[10]?.message).toMatch(/^Too many errors processing variables/);
});

test('of variables that are large only the first fault is told, since each quotes them', () => {
  const kept = documents();
  const document = kept.parse('query ($p: Pair) { c(p: $p) }') as DocumentNode;
  const p = Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`k${index.toString(36)}`, 1]));

  const faults = faultsIn(kept.examine({ document, variables: { p } }, { kind: 'anonymous' }));

  expect(faults).toHaveLength(2);
  expect(faults[0]?.message).toMatch(/Field "k0" is not defined by type "Pair"\.$/);
  expect(faults[1]?.message).toMatch(/^Too many errors processing variables/);
});

test('a list that is too long is not read', () => {
  const list = Object.defineProperty([], 100, {
    enumerable: true,
    get() {
      throw new Error('It was read.');
    },
  });

  expect(isWithin(100, { list })).toBe(false);
});
