import type { ReportedTimePartsFragment } from '../api/generated';

const zone = 'Europe/Paris';

/** As it was reported: its words, or else as fine as it is known and no finer. */
export function reportedTime(time: ReportedTimePartsFragment, language: string): string {
  if (time.words) return time.words;
  const latest = new Date(time.latest);
  const earliest = time.earliest === null ? null : new Date(time.earliest);
  switch (time.precision) {
    case 'MINUTE':
      return `${day(latest, language)}, ${clock(latest, language)}`;
    case 'HOUR':
      return `${day(earliest ?? latest, language)}, ${hour(earliest ?? latest, language)}`;
    case 'PART_OF_DAY':
      return `${day(earliest ?? latest, language)}, ${partOfDay(earliest ?? latest, language)}`;
    case 'DAY':
      return day(latest, language);
    case 'RANGE':
      return earliest ? `${day(earliest, language)} – ${day(latest, language)}` : `≤ ${day(latest, language)}`;
  }
}

export function day(instant: Date, language: string): string {
  return format(instant, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** 18:04:12, as on the clock of a crisis room. */
export function clockWithSeconds(instant: Date, language: string): string {
  return format(instant, language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

export function clock(instant: Date, language: string): string {
  return format(instant, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** 20 oct. 18:04 */
export function stamp(instant: Date, language: string): string {
  return `${format(instant, language, { day: 'numeric', month: 'short' })} ${clock(instant, language)}`;
}

function hour(instant: Date, language: string): string {
  const value = format(instant, language, { hour: 'numeric', hourCycle: 'h23' }).replace(/\D/g, '');
  return language === 'fr' ? `vers ${value} h` : `about ${value}:00`;
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
