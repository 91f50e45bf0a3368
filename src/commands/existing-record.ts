import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../kernel/clock';
import { readConfig } from '../kernel/config';
import { Refusal } from '../kernel/errors';
import { createLog } from '../kernel/log';
import { type OpenRecord, openRecord } from '../record';

/** Runs a tool on a record that is there, beside the server or without one: it never begins a new record. */
export async function onExistingRecord(use: (record: OpenRecord) => Promise<void>): Promise<void> {
  const config = readConfig();
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'pg'))) {
    throw new Refusal(`There is no record in ${config.dataDir}: set DATA_DIR or DATABASE_URL to where it is.`);
  }
  const progress = (text: string) => process.stderr.write(`${text}\n`);
  const log = createLog(config.logLevel);
  const record = await openRecord({ config, log, clock: systemClock, as: 'tool', progress });
  try {
    await use(record);
  } finally {
    await record.close();
  }
}
