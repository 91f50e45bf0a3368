import { heads } from '../../support/builders';
import { globalId } from '../../support/cellule';
import type { Cast } from './cast';
import { accessCode, apiToken, stewards } from './credentials';
import type { Selection } from './selection';
import { differences, questionsOf, type Residue, type Snapshot, snapshot, withoutResidue } from './snapshot';
import { everybody, followers, type MarkingRow, markings, readers, type ViewerName, viewers } from './table';
import { makePart, partKinds, type Thing } from './things';
import { foreign, freshRegions, involveAnother, publish, recruit, type World } from './world';

/** Something happens that some may see: all of it has the same readers, or is told apart by its things. */
interface Round {
  readonly name: string;
  readonly seenBy: readonly ViewerName[];
  readonly make: (world: World) => Promise<readonly Thing[]>;
}

/** Rounds one after the other of which a viewer may see nothing. */
export interface Stretch {
  readonly viewer: ViewerName;
  readonly rounds: readonly string[];
}

/** What a viewer noticed of such a stretch. */
export interface Noticed extends Stretch {
  /** Where its answers differ, but for the residue. */
  readonly differences: readonly string[];
  /** Sealed lines that are new to it, by incident, and lines that were written in what it follows. */
  readonly sealed: object;
  readonly written: object;
}

/** What all answers together name of all that was made, and what they should name. */
export interface Named {
  readonly viewer: ViewerName;
  readonly named: readonly string[];
  readonly mayName: readonly string[];
}

const own: readonly ViewerName[] = ['originator', 'colleague', 'system'];
const members: readonly ViewerName[] = ['listed', 'platform', 'administrator'];

const oneMoreParty: Round = {
  name: 'one more party',
  seenBy: followers,
  make: async ({ cast, whole }) => [await involveAnother(cast, whole.closed.id)],
};

/**
 * A new thing that somebody may not see is a row here. Those for the fewest come first, so that each viewer has long
 * stretches in which nothing is for it: it is asked before and after each.
 */
export const rounds: readonly Round[] = [
  { name: 'an API token, by the platform', seenBy: stewards, make: ({ cast }) => apiToken(cast, 'platform') },
  { name: 'an API token, by an administrator', seenBy: stewards, make: ({ cast }) => apiToken(cast, 'administrator') },
  { name: 'an access code', seenBy: members, make: ({ cast }) => accessCode(cast, 'administrator') },
  { name: 'a person, by the platform', seenBy: members, make: ({ cast }) => recruited(cast, 'platform') },
  { name: 'a person, by an administrator', seenBy: members, make: ({ cast }) => recruited(cast, 'administrator') },
  { name: 'an incident for its own party', seenBy: own, make: ({ cast }) => elsewhere(cast, 'INVOLVED') },
  ...[...markings]
    .reverse()
    .flatMap((marking): Round[] => [
      ...(marking.seenBy === followers ? [oneMoreParty] : []),
      { name: `things marked ${marking.label}`, seenBy: marking.seenBy, make: (world) => partsOf(world, marking) },
    ]),
  {
    name: 'an incident for every enrolled stakeholder',
    seenBy: readers,
    make: ({ cast }) => elsewhere(cast, 'ENROLLED'),
  },
  {
    name: 'a public statement',
    seenBy: everybody,
    make: async ({ cast, whole }) => [await publish(cast, whole.closed.id)],
  },
];

export function stretchesOf(viewer: ViewerName): Stretch[] {
  const stretches: string[][] = [[]];
  for (const { name, seenBy } of rounds) {
    if (seenBy.includes(viewer)) stretches.push([]);
    else stretches.at(-1)?.push(name);
  }
  return stretches.filter((names) => names.length > 0).map((names) => ({ viewer, rounds: names }));
}

/** A thing of each kind, alone: nothing with more readers is written beside it. */
async function partsOf({ cast, whole }: World, marking: MarkingRow): Promise<Thing[]> {
  const made: Thing[] = [];
  for (const name of marking.within) {
    const region = freshRegions[markings.indexOf(marking)] as string;
    const place = { cast, marking, region, whole: whole[name], note: whole[name].note, isAlone: true };
    for (const kind of partKinds) made.push(await makePart(kind, place));
  }
  return made;
}

