import { NumberRanges } from '../kernel/number-ranges';
import type { Marking, Tlp } from './marking';
import type { Viewer } from './viewer';

/** What was read of an incident: an entry by its number, anything else by its type and key. */
export interface Reading {
  readonly incidentId: string;
  readonly marking: Marking;
  readonly what: number | { readonly type: string; readonly key: string };
}

/** What was read of one originator in one incident. */
export interface Handful {
  readonly incidentId: string;
  readonly originatorId: string;
  /** Numbers. */
  readonly entries: NumberRanges;
  /** `type:key`. */
  readonly things: ReadonlySet<string>;
}

/** Taken together once, however many were handed the same. */
export function handfulsOf(readings: readonly Reading[]): Handful[] {
  const handfuls = new Map<
    string,
    { originatorId: string; incidentId: string; entries: NumberRanges; things: Set<string> }
  >();
  for (const { incidentId, marking, what } of readings) {
    const place = `${marking.originator} ${incidentId}`;
    let one = handfuls.get(place);
    if (!one) {
      one = { originatorId: marking.originator, incidentId, entries: new NumberRanges(), things: new Set() };
      handfuls.set(place, one);
    }
    if (typeof what === 'number') one.entries.add(what);
    else one.things.add(`${what.type}:${what.key}`);
  }
  return [...handfuls.values()];
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

export function isKept({ marking }: Reading): boolean {
  return kept.has(marking.tlp);
}

export function isReader(viewer: Viewer): viewer is Reader {
  return viewer.kind === 'person' || viewer.kind === 'system';
}
