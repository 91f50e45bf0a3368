import { Excerpt } from '../../src/access/excerpt';

const hour = {
  alias: 'incident',
  column: 'declared_at',
  path: ['declaredAt'],
  type: 'timestamp with time zone',
  isKey: false,
};

function read(text: string): Date {
  return new Excerpt([hour], null).row([[text]], 0, 0)['declaredAt'] as Date;
}

test.each([
  ['2024-10-19T06:00:00+00:00', '2024-10-19T06:00:00.000Z'],
  ['2024-10-19T06:00:00.1+00:00', '2024-10-19T06:00:00.100Z'],
  ['2024-10-19T06:00:00.012+00:00', '2024-10-19T06:00:00.012Z'],
  ['2024-10-19T08:00:00.5+02:00', '2024-10-19T06:00:00.500Z'],
])('the hour %s of the database is shown as %s, and is that hour', (text, shown) => {
  expect(read(text).toISOString()).toBe(shown);
  expect(JSON.stringify(read(text))).toBe(JSON.stringify(shown));
  expect(read(text).getTime()).toBe(Date.parse(shown));
});
