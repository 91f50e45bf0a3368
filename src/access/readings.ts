import type { Marking, Tlp } from './marking';
import type { Viewer } from './viewer';

/** What was read of an incident: an entry by its number, anything else by its type and key. */
export interface Reading {
  readonly incidentId: string;
  readonly marking: Marking;
  readonly what: number | { readonly type: string; readonly key: string };
}

/** Who can be said to have read something. */
export type Reader = Extract<Viewer, { kind: 'person' | 'system' }>;

/** Hears of what readers were handed under a marking that counts. */
export interface Readings {
  note(reader: Reader, reading: Reading): void;
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
