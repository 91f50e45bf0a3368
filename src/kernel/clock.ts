/**
 * The hour of the record. The database's clock is the only one that counts; `offset` shifts it, so that a scenario of
 * October 2024 can be told today. It is 0 everywhere but in a demo.
 */
export interface Clock {
  /** Milliseconds added to the database's time. */
  readonly offset: number;
  now(): Date;
}

export const systemClock: Clock = { offset: 0, now: () => new Date() };
