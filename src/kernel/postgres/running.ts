import { setTimeout } from 'node:timers/promises';
import { Refusal } from '../errors';
import type { Binaries } from './binaries';
import type { Guard } from './guard';
import type { Place } from './place';
import { type Answer, knock, type Postmaster, recordedPostmaster } from './postmaster';
import { refuseIfUsedElsewhere } from './presence';
import { chooseSeat, type Seat, type Start, startPostgres } from './start';
import { isAlive } from './system';

interface Premises {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly guard: Guard;
}

const POLL_MS = 10;
const RETRY_MS = 100;
const PATIENCE_MS = 20_000;

/** The server on this data: the one that runs, or else one that we start. `seat` is where an earlier one was. */
export async function runningPostmaster(premises: Premises, seat?: Seat): Promise<Postmaster> {
  const { place, guard } = premises;
  let own: Start | undefined;
  let giveUp = Date.now() + PATIENCE_MS;
  for (;;) {
    const recorded = await recordedPostmaster(place.pg);
    const answer = await answerOf(recorded, own);
    // Read again: the record may have been that of a server before the one that answered.
    if (recorded !== undefined && answer === 'ready' && recorded.pid === (await recordedPostmaster(place.pg))?.pid) {
      guard.running(recorded);
      return recorded;
    }
    if (answer !== 'silent') giveUp = Date.now() + PATIENCE_MS;
    else if (own === undefined) own = await start(premises, seat);
    else if (own.hasEnded()) own = await afterFailure(own, premises, giveUp);
    await setTimeout(POLL_MS);
  }
}

async function answerOf(recorded: Postmaster | undefined, own: Start | undefined): Promise<Answer> {
  // While ours starts there is no need to knock: each knock would leave a line in the log.
  if (own !== undefined && !own.hasEnded() && !recorded?.ready) return 'not yet';
  return recorded === undefined ? 'silent' : knock(recorded);
}

async function start({ place, binaries, guard }: Premises, seat: Seat | undefined): Promise<Start> {
  await refuseIfUsedElsewhere(place);
  const chosen = seat ?? (await chooseSeat(place));
  const own = await startPostgres(place, binaries, chosen, guard.pid);
  if (own.pid !== undefined) guard.starting(own.pid, chosen.host);
  return own;
}

/** Another start may have won, or a server that was killed may not be quite gone: these are worth waiting for. */
async function afterFailure(own: Start, { place, guard }: Premises, giveUp: number): Promise<Start | undefined> {
  const reason = await own.reason();
  guard.idle();
  if (Date.now() > giveUp || !/lock file|shared memory/.test(reason)) {
    throw new Refusal(`PostgreSQL did not start on ${place.dataDir}: ${reason} (see ${place.log}).`);
  }
  const recorded = await recordedPostmaster(place.pg);
  if (recorded !== undefined && recorded.pid !== own.pid && isAlive(recorded.pid)) return own;
  await setTimeout(RETRY_MS);
  return undefined;
}
