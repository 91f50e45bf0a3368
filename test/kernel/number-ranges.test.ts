import { fromMultirange, NumberRanges, toMultirange } from '../../src/kernel/number-ranges';

test.each<[string, number[], string]>([
  ['nothing', [], '{}'],
  ['numbers that follow each other', [1, 2, 3], '{[1,3]}'],
  ['a number again', [1, 2, 2, 1], '{[1,2]}'],
  ['gaps', [1, 2, 5], '{[1,2],[5,5]}'],
  ['numbers in any order', [5, 3, 4, 1], '{[1,1],[3,5]}'],
])('%s are kept as ranges', (_case, numbers, expected) => {
  const ranges = rangesOf(numbers);

  expect(toMultirange(ranges.all())).toBe(expected);
});

test('numbers that come from far apart take no more room than their ranges', () => {
  const backwards = Array.from({ length: 10_000 }, (_, index) => 10_000 - index);

  const ranges = rangesOf(backwards);

  expect(ranges.size).toBeLessThan(130);
  expect(ranges.all()).toEqual([{ from: 1, to: 10_000 }]);
});

test('ranges are added to ranges', () => {
  const ranges = rangesOf([1, 2, 9]);

  ranges.addAll(rangesOf([3, 8]));

  expect(ranges.all()).toEqual([
    { from: 1, to: 3 },
    { from: 8, to: 9 },
  ]);
});

test('PostgreSQL leaves out the upper bound', () => {
  expect(fromMultirange('{[1,4),[7,8)}')).toEqual([
    { from: 1, to: 3 },
    { from: 7, to: 7 },
  ]);
  expect(fromMultirange('{}')).toEqual([]);
});

function rangesOf(numbers: readonly number[]): NumberRanges {
  const ranges = new NumberRanges();
  for (const number of numbers) ranges.add(number);
  return ranges;
}
