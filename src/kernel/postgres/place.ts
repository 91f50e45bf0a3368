import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chmod, chown, lchown, lstat, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../errors';
import { type Account, accountFor } from './account';
import { absent, isSystemError, run } from './system';

/** Where everything of one cluster is. */
export interface Place {
  readonly dataDir: string;
  /** The cluster itself, as PostgreSQL keeps it. */
  readonly pg: string;
  /** Who is present: see guard.ts. */
  readonly run: string;
  readonly log: string;
  readonly account: Account | undefined;
}

export async function preparePlace(given: string): Promise<Place> {
  const asked = resolve(given);
  const account = await accountFor(join(asked, 'pg'));
  await ownDirectory(asked, account);
  const dataDir = await realpath(asked);
  const place = {
    dataDir,
    pg: join(dataDir, 'pg'),
    run: join(dataDir, 'run'),
    log: join(dataDir, 'postgres.log'),
    account,
  };
  await takeBack(place);
  await reachable(dataDir, account);
  await ownDirectory(place.run, account);
  return place;
}

/** Leaves a directory that was already there as it is: it may hold more than ours. */
async function ownDirectory(path: string, account: Account | undefined): Promise<void> {
  await makeWayTo(dirname(path));
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return;
    throw error;
  }
  if (account !== undefined) await chown(path, account.uid, account.gid);
}

/** Node's own recursive `mkdir` never ends where nothing can be made, as in /proc. */
async function makeWayTo(directory: string): Promise<void> {
  if (await isThere(directory, 'ENOENT')) return;
  await makeWayTo(dirname(directory));
  await isThere(directory);
}

/** Makes a directory unless it is there; false if that fails for this reason. */
async function isThere(directory: string, reason?: 'ENOENT'): Promise<boolean> {
  try {
    await mkdir(directory);
  } catch (error) {
    if (reason !== undefined && isSystemError(error, reason)) return false;
    if (!isSystemError(error, 'EEXIST')) throw error;
  }
  return true;
}

async function reachable(dataDir: string, account: Account | undefined): Promise<void> {
  if (account === undefined) return;
  const entered = await run('/bin/sh', ['-c', 'cd "$1"', 'sh', dataDir], account);
  if (entered.code === 0) return;
  throw new Refusal(
    `Root runs PostgreSQL as "${account.name}", who may not enter ${dataDir}: choose a DATA_DIR that this user can reach, such as /var/lib/cellule, or set DATABASE_URL.`,
  );
}

/** Whether PostgreSQL's account could work in a directory that is there, or is still to be made. */
export async function isWithinReach(directory: string): Promise<boolean> {
  const account = await accountFor(join(directory, 'pg'));
  if (account === undefined) return true;
  let existing = dirname(resolve(directory));
  while (!(await stat(existing).catch(absent))) existing = dirname(existing);
  return (await run('/bin/sh', ['-c', 'cd "$1"', 'sh', existing], account)).code === 0;
}

/** What root restored from a backup, or moved here, is root's. */
async function takeBack({ dataDir, pg, run, account }: Place): Promise<void> {
  if (account === undefined) return;
  if (await isRoots(run)) await giveTo(account, run);
  if (!(await isRoots(pg))) return;
  await giveTo(account, pg);
  const { uid, mode } = await stat(dataDir);
  // Closed to all but root, and holds a cluster: one that we made.
  if (uid === 0 && (mode & 0o077) === 0) await chown(dataDir, account.uid, account.gid);
}

async function isRoots(path: string): Promise<boolean> {
  return (await stat(path).catch(absent))?.uid === 0;
}

/** Gives a directory, and all that is in it, to the account. */
export async function giveTo(account: Account | undefined, directory: string): Promise<void> {
  if (account === undefined) return;
  for (const name of await readdir(directory, { recursive: true })) {
    await lchown(join(directory, name), account.uid, account.gid);
  }
  await chown(directory, account.uid, account.gid);
}

// Linux takes 107 bytes, macOS 103, and PostgreSQL adds "/.s.PGSQL.5432.lock".
const LONGEST_SOCKET_DIRECTORY = 80;

/** A directory of the account alone, on a path short enough for a socket and the same for every start on this data. */
export async function socketDirectory({ dataDir, account }: Place): Promise<string> {
  const name = `cellule-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  const usual = join(tmpdir(), name);
  // Root's own temporary directory may be closed to the account.
  const path = account === undefined && usual.length <= LONGEST_SOCKET_DIRECTORY ? usual : join('/tmp', name);
  await ownDirectory(path, account);
  const found = await lstat(path);
  if (!belongs(found, account)) {
    throw new Refusal(`${path} is needed for PostgreSQL's socket and belongs to somebody else: remove it.`);
  }
  await chmod(path, 0o700);
  return path;
}

function belongs(found: Stats, account: Account | undefined): boolean {
  return found.isDirectory() && found.uid === (account?.uid ?? process.getuid?.() ?? found.uid);
}
