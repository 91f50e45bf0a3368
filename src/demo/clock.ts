import type { Clock } from '../kernel/clock';

/** A clock that is set to the hours of a scenario, and runs on from there at the usual pace. */
export class DemoClock implements Clock {
  offset = 0;

  constructor(start: string | Date) {
    this.moveTo(start);
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  moveTo(hour: string | Date): void {
    this.offset = new Date(hour).getTime() - Date.now();
  }
}
