/** Where an event leaves its reader in each stream that it tells of; null: it is told of that one no more. */
export type Progress = ReadonlyMap<string, { readonly number: number; readonly chainHash: string } | null>;

/** A subscriber that can be handed what others are handed, too. */
export interface Companion {
  /** The same for all who ask the same of what they follow. */
  readonly key: string;
  /** What it asks for is in the event itself: nothing is looked up for it, by anybody's rights. */
  readonly isPlain: boolean;
  /** The event as an answer, for all companions with the same key and the same rights. */
  show(event: object): Promise<Buffer>;
  /** Whether it keeps up: one that does not has got this answer, and is to travel alone from there. */
  send(answer: Buffer, progress: Progress): boolean;
}

/** For as long as a subscriber travels with others. */
export interface Journey {
  /** Resolves when it has to travel alone again. */
  readonly ended: Promise<void>;
  leave(): void;
}

/** Comes among the events of a subscription where its reader may go on together with others; who ignores it goes on alone. */
export class Junction {
  constructor(readonly join: (companion: Companion) => Journey) {}
}
