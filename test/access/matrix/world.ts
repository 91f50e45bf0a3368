import { asParty, carryOut, declare, done, write } from '../../support/builders';
import { startTestCellule, type TestCellule } from '../../support/cellule';
import { assemble, type Cast, part } from './cast';
import { credentials } from './credentials';
import {
  everybody,
  followers,
  markings,
  readers,
  tokenHolders,
  type ViewerName,
  type WholeName,
  wholes,
} from './table';
import { makePart, partKinds, type Thing, thing } from './things';

export interface World {
  readonly cellule: TestCellule;
  readonly cast: Cast;
  readonly whole: Readonly<Record<WholeName, Whole>>;
  readonly things: readonly Thing[];
  /** When all of it was there: what is recorded later is new. */
  readonly madeAt: string;
}

export interface Whole {
  readonly name: WholeName;
  readonly id: string;
  readonly reference: string;
  /** A note that all who see the incident may read. */
  readonly note: string;
}

/** A region for each marking in each incident, so that what is found in a region is one thing of a kind. */
const regions: Readonly<Record<WholeName, readonly string[]>> = {
  open: ['11', '24', '27', '28', '32'],
  closed: ['', '52', '53', '75', '76'],
};
/** Regions for what is made later, with the same markings. */
export const freshRegions = ['44', '84', '93', '94', '06'];

/** More is asked at once, and faster, than anybody may: what the limits do is not what the matrix is about. */
const unlimited = {
  ...{ MAX_ROOT_FIELDS: '100', MAX_ALIASES: '1000', MAX_FIELDS: '100000', MAX_COST: '100000000' },
  ...{ MAX_TOKENS: '15000', REQUESTS_PER_VIEWER: '0', REQUESTS_PER_ADDRESS: '0' },
};

/** Two incidents, with a thing of each kind for each marking in each; whoever is to have left leaves at the end. */
export async function aWorld(): Promise<World> {
  const cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600', ...unlimited } });
  const before = await assemble(cellule);
  const whole = { open: await declared(before, 'open'), closed: await declared(before, 'closed') };
  const things: Thing[] = [];
  for (const name of ['open', 'closed'] as const) {
    things.push(...(await partsOf(before, whole[name])), ...(await belongings(before, whole[name])));
  }
  const elsewhere = await foreign(before, 'INVOLVED');
  things.push(...elsewhere, await publish(before, elsewhere[0]?.id ?? ''));
  things.push(...(await recruit(before, 'platform')), ...(await recruit(before, 'administrator')));
  things.push(...(await credentials(before)));
  const cast = await part(before, [whole.open.id, whole.closed.id]);
  return { cellule, cast, whole, things, madeAt: new Date().toISOString() };
}

async function declared(cast: Cast, name: WholeName): Promise<Whole> {
  const { originator, listed, named, authority, released, platform, operator } = cast.as;
  const { id, reference } = await declare(originator, {
    title: `Incident ${name}`,
    marking: wholes[name].marking,
    operatorId: operator.stakeholder,
    parties: [listed, named, authority, released, platform].map((party) => asParty(party)),
    regions: [{ region: name === 'open' ? '01' : '02', involveAuthority: false }],
  });
  const note = await write(originator, id, 'Pour tous.');
  return { name, id, reference, note: note.id };
}

async function partsOf(cast: Cast, whole: Whole): Promise<Thing[]> {
  const made: Thing[] = [];
  for (const [index, marking] of markings.entries()) {
    if (!marking.within.includes(whole.name)) continue;
    const region = regions[whole.name][index] as string;
    for (const kind of partKinds) made.push(await makePart(kind, { cast, whole, marking, region, note: whole.note }));
  }
  return made;
}

