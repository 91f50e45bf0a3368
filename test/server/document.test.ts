import { buildSchema } from 'graphql';
import { readLimits } from '../../src/kernel/limits';
import { Documents } from '../../src/server/document';

const { limits } = readLimits({});
const documents = () =>
  new Documents({ schema: buildSchema('type Query { a: Int }'), limits, introspection: 'nobody' });

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
