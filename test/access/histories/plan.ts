import { type Cast, type Code, isAuthority, personId, type Seat, seats } from './cast';
import type { Choice, Deed } from './history';
import type { Verdict } from './verdicts';
import type { Access, Bearer, Incident, Line, Marking, Thing, World } from './world';

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
export type Answer = any;

/** A mutation to carry out, what may come of it, and what the world is like when it is done. */
export interface Plan {
  readonly by: Seat | 'admin' | 'lookout';
  readonly mutation: string;
  readonly answer: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The row whose current version the input has to name. */
  readonly versionOf?: readonly [
    table: 'incident' | 'action' | 'affected_region' | 'journal_entry' | 'involvement' | 'membership',
    where: Record<string, string>,
  ];
  readonly expected: readonly Verdict[];
  effect(world: World, payload: Answer): void;
}

export type DeedOf<Name extends Deed['does']> = Extract<Deed, { does: Name }>;

export interface Scene {
  readonly world: World;
  readonly cast: Cast;
  readonly index: number;
  readonly at: Incident;
}

export function pick<One>(all: readonly One[], number: number | null): One | undefined {
  return number === null ? undefined : all[number % all.length];
}

const labels = {
  ...{ ENROLLED: 'TLP_GREEN', INVOLVED: 'TLP_AMBER', AUTHORITIES: 'TLP_AMBER' },
  ...{ LISTED: 'TLP_AMBER_STRICT', PERSONS: 'TLP_RED' },
};

export function marked(cast: Cast, choice: Choice): { marking?: object } {
  if (!choice) return {};
  const { audience } = choice;
  return {
    marking: {
      ...{ tlp: labels[audience], audience },
      ...('listed' in choice && { stakeholders: choice.listed.map((code) => cast.ids.get(code)) }),
      ...('named' in choice && { persons: choice.named.map((person) => personId(cast, person)) }),
    },
  };
}

export function chosen(choice: Choice, by: Seat): Marking | null {
  if (!choice) return null;
  const { code, person } = seats[by];
  const by_ = { originator: code, author: person };
  const [listed, named] = ['listed' in choice ? choice.listed : [], 'named' in choice ? choice.named : []];
  return { audience: choice.audience, listed, named, ...by_ };
}

/** Whether some of those involved do not read it. */
export function isRestricted({ audience, limits = [] }: Marking): boolean {
  return (audience !== 'ENROLLED' && audience !== 'INVOLVED') || limits.some(isRestricted);
}

/** As something new carries it. */
export function afresh({ delegate: _, ...marking }: Marking): Marking {
  return marking;
}

/** The same readers, and the writer beside them; what stays with an originator that is no authority among those that are. */
export function inherited(outer: Marking, by: Seat): Marking {
  const { code, person } = seats[by];
  const { originator, author, limits = [] } = outer;
  const audiences = [outer, ...limits].map(({ audience }) => audience);
  const isAmongAuthorities =
    audiences.includes('AUTHORITIES') && !audiences.includes('LISTED') && !audiences.includes('PERSONS');
  if (isAmongAuthorities && !isAuthority(originator)) return afresh(outer);
  const own = { originator: code, author: person };
  if (outer.audience === 'PERSONS')
    return { ...afresh(outer), ...own, named: [...new Set([...outer.named, ...(author ? [author] : [])])] };
  const withFormer = (one: Marking): Marking => ({ ...one, also: [...(one.also ?? []), originator] });
  return { ...withFormer(afresh(outer)), ...own, ...(limits.length > 0 && { limits: limits.map(withFormer) }) };
}

export function word(world: World): string {
  return `mot${world.said + 1}`;
}

export function hear(world: World, said: string, bearer: Bearer): void {
  world.said = Math.max(world.said, Number(said.slice(3)));
  world.words[said] = [...(world.words[said] ?? []), bearer];
}

export function say(world: World, index: number, line: Line, said = line.text): void {
  const incident = world.incidents[index] as Incident;
  const number = incident.lines.push(line);
  if (said !== null) hear(world, said, { incident: index, about: { line: number } });
}

export function add(world: World, index: number, thing: Thing, said: string): void {
  const place = (world.incidents[index] as Incident).things.push(thing) - 1;
  hear(world, said, { incident: index, about: { thing: place } });
}

export interface Joining {
  readonly code: Code;
  readonly access: Access;
  /** Absent: by the line that tells it. */
  readonly joined?: number;
}

export function join(world: World, index: number, { code, access, joined }: Joining, marking: Marking): void {
  const incident = world.incidents[index] as Incident;
  say(world, index, { kind: 'STAKEHOLDER_INVOLVED', text: null, marking });
  incident.involvements.push({ code, access, joined: joined ?? incident.lines.length, hasLeft: false });
}
