import type { ReportedTimeInput } from '../api/generated';

const dayMs = 24 * 3_600_000;

/** What a field of date and time says, in Paris, as an instant. */
export function instantInParis(local: string): Date {
  const asUtc = new Date(`${local.length === 10 ? `${local}T00:00` : local}Z`);
  // Twice, since the offset at the first guess may be that of the other side of a change of clocks.
  return moved(asUtc, moved(asUtc, asUtc));
}

export const precisions = ['MINUTE', 'HOUR', 'PART_OF_DAY', 'DAY', 'RANGE'] as const;
export type Precision = (typeof precisions)[number];

/** As the fields of a form have it, on the clocks of Paris. */
export interface ReportedFields {
  readonly occurred: string;
  readonly precision: string;
  readonly words: string;
  /** Of a range: its end. */
  readonly until: string;
}

/** A reported time under its name, no finer than it is known; nothing if the field is empty. */
export function reported<Key extends string>(key: Key, fields: ReportedFields): { [K in Key]?: ReportedTimeInput } {
  const time = reportedInput(fields);
  return (time ? { [key]: time } : {}) as { [K in Key]?: ReportedTimeInput };
}

function reportedInput(fields: ReportedFields): ReportedTimeInput | undefined {
  const precision = fields.precision as Precision;
  const known = precision === 'RANGE' ? fields.until : fields.occurred;
  if (known === '') return undefined;
  const [from, to] = precision === 'RANGE' ? [fields.occurred, known] : within(known, precision);
  const words = fields.words.trim();
  return {
    ...(from !== '' && { earliest: instantInParis(from).toISOString() }),
    latest: new Date(instantInParis(to).getTime() + 59_999).toISOString(),
    precision,
    ...(words !== '' && { words }),
  };
}

/** The first and the last minute of what is meant, on the clocks of Paris. */
function within(local: string, precision: Exclude<Precision, 'RANGE'>): readonly [string, string] {
  const [day = '', time = '00:00'] = local.split('T');
  const hour = Number(time.slice(0, 2));
  switch (precision) {
    case 'MINUTE':
      return [local, local];
    case 'HOUR':
      return [`${day}T${twoDigits(hour)}:00`, `${day}T${twoDigits(hour)}:59`];
    case 'PART_OF_DAY': {
      // Night, morning, afternoon, evening.
      const begins = hour - (hour % 6);
      return [`${day}T${twoDigits(begins)}:00`, `${day}T${twoDigits(begins + 5)}:59`];
    }
    case 'DAY':
      return [`${day}T00:00`, `${day}T23:59`];
  }
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}

function moved(local: Date, near: Date): Date {
  return new Date(local.getTime() - offsetAt(near));
}

function offsetAt(instant: Date): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Paris',
    ...{ hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  }).formatToParts(instant);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'));
  return ((shown - Math.floor(instant.getTime() / 60_000) * 60_000 + dayMs / 2) % dayMs) - dayMs / 2;
}
