import { stat } from 'node:fs/promises';
import { Refusal } from '../errors';
import { absent, run } from './system';

/** The operating system's user under whom PostgreSQL runs. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

// initdb looks its user up by name, so a bare number would not do. `_postgres` is the one that macOS ships.
const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/** PostgreSQL does not run as root, so root lends it another account; anyone else runs it as themselves: `undefined`. */
export async function accountFor(pg: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(pg).catch(absent);
  // Root that looks into somebody's data leaves it theirs.
  if (owner !== undefined && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  for (const name of CANDIDATES) {
    const account = await accountNamed(name);
    if (account !== undefined) return account;
  }
  throw new Refusal(
    `PostgreSQL does not run as root, and this system has no user "postgres" or "nobody" to run it: create one, or set DATABASE_URL.`,
  );
}

async function accountNamed(name: string): Promise<Account | undefined> {
  const [user, group] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
  if (user.code !== 0 || group.code !== 0) return undefined;
  return { name, uid: Number(user.stdout), gid: Number(group.stdout) };
}
