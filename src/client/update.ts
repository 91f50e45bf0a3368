/** A place in the journal of one incident: after that line, which had that chain hash. Keep it; it is how one resumes. */
export interface Position {
  readonly incidentId: string;
  /** 0 is the place before line 1. */
  readonly number: number;
  /** 64 hexadecimal digits. */
  readonly chainHash: string;
}

interface Line {
  readonly number: number;
  readonly contentHash: string;
  readonly chainHash: string;
}

/** A line whose entry is above the rights of this reader: that it is there, and nothing of what it says. */
export interface SealedLine extends Line {
  readonly __typename: 'SealedEntry';
}

/** A line with its entry; beside these fields it has those that `fields` asks for. */
export type EntryLine<Fields> = Line & { readonly __typename: 'JournalEntry'; readonly id: string } & Fields;

/** What `fields` asks for when it is not given. */
export interface StandardFields {
  /** UTC. */
  readonly recordedAt: string;
  readonly kind: string;
  readonly category: string;
  readonly text: string | null;
  readonly subjectId: string | null;
  readonly marking: { readonly label: string };
  readonly author: { readonly personName: string | null; readonly stakeholderName: string };
  readonly changes: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[];
}

/** Lines that follow one another, and follow the position that was held: each comes once. */
export interface LinesUpdate<Fields> {
  readonly kind: 'lines';
  readonly incidentId: string;
  /** None in the first update of an incident that is followed from now on. */
  readonly lines: readonly (EntryLine<Fields> | SealedLine)[];
  readonly head: Position;
  /** The journal ended here, as of `asOf`. */
  readonly caughtUp: boolean;
  /** UTC. */
  readonly asOf: Date;
}

/** A sign of life: nothing was missed as of then. */
export interface UpToDate {
  readonly kind: 'upToDate';
  readonly asOf: Date;
}

/** Nothing more comes of this incident, unless its reader is involved again: its position is forgotten. */
export interface Ended {
  readonly kind: 'ended';
  readonly incidentId: string;
  /** `NOT_FOLLOWED`, or `WITHDRAWN`: drop what is held of it. */
  readonly reason: string;
}

/** The journal is not the one that the position was of, as after a restored database: query the incident again. */
export interface Reset {
  readonly kind: 'reset';
  readonly incidentId: string;
  /** `BEYOND_HEAD` or `HASH_MISMATCH`. */
  readonly reason: string;
  /** Where the journal goes on. */
  readonly head: Position;
}

export type Update<Fields = StandardFields> = LinesUpdate<Fields> | UpToDate | Ended | Reset;
