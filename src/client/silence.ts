/** Notices that nothing comes any more. */
export class Silence {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private onSilence: () => void = () => undefined;

  constructor(readonly milliseconds: number) {}

  watch(onSilence: () => void): void {
    this.onSilence = onSilence;
    this.broken();
  }

  broken(): void {
    this.lastAtMost(this.milliseconds);
  }

  /** Unless it is broken before. */
  lastAtMost(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onSilence(), milliseconds);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
