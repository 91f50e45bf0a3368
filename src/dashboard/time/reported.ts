import type { ReportedTimePartsFragment } from '../api/generated';

const zone = 'Europe/Paris';
/** Of a day, on the clock. */
const [firstMinute, lastMinute] = ['00:00', '23:59'];

interface Telling {
  readonly language: string;
  /** The year that goes without saying; null where each time says its own. */
  readonly knownYear: number | null;
}

/** As it was reported: its words, or else as fine as it is known and no finer. */
export function reportedTime(time: ReportedTimePartsFragment, telling: Telling): string {
  if (time.words) return time.words;
  const { language } = telling;
  const latest = new Date(time.latest);
  const earliest = time.earliest === null ? null : new Date(time.earliest);
  switch (time.precision) {
    case 'MINUTE':
      return `${day(latest, telling)}, ${clock(latest, language)}`;
    case 'HOUR':
      return `${day(earliest ?? latest, telling)}, ${hour(earliest ?? latest, language)}`;
    case 'PART_OF_DAY':
      return `${day(earliest ?? latest, telling)}, ${partOfDay(earliest ?? latest, language)}`;
    case 'DAY':
      return day(latest, telling);
    case 'RANGE':
      return earliest ? between(earliest, latest, telling) : by(latest, telling);
  }
}

/** The year of an instant in Paris. */
export function yearOf(instant: Date): number {
  return Number(format(instant, 'en', { year: 'numeric' }));
}

/** Days that are meant whole are told without hours that nobody reported. */
function between(earliest: Date, latest: Date, telling: Telling): string {
  const { language } = telling;
  const [first, last] = [day(earliest, telling), day(latest, telling)];
  const [from, to] = [clock(earliest, language), clock(latest, language)];
  const areWhole = from === firstMinute && to === lastMinute;
  if (first === last) {
    if (areWhole) return first;
    return from === to ? `${first}, ${from}` : `${first}, ${from} – ${to}`;
  }
  return areWhole ? `${first} – ${last}` : `${first}, ${from} – ${last}, ${to}`;
}

function by(latest: Date, telling: Telling): string {
  const [date, time] = [day(latest, telling), clock(latest, telling.language)];
  return `${telling.language === 'fr' ? 'au plus tard' : 'by'} ${date}${time === lastMinute ? '' : `, ${time}`}`;
}

function day(instant: Date, telling: Telling): string {
  return withYear(instant, telling, { weekday: 'long', day: 'numeric', month: 'long' });
}

function withYear(instant: Date, { language, knownYear }: Telling, options: Intl.DateTimeFormatOptions): string {
  const [date, year] = [format(instant, language, options), yearOf(instant)];
  return year === knownYear ? date : `${date} ${year}`;
}

/** 18:04:12, as on the clock of a crisis room. */
export function clockWithSeconds(instant: Date, language: string): string {
  return format(instant, language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

function clock(instant: Date, language: string): string {
  return format(instant, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** 20 oct. 18:04, or 20 oct. 2024 18:04 */
export function stamp(instant: Date, telling: Telling): string {
  return `${withYear(instant, telling, { day: 'numeric', month: 'short' })} ${clock(instant, telling.language)}`;
}

function hour(instant: Date, language: string): string {
  const value = format(instant, language, { hour: 'numeric', hourCycle: 'h23' }).replace(/\D/g, '');
  return language === 'fr' ? `vers ${Number(value)} h` : `about ${value}:00`;
}

function partOfDay(instant: Date, language: string): string {
  const value = Number(format(instant, 'en', { hour: 'numeric', hourCycle: 'h23' }));
  const part = value < 6 ? 0 : value < 12 ? 1 : value < 18 ? 2 : 3;
  const parts = { fr: ['nuit', 'matin', 'après-midi', 'soirée'], en: ['night', 'morning', 'afternoon', 'evening'] };
  return parts[language === 'fr' ? 'fr' : 'en'][part] ?? '';
}

function format(instant: Date, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: zone, ...options }).format(instant);
}
