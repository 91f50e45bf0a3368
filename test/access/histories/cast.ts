import { globalId, type TestCellule } from '../../support/cellule';
import { Party } from '../../support/party';
import type { Right, World } from './world';

/** The parties of every history; ARS-NOR begins as enrolled only, and AGENCE without accounts. */
const parties = {
  'ARS-BRE': { kind: 'ARS', authority: true },
  'DGS-CCS': { kind: 'DGS_CCS', authority: true },
  CERP: { kind: 'OPERATOR', authority: false },
  PREST: { kind: 'RESPONSE_PROVIDER', authority: false },
  'ARS-NOR': { kind: 'ARS', authority: true },
  AGENCE: { kind: 'BRANCH', authority: false },
} as const;
export type Code = keyof typeof parties | 'PLATFORM' | 'GUET';
export const codes = Object.keys(parties) as (keyof typeof parties)[];

export function isAuthority(code: Code): boolean {
  return code in parties && parties[code as keyof typeof parties].authority;
}

/** A person acting for a party. `double` is the person of the DGS, at the operator's. */
export const seats = {
  bretagne: { person: 'bretagne', code: 'ARS-BRE', rights: ['READ', 'CONTRIBUTE', 'COORDINATE'] },
  colleague: { person: 'colleague', code: 'ARS-BRE', rights: ['READ', 'CONTRIBUTE'] },
  dgs: { person: 'dgs', code: 'DGS-CCS', rights: ['READ', 'CONTRIBUTE', 'COORDINATE'] },
  operator: { person: 'operator', code: 'CERP', rights: ['READ', 'CONTRIBUTE', 'COORDINATE'] },
  double: { person: 'dgs', code: 'CERP', rights: ['READ', 'CONTRIBUTE'] },
  provider: { person: 'provider', code: 'PREST', rights: ['READ', 'CONTRIBUTE'] },
  normandie: { person: 'normandie', code: 'ARS-NOR', rights: ['READ', 'CONTRIBUTE'] },
  administrator: { person: 'administrator', code: 'PLATFORM', rights: ['ADMINISTER', 'PLATFORM_ADMIN'] },
  branch: { person: 'branch', code: 'AGENCE', rights: ['READ'] },
} as const satisfies Record<string, { person: string; code: Code; rights: readonly Right[] }>;
export type Seat = keyof typeof seats;
export const seatNames = Object.keys(seats) as Seat[];
export type Person = (typeof seats)[Seat]['person'];
export const persons = [...new Set(seatNames.map((seat) => seats[seat].person))];

/** Everybody at the API: seats that exist, and who keeps the watch by which readers are known to be up to date. */
export interface Cast {
  readonly cellule: TestCellule;
  readonly lookout: Party;
  readonly seated: Map<Seat, Party>;
  readonly ids: Map<Code, string>;
}

export async function aCast(cellule: TestCellule): Promise<Cast> {
  const seated = new Map<Seat, Party>();
  const ids = new Map<Code, string>([['PLATFORM', cellule.admin.stakeholder]]);
  for (const code of codes) ids.set(code, await cellule.named(code, parties[code].kind));
  const cast = { cellule, lookout: await cellule.party('GUET'), seated, ids };
  ids.set('GUET', cast.lookout.stakeholder);
  const present = seatNames.filter((seat) => seat !== 'double' && seat !== 'branch');
  for (const seat of present) seated.set(seat, await sit(cast, seat));
  await grantDouble(cast);
  return cast;
}

/** Registers the person of a seat: its party is enrolled by that. */
export async function sit({ cellule, ids }: Cast, seat: Seat): Promise<Party> {
  const { code, rights } = seats[seat];
  const party = { stakeholder: ids.get(code), code } as Party;
  return cellule.colleague(party, rights);
}

async function grantDouble({ cellule, seated, ids }: Cast): Promise<void> {
  const person = seated.get('dgs')?.person as string;
  const stakeholderId = ids.get('CERP') as string;
  await cellule.admin.ask('mutation ($input: GrantRightsInput!) { grantRights(input: $input) { person { id } } }', {
    input: { personId: person, stakeholderId, rights: seats.double.rights },
  });
  const keys = { personId: keyOf(person), stakeholderId: keyOf(stakeholderId) };
  const token = await cellule.tokens.sign({ ...keys, expiresInSeconds: 3600 });
  seated.set('double', new Party({ url: cellule.cellule.url, token, code: 'CERP', ...keys }));
}

function keyOf(id: string): string {
  return Buffer.from(id, 'base64url').toString().split(':')[1] as string;
}

export function personId({ seated }: Cast, person: Person): string {
  return seated.get(person)?.person ?? globalId('Person', '018f0000-0000-7000-8000-000000000000');
}

export function aWorld(): World {
  const memberships = seatNames.map((seat) => [seat, { rights: seat === 'branch' ? null : seats[seat].rights }]);
  return { memberships: Object.fromEntries(memberships), incidents: [], words: {}, said: 0, agencyHasAccounts: false };
}
