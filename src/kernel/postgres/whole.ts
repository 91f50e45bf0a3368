import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { absent, isSystemError } from './system';

const ABANDONED_AFTER_MS = 3_600_000;

/** Makes a directory appear complete or not at all. If two do it at once, the first one's stays. */
export async function appearWhole(target: string, fill: (aside: string) => Promise<void>): Promise<void> {
  await sweep(target);
  const aside = `${target}.new-${randomUUID()}`;
  await mkdir(aside, { mode: 0o700 });
  try {
    await fill(aside);
    await takeName(aside, target);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function takeName(aside: string, target: string): Promise<void> {
  try {
    await rename(aside, target);
  } catch (error) {
    if (isSystemError(error, 'ENOTEMPTY', 'EEXIST')) return;
    throw error;
  }
  await makeDurable(dirname(target));
}

/** Until the parent is on disk, a power cut can take the new name back. Windows cannot open a directory. */
async function makeDurable(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory);
  await handle.sync();
  await handle.close();
}

/** Removes what a start left that was cut short, and nothing that another start may be filling. */
async function sweep(target: string): Promise<void> {
  const parent = dirname(target);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(target)}.new-`)) continue;
    const path = join(parent, name);
    const found = await stat(path).catch(absent);
    if (found !== undefined && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS)
      await rm(path, { recursive: true, force: true });
  }
}
