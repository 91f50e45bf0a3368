/** How many are inside, by what they are counted for; 0 for no limit. */
export class Headcount {
  private readonly inside = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** The way out, to be taken once; undefined if it is full. */
  enter(key: string): (() => void) | undefined {
    const count = this.inside.get(key) ?? 0;
    if (this.most > 0 && count >= this.most) return undefined;
    this.inside.set(key, count + 1);
    return () => this.leave(key);
  }

  private leave(key: string): void {
    const count = (this.inside.get(key) ?? 1) - 1;
    if (count === 0) this.inside.delete(key);
    else this.inside.set(key, count);
  }
}
