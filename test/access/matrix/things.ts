import { carryOut, done, plan, write } from '../../support/builders';
import type { Party } from '../../support/party';
import type { Cast } from './cast';
import type { MarkingRow, ViewerName, WholeName } from './table';

/** Something that some see and others do not. */
export interface Thing {
  readonly kind: Kind;
  /** Its type in the schema. */
  readonly type: string;
  readonly label: string;
  readonly id: string;
  readonly seenBy: readonly ViewerName[];
  readonly incidentId?: string;
  /** The region that it is about, and nothing else with the same readers' reach. */
  readonly region?: string;
  /** Of a line: its number in the journal. */
  readonly number?: number;
  /** A thing with more readers that leads to it. */
  readonly from?: string;
  /** Of what is found by a name of its own: that name. */
  readonly name?: string;
}

/** Where a part of an incident is to be made, and with which marking. */
export interface Place {
  readonly cast: Cast;
  readonly whole: { readonly name: WholeName; readonly id: string };
  readonly marking: MarkingRow;
  readonly region: string;
  /** A note that all who see the incident may read. */
  readonly note: string;
  /** Nothing with more readers is to be made that leads to it. */
  readonly isAlone?: boolean;
}

const occurred = { earliest: null, latest: '2024-10-19T08:00:00Z', precision: 'RANGE' };
type Found = Pick<Thing, 'id' | 'number' | 'from'>;

async function written(by: Party, { whole, marking, cast }: Place, more: object = {}): Promise<Found> {
  const entry = { text: `Point ${marking.label}`, occurred, marking: marking.input(cast) };
  return write(by, whole.id, entry.text, { entry, ...more });
}

async function plannedAt({ cast, whole, marking, region }: Place, regions = [region]): Promise<Entries> {
  const input = { incidentId: whole.id, title: `Action ${marking.label}`, regions, marking: marking.input(cast) };
  return carryOut(
    cast.as.originator,
    'planAction',
    { ...input, entry: { occurred } },
    'action { id } entries { id number }',
  );
}

interface Entries {
  readonly action: { readonly id: string };
  readonly entries: readonly [{ readonly id: string; readonly number: number }];
}

/** How a part of an incident is made, by its originator: a kind of part is a row here, and its paths are in `paths.ts`. */
const parts = {
  region: {
    type: 'AffectedRegion',
    make: ({ cast, whole, marking, region }: Place): Promise<Found> => {
      const situation = { region, marking: marking.input(cast), involveAuthority: false };
      return done(cast.as.originator, 'addAffectedRegion', { incidentId: whole.id, situation });
    },
  },
  service: {
    type: 'AffectedService',
    make: ({ cast, whole, marking }: Place): Promise<Found> => {
      const situation = { name: `Service ${marking.label}`, status: 'DOWN', marking: marking.input(cast) };
      return done(cast.as.originator, 'addAffectedService', { incidentId: whole.id, situation });
    },
  },
  action: {
    type: 'Action',
    make: async (place: Place): Promise<Found> => {
      const { whole, cast } = place;
      const { action } = await plannedAt(place);
      if (place.isAlone) return { id: action.id };
      const overtaken = await plan(cast.as.originator, whole.id, { title: 'Dépassée' });
      const by = { actionId: overtaken.id, expectedVersion: 1, supersededById: action.id };
      await done(cast.as.originator, 'supersedeAction', by);
      return { id: action.id, from: overtaken.id };
    },
  },
  draft: {
    type: 'StatementDraft',
    make: ({ cast, whole, marking, region }: Place): Promise<Found> => {
      const input = { incidentId: whole.id, title: `Projet ${marking.label}`, text: 'À relire.', regions: [region] };
      return done(cast.as.originator, 'draftStatement', { ...input, marking: marking.input(cast) });
    },
  },
  deed: {
    type: 'JournalEntry',
    make: async (place: Place): Promise<Found> => (await plannedAt(place, [])).entries[0],
  },
  note: { type: 'JournalEntry', make: (place: Place) => written(place.cast.as.originator, place) },
  reply: {
    type: 'JournalEntry',
    make: async (place: Place): Promise<Found> => {
      const reply = await written(place.cast.as.originator, place, { repliesTo: place.note });
      return { ...reply, from: place.note };
    },
  },
  correction: {
    type: 'JournalEntry',
    make: async (place: Place): Promise<Found> => {
      const { cast, marking, note } = place;
      const entry = { text: `Corrigé ${marking.label}`, occurred, marking: marking.input(cast) };
      return { ...(await done(cast.as.originator, 'correctEntry', { entryId: note, entry })), from: note };
    },
  },
  about: {
    type: 'JournalEntry',
    make: async (place: Place): Promise<Found> => {
      const { action } = await plannedAt(place, []);
      const { originator } = place.cast.as;
      const entry = { text: `Au sujet ${place.marking.label}`, occurred };
      return write(originator, place.whole.id, entry.text, { entry, subject: action.id });
    },
  },
} as const;

export type PartKind = keyof typeof parts;
export const partKinds = Object.keys(parts) as PartKind[];
/** What is no part of an incident is made in `world.ts`, and in `credentials.ts`. */
export type Kind =
  | PartKind
  | 'incident'
  | 'involvement'
  | 'statement'
  | 'registry entry'
  | 'person'
  | 'membership'
  | 'credential';

export const typesOfKinds: Readonly<Record<Kind, string>> = {
  ...(Object.fromEntries(partKinds.map((kind) => [kind, parts[kind].type])) as Record<PartKind, string>),
  incident: 'Incident',
  involvement: 'Involvement',
  statement: 'PublicStatement',
  'registry entry': 'JournalEntry',
  person: 'Person',
  membership: 'Membership',
  credential: 'Credential',
};

export function thing(kind: Kind, about: Omit<Thing, 'kind' | 'type'>): Thing {
  return { kind, type: typesOfKinds[kind], ...about };
}

export async function makePart(kind: PartKind, place: Place): Promise<Thing> {
  const { id, number, from } = await parts[kind].make(place);
  const { marking, whole, region } = place;
  return {
    ...{ kind, id, region, type: parts[kind].type, seenBy: marking.seenBy, incidentId: whole.id },
    label: `${marking.label} in the ${whole.name} incident`,
    ...(number !== undefined && { number }),
    ...(from !== undefined && { from }),
  };
}
