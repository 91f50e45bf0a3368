import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../errors';
import type { Binaries } from './binaries';
import { giveTo, type Place } from './place';
import { absent, run } from './system';
import { appearWhole } from './whole';

/** Makes the cluster if there is none, and refuses one that these binaries cannot read. */
export async function prepareData(place: Place, binaries: Binaries, progress: (text: string) => void): Promise<void> {
  const version = await versionOf(place.pg);
  if (version === undefined) {
    progress('Creating the database, once…');
    return appearWhole(place.pg, (aside) => initialise(aside, place, binaries));
  }
  if (version === binaries.major) return;
  throw new Refusal(
    `${place.pg} holds data of PostgreSQL ${version} and this Cellule runs PostgreSQL ${binaries.major}: run the release of Cellule that wrote it, or serve it with a PostgreSQL ${version} of your own and set DATABASE_URL.`,
  );
}

async function versionOf(pg: string): Promise<string | undefined> {
  const version = await readFile(join(pg, 'PG_VERSION'), 'utf8').catch(absent);
  if (version !== undefined) return version.trim();
  const strangers = await readdir(pg).catch(absent);
  if (strangers === undefined || strangers.length === 0) return undefined;
  throw new Refusal(`${pg} is where the database belongs and holds something else: move it away.`);
}

async function initialise(directory: string, place: Place, binaries: Binaries): Promise<void> {
  await giveTo(place.account, directory);
  const outcome = await run(binaries.program('initdb'), [...INITDB, '-D', directory], place.account);
  if (outcome.code === 0) return;
  const reason =
    outcome.stderr
      .trim()
      .split('\n')
      .find((line) => line.includes('error:')) ?? outcome.stderr.trim();
  throw new Refusal(`The database could not be created in ${place.dataDir}: ${reason}`);
}

const INITDB = [
  ...['-U', 'cellule_owner', '-E', 'UTF8', '--data-checksums', '--no-instructions'],
  // The same order and case everywhere, whatever the system's own locales.
  ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  // Who may enter the socket's directory is the whole of authentication. Node cannot open such sockets on Windows.
  ...['--auth-local=trust', `--auth-host=${process.platform === 'win32' ? 'trust' : 'reject'}`],
];
