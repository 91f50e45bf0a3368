import { reportedTime, stamp } from '../../src/dashboard/time/reported';

const range = { precision: 'RANGE', words: null } as const;
const [morning, later] = ['2024-10-20T06:15:00Z', '2024-10-20T08:40:59.999Z'];
const [dayBegins, dayEnds] = ['2024-10-19T22:00:00Z', '2024-10-20T21:59:59.999Z'];

test.each([
  [morning, later, 'dimanche 20 octobre, 08:15 – 10:40', 'Sunday 20 October, 08:15 – 10:40'],
  [
    ...(['2024-10-19T20:00:00Z', later] as const),
    'samedi 19 octobre, 22:00 – dimanche 20 octobre, 10:40',
    'Saturday 19 October, 22:00 – Sunday 20 October, 10:40',
  ],
  [morning, morning, 'dimanche 20 octobre, 08:15', 'Sunday 20 October, 08:15'],
  [dayBegins, later, 'dimanche 20 octobre, 00:00 – 10:40', 'Sunday 20 October, 00:00 – 10:40'],
  [morning, dayEnds, 'dimanche 20 octobre, 08:15 – 23:59', 'Sunday 20 October, 08:15 – 23:59'],
  [null, later, 'au plus tard dimanche 20 octobre, 10:40', 'by Sunday 20 October, 10:40'],
])('a span is told with its hours: from %s to %s', (earliest, latest, french, english) => {
  expect([told({ earliest, latest }, 'fr'), told({ earliest, latest }, 'en')]).toEqual([french, english]);
});

test.each([
  [dayBegins, dayEnds, 'dimanche 20 octobre', 'Sunday 20 October'],
  [
    ...(['2024-10-18T22:00:00Z', dayEnds] as const),
    'samedi 19 octobre – dimanche 20 octobre',
    'Saturday 19 October – Sunday 20 October',
  ],
  [null, dayEnds, 'au plus tard dimanche 20 octobre', 'by Sunday 20 October'],
])('a span of whole days is told without hours that nobody reported: from %s to %s', (...given) => {
  const [earliest, latest, french, english] = given;

  expect([told({ earliest, latest }, 'fr'), told({ earliest, latest }, 'en')]).toEqual([french, english]);
});

test.each([
  ['HOUR', morning, 'dimanche 20 octobre, vers 8 h', 'Sunday 20 October, about 08:00'],
  ['DAY', dayBegins, 'dimanche 20 octobre', 'Sunday 20 October'],
  ['PART_OF_DAY', '2024-10-20T03:59:00Z', 'dimanche 20 octobre, nuit', 'Sunday 20 October, night'],
  ['PART_OF_DAY', '2024-10-20T04:00:00Z', 'dimanche 20 octobre, matin', 'Sunday 20 October, morning'],
  ['PART_OF_DAY', '2024-10-20T10:00:00Z', 'dimanche 20 octobre, après-midi', 'Sunday 20 October, afternoon'],
  ['PART_OF_DAY', '2024-10-20T16:00:00Z', 'dimanche 20 octobre, soirée', 'Sunday 20 October, evening'],
] as const)('what is known to the %s is told no finer: from %s', (precision, earliest, french, english) => {
  const time = { precision, earliest, latest: dayEnds, words: null };

  const tellings = ['fr', 'en'].map((language) => reportedTime(time, { language, knownYear: 2024 }));

  expect(tellings).toEqual([french, english]);
});

test('a span that was reported in words is told in these', () => {
  const time = { ...range, earliest: morning, latest: later, words: 'dans la matinée' };

  expect(reportedTime(time, { language: 'fr', knownYear: null })).toBe('dans la matinée');
});

test('a year is told unless it is the one that goes without saying, which is that of Paris', () => {
  const newYear = '2024-12-31T23:30:00Z';
  const time = { earliest: newYear, latest: newYear, precision: 'MINUTE', words: null } as const;

  expect(reportedTime(time, { language: 'fr', knownYear: 2024 })).toBe('mercredi 1 janvier 2025, 00:30');
  expect(reportedTime(time, { language: 'fr', knownYear: 2025 })).toBe('mercredi 1 janvier, 00:30');
  expect(stamp(new Date(newYear), { language: 'en', knownYear: 2024 })).toBe('1 Jan 2025 00:30');
  expect(stamp(new Date(newYear), { language: 'en', knownYear: null })).toBe('1 Jan 2025 00:30');
  expect(stamp(new Date(newYear), { language: 'fr', knownYear: 2025 })).toBe('1 janv. 00:30');
});

test('a span from one year into the next says both, even from a day to the same one', () => {
  const time = { ...range, earliest: '2023-10-20T06:15:00Z', latest: later };

  expect(reportedTime(time, { language: 'en', knownYear: null })).toBe(
    'Friday 20 October 2023, 08:15 – Sunday 20 October 2024, 10:40',
  );
});

function told({ earliest, latest }: { earliest: string | null; latest: string }, language: string): string {
  return reportedTime({ ...range, earliest, latest }, { language, knownYear: 2024 });
}
