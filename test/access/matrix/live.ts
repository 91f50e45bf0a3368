import { asParty, declareOpenly, done } from '../../support/builders';
import type { Live } from '../../support/live';
import type { Party } from '../../support/party';
import { incidentsOf } from './deliveries';
import type { Selection } from './selection';
import { followers, markings, readers, tokenHolders, type ViewerName } from './table';
import { makePart, type PartKind } from './things';
import type { World } from './world';

// biome-ignore lint/suspicious/noExplicitAny: events have the shape of their documents.
type Shown = any;

/** What one viewer heard while things happened of which it may see a part. */
export interface Heard {
  /** The markings at whose things the overview told of a change. */
  readonly changes: readonly string[];
  /** The lines that the journal delivered, and those that a query answers. */
  readonly lines: { readonly delivered: readonly Shown[]; readonly asked: readonly Shown[] };
  /** What the journal said instead, where it delivered none. */
  readonly ends: readonly string[];
}

/** In the overview nothing hangs on lines that are sealed to its reader: it does not select what would. */
export const residue = ['Incident.journal', 'Incident.journalHead'];

export const listeners: readonly ViewerName[] = [...tokenHolders, 'ended'];
const quick: readonly PartKind[] = ['note', 'service', 'action'];

/** The documents, generated; what a subscription says of an incident besides its lines is the overview's. */
export function documentsOf(overview: Selection, journal: Selection) {
  const type = (name: string) => overview.schema.getType(name) as never;
  return {
    overview: `subscription { incidents ${overview.of(type('IncidentsUpdate'), { hops: 1 })} }`,
    journal: `subscription ($incidents: [ID!]) { journal(incidents: $incidents) ${journal.of(type('JournalUpdate'), { hops: 0 })} }`,
    lines: `query ($id: ID!) { incident(id: $id) { journalHead { number } journal(first: 500) {
      edges { node ${journal.of(type('JournalLine'), { hops: 0 })} } } } }`,
  };
}

type Documents = ReturnType<typeof documentsOf>;

/** One viewer, listening. */
class Ear {
  readonly changes: string[] = [];
  private heard = 0;

  constructor(
    readonly name: ViewerName,
    readonly party: Party,
    readonly overview: Live,
    readonly journal: Live,
  ) {}

  /** Waits for the overview to tell of the fence, and notes whether it told of anything else before. */
  async passes(fence: Fence, label: string): Promise<void> {
    const events = await this.overview.until((all) => all.slice(this.heard).some((event) => fence.isIn(event)));
    const others = events.slice(this.heard).filter(({ incidents }) => incidents.incident?.id !== fence.id);
    this.heard = events.length;
    if (others.length > 0) this.changes.push(label);
  }

  /** Whether it heard of nothing at all until it got to read, and then of each incident once. */
  heardNothingBefore(): boolean {
    const told = this.overview.events.slice(this.heard).map(({ incidents }) => incidents.incident?.id);
    return new Set(told).size === told.length;
  }

  readonly begin = (): void => {
    this.heard = this.overview.events.length;
  };
}

/** An incident that all readers see, and that changes for all of them after each step: what comes later, comes after. */
class Fence {
  private version = 1;

  constructor(
    private readonly by: Party,
    readonly id: string,
  ) {}

  async move(): Promise<void> {
    await done(this.by, 'reviseIncident', {
      incidentId: this.id,
      expectedVersion: this.version++,
      summary: `Étape ${this.version}`,
    });
  }

  isIn({ incidents }: Shown): boolean {
    return incidents.incident?.id === this.id && incidents.incident.version === this.version;
  }
}

/** Listens for every viewer while parts are made with each marking, and after each of them a change that all hear of. */
export async function listen(world: World, documents: Documents): Promise<ReadonlyMap<ViewerName, Heard>> {
  const fence = await raised(world);
  const incidents = [...incidentsOf(world), fence.id];
  const before = await linesOf(world.cast.as.originator, documents, incidents);
  const ears = await Promise.all((await audience(world)).map((one) => listening(one, documents, incidents)));
  await endRights(world, ears.find(({ name }) => name === 'ended') as Ear);
  for (const marking of markings) {
    for (const name of marking.within) {
      const place = { cast: world.cast, whole: world.whole[name], note: world.whole[name].note, marking, region: '93' };
      for (const kind of quick) await makePart(kind, { ...place, isAlone: true });
    }
    await fence.move();
    const reading = ears.filter(({ name }) => readers.includes(name));
    for (const ear of reading) await ear.passes(fence, marking.label);
  }
  return heardBy(ears, { world, documents, fence, incidents, before });
}

