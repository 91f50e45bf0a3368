import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCellule } from '../app';
import { DemoClock } from '../demo/clock';
import { entrancesOf, type Invitation, invitationText } from '../demo/invitation';
import { scenario } from '../demo/scenario';
import { lastSession, newTokenKey, startClean } from '../demo/session';
import { goOn, tell } from '../demo/show';
import { KeyedTokens } from '../identity/keyed-tokens';
import { type Config, readConfig } from '../kernel/config';
import { Refusal } from '../kernel/errors';
import { createLog } from '../kernel/log';
import { isWithinReach } from '../kernel/postgres/place';
import type { Entrance } from '../server/dashboard';
import { requireFreePort } from '../server/http';
import { untilSignal } from './signals';

export interface DemoOptions {
  readonly replay?: string;
  readonly atOnce?: boolean;
  readonly keep?: boolean;
  readonly json?: boolean;
}

/** Serves the reference case, on data of its own, until a signal. */
export async function demo({ json = false, keep = false, ...options }: DemoOptions): Promise<void> {
  const seconds = secondsOf(options);
  const say = teller();
  const config = await configOf(readConfig(), say);
  const stopSignal = untilSignal();
  await requireFreePort(config);
  const last = keep ? await lastSession(config.dataDir) : undefined;
  if (keep && !last) say('There is nothing to keep: starting clean');
  if (last && options.replay !== undefined) say('What is kept is told already: nothing is replayed');
  if (!last) await startClean(config.dataDir);

  const tokenKey = last?.tokenKey ?? newTokenKey();
  const clock = new DemoClock(scenario.begins);
  const { lost, onLost } = loss();
  const log = createLog(config.logLevel);
  const { invite, entrances } = reception({ json, host: config.host });
  const tokens = new KeyedTokens(tokenKey);
  const cellule = await startCellule({ config, log, clock, progress: say, onLost, tokens, entrances });
  say(`Cellule serves at ${cellule.url}`);
  const ending = Promise.race([stopSignal, lost]);
  const stopping = new AbortController();
  const stage = { cellule, clock, tokenKey, dataDir: config.dataDir, say, invite };
  try {
    const shown = last ? goOn(stage, last) : tell(stage, { seconds, signal: stopping.signal });
    await Promise.race([ending, shown]);
    await ending;
  } finally {
    stopping.abort();
    say('Stopping');
    await cellule.stop();
    say(`Stopped. The data stay in ${config.dataDir}: "npm run demo -- --keep" goes on with them`);
  }
}

/**
 * Invites in the terminal, and from then on at the page: to who asks for it by its own name. A page from elsewhere can
 * have another name lead here, and would be let in with what it reads.
 */
function reception({ json, host }: { readonly json: boolean; readonly host: string }) {
  let entrances: readonly Entrance[] = [];
  const names = ['localhost', '127.0.0.1', '[::1]', host];
  return {
    entrances: (asked: string) => (names.includes(asked.replace(/:\d+$/, '')) ? entrances : []),
    invite: (invitation: Invitation): void => {
      entrances = entrancesOf(invitation);
      process.stdout.write(json ? `${JSON.stringify(invitation)}\n` : invitationText(invitation));
    },
  };
}

/** That another server has taken over the data: it ends this one. */
function loss(): { lost: Promise<never>; onLost: (refusal: Refusal) => void } {
  let onLost: (refusal: Refusal) => void = () => undefined;
  const lost = new Promise<never>((_resolve, reject) => {
    onLost = reject;
  });
  lost.catch(() => undefined);
  return { lost, onLost };
}

/**
 * The demo's data lie beside those of a real server, or, in a checkout that PostgreSQL's account cannot enter, among
 * temporary files; and it never touches another database.
 */
async function configOf(config: Config, say: (text: string) => void): Promise<Config> {
  let dataDir = join(config.dataDir, 'demo');
  if (!(await isWithinReach(dataDir))) {
    const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
    dataDir = join(tmpdir(), `cellule-demo-${name}`);
    say(`PostgreSQL's account may not enter ${config.dataDir}: the demo's data are in ${dataDir}`);
  }
  return { ...config, dataDir, databaseUrl: undefined, databaseOwnerUrl: undefined };
}

/** Long enough to open two windows and to read in both, short enough to be watched to its end. */
const watchableSeconds = 240;

/** Over how many seconds the weekend unfolds; 0: at once. */
function secondsOf({ replay, atOnce = false }: DemoOptions): number {
  if (atOnce && replay !== undefined) throw new Refusal('Give --replay or --at-once, not both.');
  if (replay === undefined) return atOnce ? 0 : watchableSeconds;
  const value = /^\d{1,5}(\.\d{1,3})?$/.test(replay) ? Number(replay) : 0;
  if (value <= 0) throw new Refusal(`--replay: expected a number of seconds above 0, got "${replay}".`);
  return value;
}

/** Progress goes to the error stream, with the seconds since the start. */
function teller(): (text: string) => void {
  const start = Date.now();
  return (text) => {
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    process.stderr.write(`${seconds.padStart(6)} s  ${text}\n`);
  };
}
