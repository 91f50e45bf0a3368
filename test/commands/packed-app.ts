import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/kernel/package-root';

const runs = promisify(execFile);

type Settings = Readonly<Record<string, string>>;

/** The package as somebody installs it, from the tarball. */
export class PackedApp {
  private folders = 0;

  private constructor(private readonly folder: string) {}

  static async install(): Promise<PackedApp> {
    const folder = mkdtempSync(join(tmpdir(), 'cellule-packed-'));
    // Whoever PostgreSQL runs as must be able to enter it.
    chmodSync(folder, 0o755);
    await runs('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: packageRoot });
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    const app = new PackedApp(folder);
    mkdirSync(app.root);
    await runs('npm', ['install', '--prefer-offline', '--no-fund', '--no-audit', join(folder, tarball)], {
      cwd: app.root,
    });
    return app;
  }

  /** Where it is installed. */
  get root(): string {
    return join(this.folder, 'app');
  }

  /** A folder below, from which the package is found and in which there is nothing. */
  emptyFolder(): string {
    const folder = join(this.root, `empty-${++this.folders}`);
    mkdirSync(folder);
    return folder;
  }

  async run(args: readonly string[], settings: Settings = {}, cwd = this.root) {
    const ended = runs('npx', ['cellule', ...args], { cwd, env: environment(settings) });
    const { code = 0, stdout, stderr } = await ended.catch((error) => error);
    return { code, stdout, stderr } as { code: number; stdout: string; stderr: string };
  }

  /** The same, when who reads the output has left. */
  async runUnread(args: readonly string[]): Promise<{ code: number; stderr: string }> {
    const command = join(this.root, 'node_modules/.bin/cellule');
    const child = spawn(command, args, { cwd: this.root, env: environment({}) });
    child.stdout.destroy();
    const stderr: Buffer[] = [];
    child.stderr.on('data', (data: Buffer) => stderr.push(data));
    const [code] = await once(child, 'close');
    return { code, stderr: Buffer.concat(stderr).toString() };
  }

  /** What npx would run: npx itself dies of Ctrl-C, and nobody learns how the command ended. */
  serve(args: readonly string[], cwd: string): Serving {
    const command = join(this.root, 'node_modules/.bin/cellule');
    return new Serving(spawn(command, args, { cwd, env: environment({ PORT: '0' }) }));
  }

  /** What the compiler has to say, which finds the package and nothing of ours. */
  async compile(cwd: string, options: readonly string[]): Promise<string> {
    const compiler = require.resolve('typescript/bin/tsc');
    const { stdout } = await runs(process.execPath, [compiler, ...options], { cwd }).catch((error) => error);
    return stdout;
  }

  /** What a program prints. */
  async node(cwd: string, name: string): Promise<string> {
    return (await runs(process.execPath, ['--no-warnings', name], { cwd })).stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function environment(settings: Settings) {
  return { ...process.env, DATABASE_URL: '', OIDC_ISSUERS: '', LOG_LEVEL: 'warn', ...settings };
}

/** A command that goes on until it is interrupted. */
class Serving {
  private stdout = '';
  private stderr = '';

  constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (data) => {
      this.stdout += data;
      child.emit('said');
    });
    child.stderr?.on('data', (data) => {
      this.stderr += data;
    });
  }

  /** Waits until it has printed this, and answers with the group of the pattern. */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const said = pattern.exec(this.stdout);
      if (said) return said[1] ?? '';
      if (this.child.exitCode !== null) throw new Error(`It has ended:\n${this.stderr}`);
      await Promise.race([once(this.child, 'said'), once(this.child, 'close')]);
    }
  }

  /** As Ctrl-C does. */
  async interrupt(): Promise<{ code: number; stderr: string }> {
    const closed = once(this.child, 'close');
    this.child.kill('SIGINT');
    const [code] = await closed;
    return { code, stderr: this.stderr };
  }
}
