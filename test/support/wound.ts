import type { Clock } from '../../src/kernel/clock';

/** A clock that a test puts forward. */
export class Wound implements Clock {
  offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }
}
