import { systemClock } from '../kernel/clock';
import { readConfig } from '../kernel/config';
import { createLog } from '../kernel/log';
import { openRecord } from '../record';

/** Brings the database to the state that this version needs, and leaves. */
export async function migrate(): Promise<void> {
  const config = readConfig();
  const progress = (text: string) => process.stderr.write(`${text}\n`);
  const record = await openRecord({
    config,
    log: createLog(config.logLevel),
    clock: systemClock,
    as: 'migration',
    progress,
  });
  await record.close();
  const lines = record.migrated.map((name) => `applied ${name}`);
  process.stdout.write(`${lines.join('\n') || 'There was nothing to migrate.'}\n`);
}
