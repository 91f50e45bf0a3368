import { rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { Refusal } from '../errors';
import type { Place } from './place';
import { knock, recordedPostmaster } from './postmaster';
import { refuseIfUsedElsewhere } from './presence';

const POLL_MS = 50;
/** After its server was killed, a PostgreSQL needs a moment to notice. */
const PATIENCE_MS = 5_000;

/** Removes the data of a cluster on which nothing runs. */
export async function discardData(place: Place): Promise<void> {
  await refuseIfUsedElsewhere(place);
  const giveUp = Date.now() + PATIENCE_MS;
  while (await isRunning(place)) {
    if (Date.now() > giveUp) throw new Refusal(`Something runs on ${place.dataDir}: stop it first.`);
    await setTimeout(POLL_MS);
  }
  for (const path of [place.pg, place.log]) await rm(path, { recursive: true, force: true });
}

async function isRunning({ pg }: Place): Promise<boolean> {
  const recorded = await recordedPostmaster(pg);
  return recorded !== undefined && (await knock(recorded)) !== 'silent';
}
