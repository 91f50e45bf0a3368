import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '../..');

type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** A command of the program, as somebody runs it: a process of its own. */
export class Command {
  output = '';
  errors = '';
  private readonly child: ChildProcess;
  private readonly exit: Promise<Ended>;
  private readonly waiting = new Set<() => void>();

  constructor(args: readonly string[], environment: Environment) {
    const env = { ...process.env, LOG_LEVEL: 'fatal', PORT: '0', OIDC_ISSUERS: '', ...environment };
    this.child = spawn(process.execPath, [join(root, 'dist/src/main.js'), ...args], { env, cwd: root });
    this.child.stdout?.on('data', (text) => this.hear(() => (this.output += text)));
    this.child.stderr?.on('data', (text) => this.hear(() => (this.errors += text)));
    this.exit = once(this.child, 'close').then(([exitCode]) => {
      this.hear(() => undefined);
      return { exitCode, output: this.output, errors: this.errors };
    });
  }

  ended(): Promise<Ended> {
    return this.exit;
  }

  /** The address of a server, once it serves. */
  async address(): Promise<string> {
    for (;;) {
      const [, url] = /^Cellule serves at (\S+)\n/.exec(this.output) ?? [];
      if (url !== undefined) return url;
      if (this.child.exitCode !== null) throw new Error(`It has ended:\n${this.errors}`);
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  stop(): Promise<Ended> {
    this.child.kill('SIGTERM');
    return this.exit;
  }

  /** As a machine that loses power would. */
  kill(): Promise<Ended> {
    this.child.kill('SIGKILL');
    return this.exit;
  }

  private hear(change: () => unknown): void {
    change();
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}

export function run(args: readonly string[], environment: Environment): Promise<Ended> {
  return new Command(args, environment).ended();
}
