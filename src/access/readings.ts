import { NumberRanges } from '../kernel/number-ranges';
import type { Marking, Tlp } from './marking';
import type { Viewer } from './viewer';

/** What was read of an incident: an entry by its number, anything else by its type and key. */
export interface Reading {
  readonly incidentId: string;
  readonly marking: Marking;
  readonly what: number | { readonly type: string; readonly key: string };
}

/** What was read of one originator in one incident; many may hold the same one, so it does not change. */
export interface Handful {
  /** Tells it from those of other originators and incidents. */
  readonly place: string;
  readonly incidentId: string;
  readonly originatorId: string;
  /** Numbers. */
  readonly entries: NumberRanges;
  /** `type:key`. */
  readonly things: ReadonlySet<string>;
}

interface Gathered extends Handful {
  readonly things: Set<string>;
}

/** What is kept of readings, taken together once, however many were handed the same. */
export function handfulsOf(readings: readonly Reading[]): Handful[] {
  const handfuls = new Map<string, Gathered>();
  let last: Gathered | undefined;
  for (const reading of readings) {
    if (!kept.has(reading.marking.tlp)) continue;
    // Rows of one incident mostly come one after the other.
    if (!last || !isOf(reading, last)) last = placeAmong(handfuls, reading);
    const { what } = reading;
    if (typeof what === 'number') last.entries.add(what);
    else last.things.add(`${what.type}:${what.key}`);
  }
  return [...handfuls.values()];
}

function isOf({ incidentId, marking }: Reading, handful: Handful): boolean {
  return handful.incidentId === incidentId && handful.originatorId === marking.originator;
}

function placeAmong(handfuls: Map<string, Gathered>, { incidentId, marking }: Reading): Gathered {
  const originatorId = marking.originator;
  const place = `${originatorId} ${incidentId}`;
  const known = handfuls.get(place);
  if (known) return known;
  const one = { place, originatorId, incidentId, entries: new NumberRanges(), things: new Set<string>() };
  handfuls.set(place, one);
  return one;
}

/** Who can be said to have read something. */
export type Reader = Extract<Viewer, { kind: 'person' | 'system' }>;

/** Hears of what readers were handed under a marking that counts. */
export interface Readings {
  note(reader: Reader, read: readonly Handful[]): void;
  /** Who notes many readings at a time is called before what was read is written; the answer ends that. */
  beforeWriting(gather: () => void): () => void;
}

/** The labels under which it is kept who read what. */
const kept: ReadonlySet<Tlp> = new Set<Tlp>(['TLP_AMBER', 'TLP_AMBER_STRICT', 'TLP_RED']);

export function isReader(viewer: Viewer): viewer is Reader {
  return viewer.kind === 'person' || viewer.kind === 'system';
}