interface Play {
  readonly world: World;
  readonly documents: Documents;
  readonly fence: Fence;
  readonly incidents: readonly string[];
  /** How many lines there were of each incident. */
  readonly before: readonly Shown[][];
}

async function heardBy(ears: readonly Ear[], play: Play): Promise<ReadonlyMap<ViewerName, Heard>> {
  const heard = new Map<ViewerName, Heard>();
  for (const ear of ears) {
    const ends = ear.journal.events.flatMap(({ journal }) =>
      journal.__typename === 'JournalEnded' ? journal.reason : [],
    );
    if (!readers.includes(ear.name)) await letRead(ear, play);
    const lines = followers.includes(ear.name) ? await continued(ear, play) : { delivered: [], asked: [] };
    heard.set(ear.name, { changes: ear.changes, lines, ends });
    await ear.party.leave();
  }
  return heard;
}

/** Who reads nothing hears no fence until it may read: then it hears of each incident, for the first time. */
async function letRead(ear: Ear, { world, fence }: Play): Promise<void> {
  const { person, stakeholder } = ear.party;
  await done(world.cast.as.platform, 'grantRights', {
    ...{ personId: person, stakeholderId: stakeholder, rights: ['READ'] },
    expectedVersion: ear.name === 'ended' ? 2 : 1,
  });
  await ear.overview.until((events) => events.some((event) => fence.isIn(event)));
  if (!ear.heardNothingBefore()) ear.changes.push('before it could read');
}

async function continued(ear: Ear, { documents, incidents, before }: Play): Promise<Heard['lines']> {
  const now = await linesOf(ear.party, documents, incidents);
  const asked = now.flatMap((lines, index) => lines.slice(before[index]?.length));
  const delivered = () =>
    incidents.flatMap((id) =>
      ear.journal.events.flatMap(({ journal }) => (journal.head?.incidentId === id ? journal.lines : [])),
    );
  await ear.journal.until(() => delivered().length >= asked.length);
  return { delivered: delivered(), asked };
}

async function linesOf(by: Party, { lines }: Documents, incidents: readonly string[]): Promise<Shown[][]> {
  const answers = await Promise.all(incidents.map((id) => by.ask(lines, { id })));
  return answers.map(({ incident }) => incident.journal.edges.map(({ node }: Shown) => node));
}

async function raised({ cast }: World): Promise<Fence> {
  const { originator, listed, named, authority, operator } = cast.as;
  const parties = [listed, named, authority, operator].map((party) => asParty(party));
  return new Fence(originator, (await declareOpenly(originator, { parties })).id);
}

/** The viewers; for those who get to read at the end, others of the same kind. */
async function audience({ cast, cellule }: World): Promise<(readonly [ViewerName, Party])[]> {
  const { originator, listed, platform } = cast.as;
  const others: Partial<Record<ViewerName, Party>> = {
    platform: await cellule.colleague(platform, ['PLATFORM_ADMIN']),
    administrator: await cellule.colleague(listed, ['ADMINISTER']),
    ended: await cellule.colleague(originator),
  };
  return listeners.map((name) => [name, others[name] ?? cast.as[name]] as const);
}

/** Who listens when its rights end is told that all of it is gone. */
async function endRights({ cast }: World, { party, overview, journal, begin }: Ear): Promise<void> {
  const { person, stakeholder } = party;
  await done(cast.as.platform, 'endRights', { personId: person, stakeholderId: stakeholder, expectedVersion: 1 });
  const shown = (events: readonly Shown[]) => events.flatMap(({ incidents }) => incidents.incidents ?? []).length;
  const gone = (events: readonly Shown[]) => events.filter(({ incidents }) => incidents.id !== undefined).length;
  await overview.until((events) => gone(events) === shown(events));
  await journal.until((events) => events.at(-1).journal.__typename === 'JournalEnded');
  begin();
}

async function listening(
  [name, party]: readonly [ViewerName, Party],
  { overview, journal }: Documents,
  incidents: readonly string[],
): Promise<Ear> {
  const ear = new Ear(name, party, party.subscribe(overview), party.subscribe(journal, { incidents }));
  await ear.overview.until((events) => events.some((event) => event.incidents.caughtUp));
  await ear.journal.until((events) => events.length >= incidents.length);
  ear.begin();
  return ear;
}
