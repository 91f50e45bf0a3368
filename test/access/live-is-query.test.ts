import fc from 'fast-check';
import { startTestCellule } from '../support/cellule';
import type { Feed } from './histories/answers';
import { history, type Step } from './histories/history';
import { Stage } from './histories/stage';

/** The same histories every time; PROPERTY_RUNS=200 PROPERTY_SEED=7 plays other ones. */
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 4);
const seed = Number(process.env['PROPERTY_SEED'] ?? 20241019);
/** After how long without a step a history counts as stuck, and how long a failed one is made shorter. */
const [stuckMs, shrinkingMs] = [30_000, 60_000];

test.each<Feed>(['own', 'shared'])(
  'whatever happens, what was delivered live is what a query answers, to everybody, by a feed that is %s',
  (feed) =>
    fc.assert(
      fc.asyncProperty(history, (steps) => playsInTime(steps, feed)),
      { seed, numRuns },
    ),
  (numRuns + 2) * 120_000 + shrinkingMs,
);

const failedAt: { [feed in Feed]?: number } = {};

/** Every shorter history passes once the time for them is over: what was found by then is reported. */
async function playsInTime(steps: readonly Step[], feed: Feed): Promise<void> {
  const failed = failedAt[feed];
  if (failed !== undefined && Date.now() - failed > shrinkingMs) return;
  try {
    await plays(steps, feed);
  } catch (error) {
    failedAt[feed] ??= Date.now();
    throw error;
  }
}

async function plays(steps: readonly Step[], feed: Feed): Promise<void> {
  const cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600', MAX_COST: '1000000' } });
  try {
    const stage = await Stage.set(cellule, feed);
    await unlessStuck(stage, stage.play(steps)).finally(() => stage.close());
  } finally {
    await cellule.stop();
  }
}

/** What never comes would be waited for for ever. */
async function unlessStuck(stage: Stage, playing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let reached = -1;
  const stuck = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (stage.steps === reached) reject(new Error(`What never came: ${stage.waiting().join(', ')}`));
      reached = stage.steps;
    }, stuckMs);
  });
  await Promise.race([playing, stuck]).finally(() => clearInterval(timer));
}
