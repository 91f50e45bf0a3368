import { badInput } from '../kernel/errors';
import type { ReportedTime } from '../kernel/reported-time';
import type { Change } from './journal';

type Value = string | number | boolean | Date | ReportedTime | readonly string[] | null | undefined;

/** One change as the journal tells it. */
export function change(field: string, before: Value, after: Value): Change {
  return { field, old: inWords(before), new: inWords(after) };
}

/** The fields of `after` that differ from `before`, and nothing where nothing does. */
export function changesBetween(before: object, after: object): Change[] {
  return Object.entries(after)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => change(field, (before as Record<string, Value>)[field], value as Value))
    .filter((one) => one.old !== one.new);
}

/** As `changesBetween`, for a command that must change something. */
export function requiredChanges(before: object, after: object): Change[] {
  return required(changesBetween(before, after));
}

/** Refuses a command that would change nothing. */
export function required(changes: Change[]): Change[] {
  if (changes.length === 0) throw badInput('Nothing would change: every value given is already so.', 'input');
  return changes;
}

/** The fields that were given; null counts as left out, for what cannot be empty. */
export function given<Patch extends object>(
  patch: Patch,
): { [Key in keyof Patch]?: Exclude<Patch[Key], undefined | null> } {
  return Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined && value !== null),
  ) as never;
}

/** The fields that were given; null empties, for what may be empty. */
export function givenOrEmptied<Patch extends object>(
  patch: Patch,
): { [Key in keyof Patch]?: Exclude<Patch[Key], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never;
}

function inWords(value: Value): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? null : [...value].join(', ');
  if (typeof value === 'object') return timeInWords(value as ReportedTime);
  return String(value);
}

function timeInWords({ earliest, latest, precision, words }: ReportedTime): string {
  const from = earliest?.getTime() === latest.getTime() ? '' : `${earliest?.toISOString() ?? '..'}/`;
  return `${from}${latest.toISOString()} (${precision}${words === null ? '' : `: ${words}`})`;
}
