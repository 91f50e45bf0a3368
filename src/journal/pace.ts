/** When to look at the record again. */
export interface Pace {
  /** What was found is about to be delivered, within this turn of the event loop. */
  begin(): void;
  whenRested(look: () => void): void;
}

export const unhurried: Pace = { begin: () => undefined, whenRested: (look) => void setImmediate(look) };

/** Who has thousands to write to is not kept from writing by being late: a rest grows no longer than this. */
const longestMs = 50;

/**
 * As much rest as work: after a delivery, the next look waits as long as it took to deliver, so that what is written
 * meanwhile goes out together. Whoever was idle looks at once.
 */
export class Resting implements Pace {
  private restedAt = 0;

  begin(): void {
    const began = performance.now();
    setImmediate(() => {
      const now = performance.now();
      this.restedAt = now + Math.min(now - began, longestMs);
    });
  }

  whenRested(look: () => void): void {
    // What has just been found is delivered before this turn of the event loop ends.
    setImmediate(() => {
      const left = this.restedAt - performance.now();
      if (left < 1) look();
      else setTimeout(look, left);
    });
  }
}
