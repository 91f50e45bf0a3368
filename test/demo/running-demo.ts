import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Invitation } from '../../src/demo/invitation';
import { Party } from '../support/party';

const root = join(__dirname, '../..');

/** Does nothing if the last build is of these very sources. */
export async function build(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'build.mjs'), 'server']);
}

/** The demo as somebody runs it: a process of its own. */
export class RunningDemo {
  output = '';
  errors = '';
  private readonly child: ChildProcess;
  private readonly exit: Promise<number | null>;
  private readonly waiting = new Set<() => void>();

  constructor(dataDir: string, args: readonly string[], port = 0) {
    const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', HOST: '', TOKEN_KEY: '' };
    this.child = spawn(process.execPath, [join(root, 'dist/src/main.js'), 'demo', ...args], { env, cwd: root });
    this.child.stdout?.on('data', (text) => this.hear(() => (this.output += text)));
    this.child.stderr?.on('data', (text) => this.hear(() => (this.errors += text)));
    this.exit = once(this.child, 'close').then(([code]) => {
      this.hear(() => undefined);
      return code as number | null;
    });
  }

  /** What it printed when it was ready. */
  async invitation(): Promise<Invitation> {
    await this.until(() => this.output.endsWith('\n'));
    return JSON.parse(this.output);
  }

  /** Waits until the condition holds for what it printed. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.child.exitCode !== null) throw new Error(`The demo has ended:\n${this.errors}`);
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  ended(): Promise<number | null> {
    return this.exit;
  }

  interrupt(): Promise<number | null> {
    this.child.kill('SIGINT');
    return this.exit;
  }

  /** As a machine that loses power would: nothing is closed, nothing is said. */
  kill(): Promise<number | null> {
    this.child.kill('SIGKILL');
    return this.exit;
  }

  private hear(change: () => unknown): void {
    change();
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}

/** Somebody who was invited, at the API. */
export function guest({ url, parties }: Invitation, code: string): Party {
  const token = parties.find((one) => one.code === code)?.token ?? '';
  return new Party({ url, token, code, personId: null, stakeholderId: null });
}

/** The process id of the PostgreSQL that runs on the data. */
export function postgresPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'demo', 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
}
