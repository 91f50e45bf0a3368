import { type SpawnOptions, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Binaries } from './binaries';
import { type Place, socketDirectory } from './place';
import { rightsOf, whyNot } from './system';

/** A postgres that was told to start; it may still lose to another one on the same data. */
export interface Start {
  readonly pid: number | undefined;
  hasEnded(): boolean;
  /** Why it ended, in its own words. */
  reason(): Promise<string>;
}

/** Where PostgreSQL is to listen. */
export interface Seat {
  readonly host: string;
  readonly port: number;
}

/** `guardPid` may, after a crash, be the very number in the old postmaster.pid, and is not a postgres. */
export async function startPostgres(place: Place, binaries: Binaries, seat: Seat, guardPid: number): Promise<Start> {
  const log = await open(place.log, 'a', 0o600);
  const from = (await log.stat()).size;
  const postgres = binaries.program('postgres');
  const args = ['-D', place.pg, ...settings(seat).flatMap((setting) => ['-c', setting])];
  // Its own session: Ctrl-C in the terminal reaches node, which stops PostgreSQL when its own work is done.
  const options: SpawnOptions = { ...rightsOf(place.account), detached: true, stdio: ['ignore', log.fd, log.fd] };
  const child =
    process.platform === 'win32'
      ? spawn(postgres, args, { ...options, windowsHide: true })
      : spawn('/usr/bin/env', [`PG_GRANDPARENT_PID=${guardPid}`, postgres, ...args], options);
  let end: string | undefined;
  child.once('error', (error) => {
    end = whyNot(postgres, place.account, error);
  });
  child.once('exit', (code, signal) => {
    end = `it ended with ${signal ?? `code ${code}`}`;
  });
  child.unref();
  await log.close();
  return {
    pid: child.pid,
    hasEnded: () => end !== undefined,
    reason: async () => (await lastWords(place.log, from)) ?? end ?? 'it has not ended',
  };
}

/** Node cannot open Unix sockets on Windows: there, anyone on the machine can reach the port. */
export async function chooseSeat(place: Place): Promise<Seat> {
  if (process.platform !== 'win32') return { host: await socketDirectory(place), port: 5432 };
  return { host: '127.0.0.1', port: await freePort() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function settings({ host, port }: Seat): string[] {
  const where =
    process.platform === 'win32'
      ? [`listen_addresses=${host}`, 'unix_socket_directories=']
      : ['listen_addresses=', `unix_socket_directories=${host}`, 'unix_socket_permissions=0700'];
  return [...where, `port=${port}`, ...SETTINGS];
}

const SETTINGS = [
  'fsync=on',
  'max_connections=100',
  'shared_buffers=64MB',
  'max_wal_size=256MB',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  'cluster_name=cellule',
  // The queries are small, and a container's /dev/shm often too small for parallel ones.
  'max_parallel_workers_per_gather=0',
  'max_logical_replication_workers=0',
  'io_method=sync',
];

/** The last line that tells a reason, and without its time, process and level. */
async function lastWords(log: string, from: number): Promise<string | undefined> {
  const lines = (await readFile(log)).subarray(from).toString('utf8').trim().split('\n').reverse();
  const line = lines.find((candidate) => /(FATAL|PANIC|ERROR):/.test(candidate)) ?? lines[0];
  return line?.replace(/^.*?(?:FATAL|PANIC|ERROR|LOG|HINT):\s*/, '') || undefined;
}