/** What is asked by id is what there was before: of a new incident only itself is found. */
async function elsewhere(cast: Cast, audience: 'ENROLLED' | 'INVOLVED'): Promise<Thing[]> {
  return (await foreign(cast, audience)).filter(({ kind }) => kind === 'incident');
}

/** Persons are found by those who know their id already: what is new is that they act for somebody. */
async function recruited(cast: Cast, by: 'platform' | 'administrator'): Promise<Thing[]> {
  return (await recruit(cast, by)).filter(({ kind }) => kind !== 'person');
}

/** Plays all rounds, and looks at every viewer's answers before and after each stretch of which it may see nothing. */
export async function play(world: World, selection: Selection): Promise<{ noticed: Noticed[]; named: Named[] }> {
  const questions = questionsOf(selection, world);
  const look = async (viewer: ViewerName): Promise<Look> => {
    const heads = followers.includes(viewer) ? await headsOf(world) : new Map();
    return { heads, answers: await snapshot(world.cast.as[viewer], questions) };
  };
  const [begun, noticed, things]: [Map<ViewerName, Look>, Noticed[], Thing[]] = [new Map(), [], []];
  const end = async (viewer: ViewerName, after: Look): Promise<void> => {
    const before = begun.get(viewer);
    if (!before) return;
    const stretch = stretchesOf(viewer)[noticed.filter((one) => one.viewer === viewer).length] as Stretch;
    noticed.push({ ...stretch, ...compared(before, after) });
    begun.delete(viewer);
  };
  for (const { seenBy, make } of rounds) {
    await Promise.all(
      viewers.map(async (viewer) => {
        const isOver = seenBy.includes(viewer);
        if (isOver === begun.has(viewer)) {
          const now = await look(viewer);
          await end(viewer, now);
          if (!isOver) begun.set(viewer, now);
        }
      }),
    );
    things.push(...(await make(world)));
  }
  const last = await Promise.all(viewers.map(look));
  await Promise.all(viewers.map((viewer, index) => end(viewer, last[index] as Look)));
  return { noticed, named: viewers.map((viewer, index) => namedIn(viewer, last[index] as Look, things)) };
}

type Heads = ReadonlyMap<string, number>;

/** All answers of a viewer, and how far the journals reached that it follows. */
interface Look {
  readonly heads: Heads;
  readonly answers: Snapshot;
}

function compared(before: Look, after: Look): Omit<Noticed, keyof Stretch> {
  const [earlier, later] = [before, after].map(({ answers }) => withoutResidue(answers, before.heads)) as [
    Residue,
    Residue,
  ];
  const grown = [...before.heads].map(([id, head]) => [id, (after.heads.get(id) ?? 0) - head] as const);
  return {
    differences: differences(earlier.without, later.without),
    sealed: Object.fromEntries([...later.sealed].filter(([, lines]) => lines > 0)),
    written: Object.fromEntries(grown.filter(([, lines]) => lines > 0)),
  };
}

function namedIn(viewer: ViewerName, { answers }: Look, things: readonly Thing[]): Named {
  const text = JSON.stringify(answers);
  const labels = (some: readonly Thing[]) => some.map(({ kind, label }) => `${kind}, ${label}`);
  return {
    viewer,
    named: labels(things.filter(({ id }) => text.includes(id))),
    mayName: labels(things.filter(({ seenBy }) => seenBy.includes(viewer))),
  };
}

/** How far the journals of the two incidents reach. */
async function headsOf({ cellule, whole }: World): Promise<Heads> {
  const rows: { stream_id: string; number: number }[] = JSON.parse(await heads(cellule));
  const byId = rows.map((row) => [globalId('Incident', row.stream_id), row.number] as const);
  return new Map(byId.filter(([id]) => id === whole.open.id || id === whole.closed.id));
}
