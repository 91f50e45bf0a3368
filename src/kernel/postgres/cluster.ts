import { Refusal } from '../errors';
import { readyBinaries } from './binaries';
import { prepareData } from './data';
import { discardData } from './discard';
import { layFoundation } from './foundation';
import { takePlace } from './guard';
import { preparePlace } from './place';
import type { Postmaster } from './postmaster';
import { runningPostmaster } from './running';
import { ServerLock } from './server-lock';
import { isSystemError, messageOf } from './system';

export interface ClusterAddress {
  /** The directory of the socket; on Windows the loopback address. */
  readonly host: string;
  readonly port: number;
  readonly database: 'cellule';
  readonly owner: 'cellule_owner';
  readonly runtime: 'cellule_runtime';
}

export interface Cluster {
  readonly address: ClusterAddress;
  /** Close your own connections first. Resolves when PostgreSQL has stopped, if nobody else is attached. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly dataDir: string;
  readonly progress?: (text: string) => void;
  /** For a server: PostgreSQL was restarted, and another server has taken this one's place in the meantime. */
  readonly onLost?: (refusal: Refusal) => void;
}

/** For command-line tools and tests: adopts a running cluster, or starts it for the duration; the last one out stops it. */
export async function attachCluster(options: ClusterOptions): Promise<Cluster> {
  const { address, stop } = await attach(options);
  return { address, stop };
}

/** For a server: the only server on this directory, for as long as it lives; a second one is refused. */
export async function serveCluster(options: ClusterOptions): Promise<Cluster> {
  const { postmaster, address, revive, stop } = await attach(options);
  const lock = new ServerLock({
    dataDir: options.dataDir,
    revive,
    progress: options.progress ?? quiet,
    onLost: options.onLost ?? quiet,
  });
  try {
    await lock.take(postmaster);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop: once(() => lock.release().then(stop)) };
}

/** Forgets all that the cluster holds; one that runs is refused. */
export function discardCluster({ dataDir }: Pick<ClusterOptions, 'dataDir'>): Promise<void> {
  return refusing(dataDir, async () => discardData(await preparePlace(dataDir)));
}

interface Attached extends Cluster {
  readonly postmaster: Postmaster;
  revive(): Promise<Postmaster>;
}

async function attach({ dataDir, progress = quiet }: ClusterOptions): Promise<Attached> {
  const { place, binaries } = await refusing(dataDir, async () => {
    const place = await preparePlace(dataDir);
    const binaries = await readyBinaries(place, progress);
    await prepareData(place, binaries, progress);
    return { place, binaries };
  });
  const guard = await refusing(dataDir, () => takePlace(place, binaries));
  const premises = { place, binaries, guard };
  try {
    const postmaster = await refusing(dataDir, () => runningPostmaster(premises));
    await layFoundation(postmaster);
    return {
      postmaster,
      address: addressOf(postmaster),
      revive: () => runningPostmaster(premises, postmaster),
      stop: once(() => guard.leave()),
    };
  } catch (error) {
    await guard.leave();
    throw error;
  }
}

function addressOf({ host, port }: Postmaster): ClusterAddress {
  return { host, port, database: 'cellule', owner: 'cellule_owner', runtime: 'cellule_runtime' };
}

/** Also where nothing can be made, such as in /proc, which says that it is not there. */
const unusable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'ENOENT', 'ENAMETOOLONG', 'ELOOP'];

async function refusing<T>(dataDir: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!isSystemError(error, ...unusable)) throw error;
    throw new Refusal(`The data directory ${dataDir} cannot be used (${messageOf(error)}).`);
  }
}

function once(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= stop();
    return stopping;
  };
}

function quiet(): void {}
