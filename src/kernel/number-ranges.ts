export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

const tidyAt = 64;

/** A set of whole numbers that mostly come one after the other. */
export class NumberRanges {
  private ranges: { from: number; to: number }[] = [];
  private tidyAt = tidyAt;

  /** How many pieces it takes to keep it. */
  get size(): number {
    return this.ranges.length;
  }

  add(number: number): void {
    this.addRange(number, number);
  }

  addAll({ ranges }: NumberRanges): void {
    for (const { from, to } of ranges) this.addRange(from, to);
  }

  private addRange(from: number, to: number): void {
    const last = this.ranges.at(-1);
    if (last && from <= last.to + 1 && to >= last.from - 1) {
      last.from = Math.min(last.from, from);
      last.to = Math.max(last.to, to);
      return;
    }
    this.ranges.push({ from, to });
    if (this.ranges.length >= this.tidyAt) this.tidy();
  }

  /** In their order, none touching another. */
  all(): readonly NumberRange[] {
    this.tidy();
    return this.ranges;
  }

  private tidy(): void {
    const merged: { from: number; to: number }[] = [];
    for (const range of this.ranges.sort((one, other) => one.from - other.from)) {
      const last = merged.at(-1);
      if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
      else merged.push(range);
    }
    this.ranges = merged;
    // What does not merge is not sorted again for each number that is added.
    this.tidyAt = Math.max(tidyAt, 2 * merged.length);
  }
}

/** As PostgreSQL reads an `int4multirange`. */
export function toMultirange(ranges: readonly NumberRange[]): string {
  return `{${ranges.map(({ from, to }) => `[${from},${to}]`).join(',')}}`;
}

/** As PostgreSQL writes it: each upper bound is excluded. */
export function fromMultirange(text: string): NumberRange[] {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, beyond]) => ({
    from: Number(from),
    to: Number(beyond) - 1,
  }));
}
