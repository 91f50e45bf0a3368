import { constants } from 'node:fs';
import { lstat, open, readdir, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Refusal } from '../errors';
import type { Place } from './place';
import { absent, isSystemError } from './system';

const POLL_MS = 20;

/** Two processes with the same answer see the same process ids: containers on one machine do not. */
export async function sharedProcessIds(): Promise<string> {
  const namespace = await readlink('/proc/self/ns/pid').catch(absent);
  return namespace?.replace(/\D/g, '') ?? 'all';
}

/** Guards that were killed have left their pipe behind, with nobody holding it open. */
export async function forgetTheDead({ run }: Place): Promise<void> {
  await stillHeld(await pipesOfGuards(join(run, 'present')));
}

/** Returns when whoever was the last, and stops PostgreSQL, has done so. */
export async function untilLeaversAreGone({ run }: Place): Promise<void> {
  while ((await stillHeld(await pipesOfGuards(run))).length > 0) await setTimeout(POLL_MS);
}

/**
 * PostgreSQL knows that its data is in use by a process id, and so does not notice another container on the same volume:
 * two servers would write over each other.
 */
export async function refuseIfUsedElsewhere({ dataDir, run }: Place): Promise<void> {
  const ours = `.${await sharedProcessIds()}`;
  const held = await stillHeld(await pipesOfGuards(join(run, 'present')));
  if (held.every((path) => path.endsWith(ours))) return;
  throw new Refusal(`${dataDir} is in use from another container: stop that one first, or run this command inside it.`);
}

async function pipesOfGuards(directory: string): Promise<string[]> {
  const pipes: string[] = [];
  for (const name of (await readdir(directory).catch(absent)) ?? []) {
    // The pipe of one that arrives is not yet open.
    if (name.startsWith('arriving.')) continue;
    const found = await lstat(join(directory, name)).catch(absent);
    if (found?.isFIFO()) pipes.push(join(directory, name));
  }
  return pipes;
}

async function stillHeld(pipes: string[]): Promise<string[]> {
  const held: string[] = [];
  for (const path of pipes) {
    if (await isHeldOpen(path)) held.push(path);
    else await rm(path, { force: true });
  }
  return held;
}

/** A pipe without a reader cannot be opened for writing. */
async function isHeldOpen(path: string): Promise<boolean> {
  try {
    const pipe = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
    await pipe.close();
    return true;
  } catch (error) {
    if (isSystemError(error, 'ENXIO', 'ENOENT')) return false;
    throw error;
  }
}
