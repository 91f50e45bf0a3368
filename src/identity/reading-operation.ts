import type { Reader } from '../access/readings';
import type { KeptReading } from '../journal/bookkeeping';
import { newId } from '../kernel/ids';
import { NumberRanges, toMultirange } from '../kernel/number-ranges';
import type { ReadMeans } from './read-record';

/** One operation of one reader, by the viewer object that the server made for it. */
export interface ReadingOperation {
  readonly id: string;
  readonly reader: Reader;
  readonly means: ReadMeans;
  isOpen: boolean;
  /** What is not written yet, by originator and incident. */
  readonly unwritten: Map<string, Unwritten>;
}

/** What an operation was handed of one originator and incident, until it is written. */
export interface Unwritten {
  readonly operation: ReadingOperation;
  readonly place: string;
  readonly id: string;
  readonly originatorId: string;
  readonly incidentId: string;
  readonly from: Date;
  to: Date;
  readonly entries: NumberRanges;
  readonly things: Set<string>;
  ticks: number;
}

export function operationOf(reader: Reader, means: ReadMeans): ReadingOperation {
  return { id: newId(), reader, means, isOpen: means === 'SUBSCRIPTION', unwritten: new Map() };
}

export function unwrittenOf(
  operation: ReadingOperation,
  { originatorId, incidentId, now }: { originatorId: string; incidentId: string; now: Date },
): Unwritten {
  const place = placeOf(originatorId, incidentId);
  const empty = { entries: new NumberRanges(), things: new Set<string>(), ticks: 0 };
  return { operation, place, id: newId(), originatorId, incidentId, from: now, to: now, ...empty };
}

export function placeOf(originatorId: string, incidentId: string): string {
  return `${originatorId} ${incidentId}`;
}

/** How many pieces it takes to keep it. */
export function sizeOf({ entries, things }: Unwritten): number {
  return 1 + entries.size + things.size;
}

/** Adds what was read after it. */
export function absorb(
  one: Unwritten,
  { entries, things, to }: { entries: NumberRanges; things: ReadonlySet<string>; to: Date },
): void {
  one.to = to;
  one.entries.addAll(entries);
  for (const thing of things) one.things.add(thing);
}

export function stored({ operation, id, originatorId, incidentId, from, to, entries, things }: Unwritten): KeptReading {
  const { reader, means } = operation;
  return {
    id,
    operation_id: operation.id,
    means,
    read_from: from,
    read_to: to,
    person_id: reader.kind === 'person' ? reader.personId : null,
    stakeholder_id: reader.stakeholderId,
    originator_id: originatorId,
    incident_id: incidentId,
    entries: toMultirange(entries.all()),
    things: [...things],
  };
}
