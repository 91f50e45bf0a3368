import type { ReportedTimeInput } from '../api/generated';

const dayMs = 24 * 3_600_000;

/** What a field of date and time says, in Paris, as an instant. */
export function instantInParis(local: string): Date {
  const asUtc = new Date(`${local.length === 10 ? `${local}T00:00` : local}Z`);
  // Twice, since the offset at the first guess may be that of the other side of a change of clocks.
  return moved(asUtc, moved(asUtc, asUtc));
}

/** A reported time to the minute; none if the field is empty. */
export function reportedInput(local: string, words: string): ReportedTimeInput | undefined {
  if (local === '') return undefined;
  const earliest = instantInParis(local);
  const latest = new Date(earliest.getTime() + 59_999);
  return {
    earliest: earliest.toISOString(),
    latest: latest.toISOString(),
    precision: 'MINUTE',
    ...(words.trim() !== '' && { words: words.trim() }),
  };
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
