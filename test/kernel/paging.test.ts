import { connection, countLimit, type Page, type PageArgs, pageRequest, type SortKey } from '../../src/kernel/paging';

const byNumber: SortKey[] = [{ type: 'integer' }];
const byTime: SortKey[] = [{ type: 'timestamptz' }, { type: 'uuid' }];
const id = '01928374-aaaa-7bbb-8ccc-0123456789ab';

test('without a size a page has fifty, from the start', () => {
  expect(pageRequest({}, byNumber)).toEqual({ direction: 'forward', limit: 50, after: null, before: null });
});

test('the last ones are read backwards', () => {
  expect(pageRequest({ last: 3 }, byNumber)).toMatchObject({ direction: 'backward', limit: 3 });
});

test.each<[string, PageArgs]>([
  ['first', { first: -1 }],
  ['first', { first: 501 }],
  ['last', { last: -1 }],
  ['last', { last: 501 }],
  ['last', { first: 1, last: 1 }],
])('the fault lies with `%s`: %j', (inputPath, args) => {
  expect(() => pageRequest(args, byNumber)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', details: { inputPath: [inputPath] } }),
  );
});

test.each<[readonly string[], readonly SortKey[]]>([
  [['0'], byNumber],
  [['2147483647'], byNumber],
  [['2024-10-19 06:00:00+00', id], byTime],
  [['2024-10-19 06:00:00.25+00', id], byTime],
  [['2024-02-29 23:59:59.999+00', id], byTime],
  [['3'], [{ type: 'smallint' }]],
  [['É, "x"'], [{ type: 'text' }]],
])('a cursor of %j is read again as it was given', (key, keys) => {
  const { pageInfo } = connection(aPage([key]), (row) => row);

  expect(pageRequest({ after: pageInfo.endCursor }, keys).after).toEqual(key);
});

test.each<[readonly unknown[], readonly SortKey[]]>([
  [['1', '2'], byNumber],
  [[], byNumber],
  [[1], byNumber],
  [['-1'], byNumber],
  [['01'], byNumber],
  [['1.5'], byNumber],
  [['2147483648'], byNumber],
  [['40000'], [{ type: 'smallint' }]],
  [['now', id], byTime],
  [['infinity', id], byTime],
  [['2024-02-30 00:00:00+00', id], byTime],
  [['2024-10-19 25:00:00+00', id], byTime],
  [['2024-10-19 06:00:00+02', id], byTime],
  [['2024-10-19 06:00:00+00', id.toUpperCase()], byTime],
  [['2024-10-19 06:00:00+00', "x'; --"], byTime],
  [['a\0b'], [{ type: 'text' }]],
  [['\ud83d'], [{ type: 'text' }]],
  [['x'.repeat(201)], [{ type: 'text' }]],
])('a cursor of %j is not one of the list', (key, keys) => {
  const after = Buffer.from(JSON.stringify(key)).toString('base64url');

  expect(() => pageRequest({ after }, keys)).toThrow(expect.objectContaining({ details: { inputPath: ['after'] } }));
});

test('a count is exact up to the limit, and says where it is not', async () => {
  const exact = connection({ ...aPage([]), count: async () => countLimit }, (row) => row);
  const capped = connection({ ...aPage([]), count: async () => countLimit + 1 }, (row) => row);

  expect([await exact.totalCount, await exact.totalCountIsExact]).toEqual([countLimit, true]);
  expect([await capped.totalCount, await capped.totalCountIsExact]).toEqual([countLimit, false]);
});

test('a list is counted once, and only if it is asked for', async () => {
  let counted = 0;
  const shown = connection({ ...aPage([]), count: async () => ++counted }, (row) => row);
  const before = counted;

  await Promise.all([shown.totalCount, shown.totalCountIsExact, shown.totalCount]);

  expect([before, counted]).toEqual([0, 1]);
});

function aPage(keys: readonly (readonly string[])[]): Page<string> {
  return {
    rows: keys.map(() => 'row'),
    keys,
    hasNextPage: false,
    hasPreviousPage: false,
    count: () => Promise.reject(new Error('Nobody asked.')),
  };
}
