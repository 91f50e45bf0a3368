import { carryOut } from '../../support/builders';
import type { Cast } from './cast';
import type { ViewerName } from './table';
import { type Thing, thing } from './things';

/** Who manages credentials of the listed stakeholder; those of all others are managed by the platform alone. */
export const stewards: readonly ViewerName[] = ['platform', 'administrator'];
type Steward = 'platform' | 'administrator';
type Holder = 'listed' | 'named' | 'originator' | 'ended';

/** Of each kind, good and given up, of somebody who still acts and of somebody who no longer does. */
export async function credentials(cast: Cast): Promise<Thing[]> {
  return [
    ...(await apiToken(cast, 'platform')),
    ...(await apiToken(cast, 'administrator')),
    ...(await apiToken(cast, 'platform', 'originator')),
    ...(await accessCode(cast, 'administrator')),
    ...(await accessCode(cast, 'platform', 'named')),
    ...(await accessCode(cast, 'platform', 'ended')),
    ...(await givenUp(cast)),
  ];
}

/** An API token with its entry: neither its system nor those who act for its stakeholder learn of it. */
export async function apiToken(cast: Cast, by: Steward, of: Holder = 'listed'): Promise<Thing[]> {
  const input = { stakeholderId: cast.as[of].stakeholder, label: 'Supervision' };
  const made = await carryOut(cast.as[by], 'createApiToken', input, answer);
  return told(made, `an API token for ${of}, by the ${by}`, { itself: managing(of), entry: managing(of) });
}

/** An access code with its entry: whoever it is for sees it, and none of their colleagues does. */
export async function accessCode(cast: Cast, by: Steward, of: Holder = 'listed'): Promise<Thing[]> {
  const made = await carryOut(cast.as[by], 'createAccessCode', codeFor(cast, of), answer);
  const itself = of === 'ended' ? managing(of) : [of, ...managing(of)];
  return told(made, `an access code for ${of}, by the ${by}`, { itself, entry: managing(of) });
}

/** Whoever gave a code up wrote the entry about that. */
async function givenUp(cast: Cast): Promise<Thing[]> {
  const { platform, listed } = cast.as;
  const { credential } = await carryOut(platform, 'createAccessCode', codeFor(cast, 'listed'), answer);
  const made = await carryOut(listed, 'revokeCredential', { credentialId: credential.id }, answer);
  const readers: ViewerName[] = ['listed', ...stewards];
  return told(made, 'an access code, given up', { itself: readers, entry: readers });
}

const answer = 'credential { id } entries { id }';

function codeFor({ as }: Cast, whom: Holder): object {
  return { personId: as[whom].person, stakeholderId: as[whom].stakeholder, label: 'Nuit', hours: 24 };
}

function managing(of: Holder): readonly ViewerName[] {
  return of === 'listed' ? stewards : ['platform'];
}

interface Made {
  readonly credential: { readonly id: string };
  readonly entries: readonly [{ readonly id: string }];
}

interface SeenBy {
  readonly itself: readonly ViewerName[];
  readonly entry: readonly ViewerName[];
}

function told({ credential, entries }: Made, label: string, { itself, entry }: SeenBy): Thing[] {
  return [
    thing('credential', { id: credential.id, label, seenBy: itself }),
    thing('registry entry', { id: entries[0].id, label, seenBy: entry }),
  ];
}
