import type { Viewer } from '../access/viewer';
import type { UnitOfWork } from '../journal/unit-of-work';
import { registerStakeholder } from '../stakeholder/stakeholder.commands';
import { registerPerson } from './person.commands';

export interface FirstAdministrator {
  /** The code and name of the stakeholder that operates the platform. */
  readonly code: string;
  readonly stakeholderName: string;
  readonly personName: string;
}

/** Registers who administers the platform, in the name of the platform itself: everybody else is registered by them. */
export async function registerFirstAdministrator(
  work: UnitOfWork,
  first: FirstAdministrator,
): Promise<Viewer & { kind: 'person' }> {
  const { code, stakeholderName, personName } = first;
  const request = { mutation: 'registerFirstAdministrator', input: {} };
  const { result } = await work.run({ kind: 'platform' }, request, async (atWork) => {
    const stakeholderId = await registerStakeholder(atWork, {
      code,
      name: stakeholderName,
      kind: 'OTHER',
      scope: 'NATIONAL',
      enrolled: true,
    });
    const personId = await registerPerson(atWork, {
      name: personName,
      stakeholderId,
      rights: ['PLATFORM_ADMIN', 'ADMINISTER'],
    });
    return { kind: 'person' as const, personId, stakeholderId };
  });
  return result;
}
