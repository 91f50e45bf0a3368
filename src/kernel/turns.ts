/** A rest grows no longer than this. */
const longestRestMs = 50;
/** Who takes longer, as one who does not take what it is given, keeps nobody waiting any more. */
const longestTurnMs = 1000;

/**
 * For what many want at the same time, and what need not be at once: a few at a time, in the order in which they came, and
 * after each as long a rest as it took, in which others get at the database. Where nobody waits there is no rest.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** Resolves with what ends the turn; null to who has left meanwhile. */
  async next(left: AbortSignal): Promise<(() => void) | null> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    const over = this.turn();
    if (!left.aborted) return over;
    over();
    return null;
  }

  private turn(): () => void {
    const began = performance.now();
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      this.pass(performance.now() - began);
    };
    const timer = setTimeout(over, longestTurnMs).unref();
    return over;
  }

  private pass(took: number): void {
    if (this.waiting.length === 0) this.free += 1;
    else setTimeout(() => this.hand(), Math.min(took, longestRestMs)).unref();
  }

  private hand(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
