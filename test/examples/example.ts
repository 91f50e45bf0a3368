import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../../src/kernel/package-root';

/** A file of docs/examples, run as somebody who copied it would. */
export class Example {
  readonly printed: string[] = [];
  complaints = '';
  private readonly child: ChildProcess;
  private readonly exit: Promise<number | null>;
  private waiting: (() => void)[] = [];

  constructor(name: string, settings: Readonly<Record<string, string>>, args: readonly string[] = []) {
    const program = name.endsWith('.sh') ? 'sh' : process.execPath;
    const file = join(packageRoot, 'docs/examples', name);
    // A group of its own, since a shell does not pass on what it is told.
    this.child = spawn(program, [file, ...args], { env: { ...process.env, ...settings }, detached: true });
    this.child.stderr?.on('data', (data) => {
      this.complaints += data;
    });
    const ended = once(this.child, 'close').then(([code]) => code as number | null);
    this.exit = Promise.all([ended, this.read()]).then(([code]) => code);
  }

  /** Waits until what it printed meets the condition. */
  async until(met: (printed: readonly string[]) => boolean): Promise<void> {
    while (!met(this.printed)) {
      if (this.hasEnded) throw new Error(`It ended before, after ${this.printed} ${this.complaints}`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  says(words: string): Promise<void> {
    return this.until((printed) => printed.some((line) => line.includes(words)));
  }

  ended(): Promise<number | null> {
    return this.exit;
  }

  /** As a machine that loses power would. */
  kill(): Promise<number | null> {
    if (!this.hasEnded && this.child.pid) process.kill(-this.child.pid, 'SIGKILL');
    return this.exit;
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async read(): Promise<void> {
    for await (const line of createInterface(this.child.stdout as NonNullable<ChildProcess['stdout']>)) {
      this.printed.push(line);
      this.wake();
    }
    this.wake();
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
