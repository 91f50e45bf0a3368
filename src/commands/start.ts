import { startCellule } from '../app';
import { readConfig } from '../kernel/config';
import { createLog } from '../kernel/log';
import { untilSignal } from './signals';

/** Serves until a signal, then stops without losing what was asked for. */
export async function start(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const stopSignal = untilSignal();
  const progress = (text: string) => process.stderr.write(`${text}\n`);
  const cellule = await startCellule({ config, log, progress });
  process.stdout.write(`Cellule serves at ${cellule.url}\n`);
  log.info({ signal: await stopSignal }, 'stopping');
  await cellule.stop();
}
