import { startCellule } from '../app';
import { readConfig } from '../kernel/config';
import { Refusal } from '../kernel/errors';
import { createLog } from '../kernel/log';
import { requireFreePort } from '../server/http';
import { untilSignal } from './signals';

/** Serves until a signal, then stops without losing what was asked for. */
export async function start(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const stopSignal = untilSignal();
  // Before there is a database for nothing.
  await requireFreePort(config);
  const progress = (text: string) => process.stderr.write(`${text}\n`);
  let onLost = (_refusal: Refusal): void => undefined;
  const lost = new Promise<Refusal>((resolve) => {
    onLost = resolve;
  });
  const cellule = await startCellule({ config, log, progress, onLost });
  process.stdout.write(`Cellule serves at ${cellule.url}\n`);
  const reason = await Promise.race([stopSignal, lost]);
  log.info({ reason: String(reason) }, 'stopping');
  await cellule.stop();
  if (reason instanceof Refusal) throw reason;
}
