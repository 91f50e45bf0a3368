import { registerFirstAdministrator } from '../identity/first-administrator.commands';
import { systemClock } from '../kernel/clock';
import { readConfig } from '../kernel/config';
import { toGlobalId } from '../kernel/ids';
import { createLog } from '../kernel/log';
import { openRecord } from '../record';

export interface AdministratorOptions {
  readonly code: string;
  readonly stakeholder: string;
  readonly name: string;
}

/** Registers who administers the platform, and the stakeholder that operates it; everybody else is registered over the API. */
export async function administrator({ code, stakeholder, name }: AdministratorOptions): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const record = await openRecord({ config, log, clock: systemClock, as: 'migration' });
  try {
    const first = { code, stakeholderName: stakeholder, personName: name };
    const { personId, stakeholderId } = await registerFirstAdministrator(record.work, first);
    const ids = `--person ${toGlobalId('Person', personId)} --stakeholder ${toGlobalId('Stakeholder', stakeholderId)}`;
    process.stdout.write(`${name} administers the platform. For a token: cellule token ${ids}\n`);
  } finally {
    await record.close();
  }
}
