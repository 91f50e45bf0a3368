import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client, type ClientConfig } from 'pg';
import type { ClusterAddress } from '../../../src/kernel/postgres/cluster';
import { aDirectory, type Installation } from './installation';

interface Told {
  address?: ClusterAddress;
  after?: number;
  refused?: string;
  progress?: string;
  acknowledged?: number;
  stopped?: boolean;
}

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** A process on a cluster. */
interface Resident {
  readonly pid: number;
  readonly told: Told[];
  /** Waits for what it tells, or fails with what it told instead. */
  tells<K extends keyof Told>(what: K): Promise<NonNullable<Told[K]>>;
  say(word: 'stop' | 'write'): void;
  signal(signal: NodeJS.Signals): void;
  killed(): Promise<void>;
}

interface Circumstances {
  /** The user of the tests unless told. */
  readonly user?: User;
  readonly temporary?: string;
}

/** The directories and processes of one test: `empty` ends and removes all of them. */
export class House {
  private readonly directories: string[] = [];
  private readonly residents: Resident[] = [];

  constructor(private readonly installation: () => Installation) {}

  /** The one for all the tests of a file that change nothing in it: to make another takes longer than most tests. */
  get dataDir(): string {
    return join(this.installation().directory, 'data');
  }

  /** One that is not there yet. */
  async aNewDataDirectory(): Promise<string> {
    const directory = await aDirectory();
    this.directories.push(directory);
    return join(directory, 'data');
  }

  serves(dataDir: string, circumstances: Circumstances = {}): Resident {
    return this.moveIn(['serve', dataDir], circumstances);
  }

  attaches(dataDir: string, circumstances: Circumstances = {}): Resident {
    return this.moveIn(['attach', dataDir], circumstances);
  }

  async empty(): Promise<void> {
    await Promise.all(this.residents.splice(0).map((resident) => resident.killed()));
    await vacated(this.dataDir);
    for (const directory of this.directories.splice(0)) {
      await vacated(join(directory, 'data'));
      await rm(directory, { recursive: true, force: true });
    }
  }

  private moveIn(args: string[], circumstances: Circumstances): Resident {
    const resident = startResident([this.installation().resident, ...args], circumstances);
    this.residents.push(resident);
    return resident;
  }
}

async function vacated(dataDir: string): Promise<void> {
  const pid = postmasterPid(dataDir);
  await until(() => !isPresent(dataDir) || !isAlive(pid), 'the last one out has stopped PostgreSQL');
}

function startResident(args: string[], { user, temporary }: Circumstances): Resident {
  const env = temporary === undefined ? process.env : { ...process.env, TMPDIR: temporary };
  // A process group of its own, like that of a terminal, so that a test can send it Ctrl-C.
  const child = spawn(process.execPath, args, { ...user, env, cwd: '/', detached: true, stdio: 'pipe' });
  const told: Told[] = [];
  let complaints = '';
  createInterface(child.stdout).on('line', (line) => told.push(JSON.parse(line)));
  child.stderr.on('data', (text) => {
    complaints += text;
  });
  const gone = once(child, 'close');
  let ended = false;
  void gone.then(() => {
    ended = true;
  });
  const find = (what: keyof Told) => told.find((event) => event[what] !== undefined)?.[what];
  return {
    pid: child.pid!,
    told,
    tells: async <K extends keyof Told>(what: K) => {
      await until(() => find(what) !== undefined || ended || find('refused') !== undefined, `it tells "${what}"`);
      const answer = find(what) as Told[K];
      if (answer === undefined || answer === null) throw new Error(`${JSON.stringify(told)} ${complaints}`);
      return answer;
    },
    say: (word) => void child.stdin.write(`${word}\n`),
    signal: (signal) => void process.kill(-child.pid!, signal),
    killed: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function postmasterPid(dataDir: string): number | undefined {
  const path = join(dataDir, 'pg/postmaster.pid');
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : undefined;
}

export function isPresent(dataDir: string): boolean {
  return existsSync(join(dataDir, 'run/present')) || postmasterPid(dataDir) !== undefined;
}

/** A process that ended and that nobody buried, as in a container without an init, is not alive. */
export function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}

export async function ask<Row extends object>(
  address: ClusterAddress,
  sql: string,
  user: 'owner' | 'runtime' = 'owner',
): Promise<Row[]> {
  const client = await aSession({ ...address, user: address[user] });
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function aSession(where: ClientConfig): Promise<Client> {
  const client = new Client(where);
  // PostgreSQL may be killed under it; the next query then fails.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
