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
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onSilence(), this.milliseconds);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
