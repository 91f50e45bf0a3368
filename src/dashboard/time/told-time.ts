const precisions = ['MINUTE', 'HOUR', 'PART_OF_DAY', 'DAY', 'RANGE'] as const;

/** A reported time, as queries give it. */
export interface ToldTime {
  readonly earliest: string | null;
  readonly latest: string;
  readonly precision: (typeof precisions)[number];
  readonly words: string | null;
}

/** Reads a reported time as the changes of an entry word it; one instant alone is to the minute. */
export function toldTime(text: string): ToldTime | null {
  const [, from, latest = text, called = 'MINUTE', words = null] =
    /^(?:([^/ ]+)\/)?([^/ ]+) \(([A-Z_]+)(?:: (.*))?\)$/s.exec(text) ?? [];
  const precision = precisions.find((one) => one === called);
  if (precision === undefined || Number.isNaN(Date.parse(latest))) return null;
  return { earliest: from === '..' ? null : (from ?? latest), latest, precision, words };
}
