import type { Handful, Reader } from '../access/readings';
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
export interface Unwritten extends Span {
  readonly operation: ReadingOperation;
  readonly id: string;
  /** As it was handed out first: most of what is read is read once. */
  readonly first: Handful;
  /** All of it, if there is more. */
  all: All | undefined;
  /** How many pieces it takes to keep it. */
  pieces: number;
  ticks: number;
}

/** When the first and the last of it were read, as ISO 8601 has it. */
interface Span {
  from: string;
  to: string;
}

interface All {
  readonly entries: NumberRanges;
  readonly things: Set<string>;
}

export function operationOf(reader: Reader, means: ReadMeans): ReadingOperation {
  return { id: newId(), reader, means, isOpen: means === 'SUBSCRIPTION', unwritten: new Map() };
}

export function unwrittenOf(operation: ReadingOperation, first: Handful, now: string): Unwritten {
  const pieces = piecesOf(first);
  return { operation, id: newId(), first, all: undefined, from: now, to: now, pieces, ticks: 0 };
}

/** Adds what was read before or after it. */
export function absorb(
  one: Unwritten,
  { entries, things, from, to }: Pick<Handful, 'entries' | 'things'> & Span,
): void {
  if (from < one.from) one.from = from;
  if (to > one.to) one.to = to;
  one.all ??= copyOf(one.first);
  one.all.entries.addAll(entries);
  for (const thing of things) one.all.things.add(thing);
  one.pieces = piecesOf(one.all);
}

function piecesOf({ entries, things }: Pick<Handful, 'entries' | 'things'>): number {
  return 1 + entries.size + things.size;
}

function copyOf({ entries, things }: Handful): All {
  const own = { entries: new NumberRanges(), things: new Set(things) };
  own.entries.addAll(entries);
  return own;
}

export function stored({ operation, id, first, all, from, to }: Unwritten): KeptReading {
  const { reader, means } = operation;
  const { entries, things } = all ?? first;
  return {
    id,
    operation_id: operation.id,
    means,
    read_from: from,
    read_to: to,
    person_id: reader.kind === 'person' ? reader.personId : null,
    stakeholder_id: reader.stakeholderId,
    originator_id: first.originatorId,
    incident_id: first.incidentId,
    entries: toMultirange(entries.all()),
    things: [...things],
  };
}
