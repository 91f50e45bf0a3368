import { createAccessCode } from '../identity/credential.commands';
import { registerFirstAdministrator } from '../identity/first-administrator.commands';
import { RegisterPersonInput } from '../identity/person.inputs';
import { mint } from '../identity/secret';
import { systemClock } from '../kernel/clock';
import { readConfig } from '../kernel/config';
import { toGlobalId } from '../kernel/ids';
import { createLog } from '../kernel/log';
import { openRecord } from '../record';
import { RegisterStakeholderInput } from '../stakeholder/stakeholder.inputs';
import { asked, checked } from './asked';

export interface AdministratorOptions {
  readonly code: string;
  readonly stakeholder: string;
  readonly name: string;
}

/** Registers who administers the platform, and the stakeholder that operates it; everybody else is registered over the API. */
export async function administrator({ code, stakeholder, name }: AdministratorOptions): Promise<void> {
  await asked({ code: '--code', name: '--stakeholder' }, async () =>
    checked(new RegisterStakeholderInput(), { code, name: stakeholder }),
  );
  await asked({ name: '--name' }, async () => checked(new RegisterPersonInput(), { name }));
  const config = readConfig();
  const log = createLog(config.logLevel);
  const record = await openRecord({ config, log, clock: systemClock, as: 'migration' });
  try {
    const first = { code, stakeholderName: stakeholder, personName: name };
    const { personId, stakeholderId } = await asked({ code: '--code' }, () =>
      registerFirstAdministrator(record.work, first),
    );
    const minted = mint('PERSON');
    const input = { personId, stakeholderId, label: 'First access', hours: config.accessCodeHours };
    await record.work.run({ kind: 'platform' }, { mutation: 'createAccessCode', input: {} }, (work) =>
      createAccessCode(work, input, { minted, maxHours: config.accessCodeHours }),
    );
    process.stderr.write(
      `${name} (${toGlobalId('Person', personId)}) administers the platform. ` +
        `This access code is good for ${input.hours} hours, and is not shown again:\n`,
    );
    process.stdout.write(`${minted.token}\n`);
  } finally {
    await record.close();
  }
}
