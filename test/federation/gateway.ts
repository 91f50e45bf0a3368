import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const folder = join(__dirname, '../gateway');
const modules = join(folder, 'node_modules');
const stamp = join(modules, '.installed');
const files = ['package.json', 'package-lock.json'] as const;
const minutes = 60_000;

/** How long tests may take to install what they run. */
export const whileInstalling = 5 * minutes;

/** Runs a program of the package, which is installed when it is first needed, and answers with what it prints. */
export async function runProgram(program: string, ...args: string[]): Promise<string> {
  await install();
  return (await promisify(execFile)(process.execPath, [program, ...args], { cwd: folder, maxBuffer: 2 ** 27 })).stdout;
}

/** A gateway at work. */
export class Gateway {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(program: string, supergraph: string): Promise<Gateway> {
    await install();
    const child = spawn(process.execPath, [program, supergraph], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    const [line] = await Promise.race([
      once(createInterface(child.stdout), 'line'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`The gateway ended with ${code} before it served:\n${said}`);
      }),
    ]);
    return new Gateway(child, line);
  }

  /** Answers with the code that it ended with. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    const [code] = await once(this.child, 'exit');
    return code;
  }
}

/** Installed aside and then moved into place, so that another run never meets half of it. */
async function install(): Promise<void> {
  const wanted = hash();
  if (isInstalled(wanted)) return;
  const aside = mkdtempSync(join(folder, '.installing-'));
  try {
    for (const file of files) cpSync(join(folder, file), join(aside, file));
    const args = ['ci', '--prefer-offline', '--ignore-scripts', '--no-fund', '--no-audit', '--fetch-retries=1'];
    await promisify(execFile)('npm', args, { cwd: aside, timeout: whileInstalling - minutes });
    writeFileSync(join(aside, 'node_modules/.installed'), wanted);
    if (isInstalled(wanted)) return;
    rmSync(modules, { recursive: true, force: true });
    renameSync(join(aside, 'node_modules'), modules);
  } catch (error) {
    const { killed, message } = error as Error & { killed?: boolean };
    const reason = killed ? 'The registry was too slow.' : message;
    throw new Error(`What is in test/gateway could not be installed, which takes the registry once.\n${reason}`);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function isInstalled(wanted: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function hash(): string {
  const sum = createHash('sha256');
  for (const file of files) sum.update(readFileSync(join(folder, file)));
  return sum.digest('hex');
}