/** The incident itself, and what takes its marking. */
async function belongings(cast: Cast, { id, reference, name }: Whole): Promise<Thing[]> {
  const { originator } = cast.as;
  const { seenBy } = wholes[name];
  const duplicate = await declare(originator, { title: 'Doublon', marking: wholes.open.marking });
  await done(originator, 'closeIncident', {
    incidentId: duplicate.id,
    expectedVersion: duplicate.version,
    resolution: 'DUPLICATE',
    duplicateOfId: id,
  });
  const party = { stakeholderId: await aName(cast, `TIERS-${name.toUpperCase()}`), role: 'INFORMED', access: 'READ' };
  const involvement = await done(originator, 'involveStakeholder', { incidentId: id, party });
  const statement = await publish(cast, id);
  const region = name === 'open' ? '01' : '02';
  return [
    thing('incident', {
      id,
      incidentId: id,
      label: `the ${name} incident`,
      seenBy,
      from: duplicate.id,
      name: reference,
      region,
    }),
    thing('involvement', { id: involvement.id, incidentId: id, label: `in the ${name} incident`, seenBy }),
    { ...statement, from: id },
  ];
}

/** An incident that none but its originator is involved in, and that involvement. */
export async function foreign(cast: Cast, audience: 'ENROLLED' | 'INVOLVED'): Promise<Thing[]> {
  const whole = audience === 'ENROLLED' ? wholes.open : wholes.closed;
  const region = audience === 'ENROLLED' ? '03' : '04';
  const input = { title: 'Ailleurs', marking: whole.marking, regions: [{ region, involveAuthority: false }] };
  const { id, reference } = await declare(cast.as.originator, input);
  const { incident } = await cast.as.originator.ask(`{ incident(id: "${id}") { involvements { id } } }`);
  const own: ViewerName[] = ['originator', 'colleague', 'system'];
  const about = {
    incidentId: id,
    label: `another incident, ${audience}`,
    seenBy: audience === 'ENROLLED' ? readers : own,
  };
  return [
    thing('incident', { ...about, id, from: id, name: reference, region }),
    thing('involvement', { ...about, id: incident.involvements[0].id }),
  ];
}

export async function publish(cast: Cast, incidentId: string): Promise<Thing> {
  const input = { incidentId, title: 'Communiqué', text: 'Les officines restent ouvertes.', regions: ['06'] };
  const { id } = await done(cast.as.originator, 'publishStatement', input);
  return thing('statement', { id, incidentId, label: 'published', seenBy: everybody, region: '06' });
}

/** The third party of the open incident, in another one. */
export async function involveAnother(cast: Cast, incidentId: string): Promise<Thing> {
  const party = { stakeholderId: await aName(cast, 'TIERS-OPEN'), role: 'INFORMED', access: 'READ' };
  const { id } = await done(cast.as.originator, 'involveStakeholder', { incidentId, party });
  return thing('involvement', { id, incidentId, label: 'one more party', seenBy: followers });
}

async function aName({ as }: Cast, code: string): Promise<string> {
  const known = await as.platform.attempt('query ($code: String!) { stakeholder(code: $code) { id } }', { code });
  if (known.data?.stakeholder) return known.data.stakeholder.id;
  const input = { code, name: `Partie ${code}`, kind: 'PHARMACY', scope: 'LOCAL' };
  return (await done(as.platform, 'registerStakeholder', input)).id;
}

/** A person of the listed stakeholder, registered by the platform or by the stakeholder's own administrator. */
export async function recruit(cast: Cast, by: 'platform' | 'administrator'): Promise<Thing[]> {
  const { listed } = cast.as;
  const input = { name: `Recrue (${by})`, stakeholderId: listed.stakeholder, rights: ['READ'] };
  const answer = 'person { id } entries { id number kind }';
  const { person, entries } = await carryOut(cast.as[by], 'registerPerson', input, answer);
  const label = `by the ${by}`;
  const members: ViewerName[] = ['listed', 'platform', 'administrator'];
  const concerned: ViewerName[] = by === 'platform' ? ['platform', 'administrator'] : members;
  return [
    thing('person', { id: person.id, label, seenBy: tokenHolders }),
    thing('membership', { id: person.id, label, seenBy: members, from: listed.stakeholder }),
    thing('registry entry', { id: entries[0].id, label, seenBy: concerned }),
  ];
}
