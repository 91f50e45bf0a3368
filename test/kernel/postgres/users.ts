import { execFileSync } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { User } from './house';

/** For tests in which root runs something as somebody else, and so only run as root. */
export const asRoot = process.getuid?.() === 0 ? test : test.skip;

export function nobody(): User {
  const number = (option: string) => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

/** Lets the user make the data directory. */
export async function lend(dataDir: string, { uid, gid }: User): Promise<string> {
  await chown(dirname(dataDir), uid, gid);
  return dataDir;
}
