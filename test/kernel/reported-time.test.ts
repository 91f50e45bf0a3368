import {
  exactly,
  ReportedTimeInput,
  reportedTime,
  reportedTimeOrNone,
  type TimePrecision,
} from '../../src/kernel/reported-time';
import { DateTime } from '../../src/kernel/scalars';

const noon = new Date('2024-10-19T12:00:00Z');
const evening = new Date('2024-10-19T18:00:00Z');
const reported = (fields: Partial<ReportedTimeInput>): ReportedTimeInput =>
  Object.assign(new ReportedTimeInput(), { latest: evening, precision: 'RANGE', ...fields });

test.each<[TimePrecision, boolean]>([
  ['MINUTE', false],
  ['HOUR', false],
  ['PART_OF_DAY', false],
  ['DAY', true],
  ['RANGE', true],
])('a time to the precision %s without its earliest instant: %s', (precision, isGood) => {
  expect(reported({ precision }).fault()).toEqual(isGood ? undefined : expect.objectContaining({ field: 'earliest' }));
});

test('the earliest instant is not after the latest one, and may be the same', () => {
  expect(reported({ earliest: evening, latest: noon }).fault()).toMatchObject({ field: 'earliest' });
  expect(reported({ earliest: noon, latest: evening }).fault()).toBeUndefined();
  expect(reported({ earliest: noon, latest: noon }).fault()).toBeUndefined();
});

test('what is left out is stored as nothing', () => {
  expect(reportedTime(reported({}))).toEqual({ earliest: null, latest: evening, precision: 'RANGE', words: null });
  expect([reportedTimeOrNone(null), reportedTimeOrNone(undefined)]).toEqual([null, null]);
});

test('what happens now is known to the minute', () => {
  expect(exactly(noon)).toEqual({ earliest: noon, latest: noon, precision: 'MINUTE', words: null });
});

test.each([
  ['2024-10-19T08:00:00+02:00', '2024-10-19T06:00:00.000Z'],
  ['2024-10-19T06:00:00Z', '2024-10-19T06:00:00.000Z'],
  ['2024-10-27T02:30:00+02:00', '2024-10-27T00:30:00.000Z'],
  ['2024-10-27T02:30:00+01:00', '2024-10-27T01:30:00.000Z'],
  ['2024-10-19T06:00:00.123456Z', '2024-10-19T06:00:00.123Z'],
  ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000Z'],
])('the instant %s is shown as %s', (text, shown) => {
  expect(DateTime.serialize(DateTime.parseValue(text))).toBe(shown);
});

test.each([
  '2024-10-19T08:00:00',
  '2024-10-19',
  '19/10/2024 08:00',
  '2024-10-19T08:00+02:00x',
  '2024-02-30T08:00:00Z',
  '1899-12-31T23:59:59Z',
  '2200-01-01T00:00:00Z',
  '',
  0,
  true,
  null,
  ['2024-10-19T08:00:00Z'],
])('%j is not an instant', (value) => {
  expect(() => DateTime.parseValue(value)).toThrow();
});
