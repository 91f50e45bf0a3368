import { type Code, isAuthority, type Person, type Seat, seatNames, seats } from './cast';

export type Right = 'READ' | 'CONTRIBUTE' | 'COORDINATE' | 'ADMINISTER' | 'PLATFORM_ADMIN';
export type Access = 'READ' | 'CONTRIBUTE' | 'COORDINATE';
export type Audience = 'ENROLLED' | 'INVOLVED' | 'AUTHORITIES' | 'LISTED' | 'PERSONS';

export interface Marking {
  readonly audience: Audience;
  readonly listed: readonly Code[];
  readonly named: readonly Person[];
  readonly originator: Code;
  readonly author: Person | null;
  readonly delegate?: Code | null;
  /** Readers beside those that it admits: originators of what it was taken from. */
  readonly also?: readonly Code[];
  /** What it was narrowed with: only readers of all of these go on reading it, and its originator. */
  readonly limits?: readonly Marking[];
}

/** What a line is about, if that is something with a marking: the incident, or a thing or a line of it. */
export type About = 'incident' | { readonly thing: number } | { readonly line: number };

export interface Line {
  readonly kind: string;
  readonly text: string | null;
  marking: Marking;
  readonly about?: About;
  readonly answers?: number;
  readonly corrects?: number;
  /** Known from the database, so that it can be asked for by those who may not see it. */
  id?: string;
}

export interface Thing {
  readonly type: 'Action' | 'AffectedRegion';
  readonly id: string;
  readonly region?: string;
  marking: Marking;
  status: 'PLANNED' | 'IN_PROGRESS' | 'DONE';
  owner: Code;
}

export interface Involvement {
  readonly code: Code;
  /** The number of the line by which it is involved. */
  readonly joined: number;
  access: Access;
  hasLeft: boolean;
}

export interface Incident {
  readonly id: string;
  marking: Marking;
  readonly lines: Line[];
  readonly things: Thing[];
  readonly involvements: Involvement[];
}

/** Where a word was written. */
export interface Bearer {
  readonly incident: number;
  readonly about: About;
}

/** All that decides who may read what, at one moment: what the tests hold against the answers. */
export interface World {
  readonly memberships: Record<Seat, { rights: readonly Right[] | null }>;
  readonly incidents: Incident[];
  /** Each word that was ever said is unlike the others, and known by where it stands. */
  readonly words: Record<string, Bearer[]>;
  said: number;
  agencyHasAccounts: boolean;
}

export function holds(world: World, seat: Seat, right: Right): boolean {
  return world.memberships[seat].rights?.includes(right) ?? false;
}

export function involvementOf(incident: Incident, code: Code): Involvement | undefined {
  return incident.involvements.find((one) => one.code === code && !one.hasLeft);
}

export function follows(world: World, seat: Seat, incident: Incident): boolean {
  return holds(world, seat, 'READ') && involvementOf(incident, seats[seat].code) !== undefined;
}

export function sees(world: World, seat: Seat, incident: Incident): boolean {
  return mayRead(world, seat, incident, incident.marking);
}

/** Who reads what carries a marking, as the words of the design have it. */
export function mayRead(world: World, seat: Seat, incident: Incident, marking: Marking): boolean {
  if (!holds(world, seat, 'READ')) return false;
  const all = [marking, ...(marking.limits ?? [])];
  const isOpen = all.every(({ audience }) => audience === 'ENROLLED') && incident.marking.audience === 'ENROLLED';
  if (!follows(world, seat, incident)) return isOpen;
  return isOriginator(seat, marking) || all.every((one) => admits(seat, one));
}

/** The originator of a thing; of one for named persons, its author. */
export function isOriginator(seat: Seat, { audience, originator, author }: Marking): boolean {
  return audience === 'PERSONS' ? author === seats[seat].person : originator === seats[seat].code;
}

/** Whether somebody who follows the incident is among the readers. */
export function admits(seat: Seat, marking: Marking): boolean {
  const { code, person } = seats[seat];
  if (marking.also?.includes(code)) return true;
  return {
    ENROLLED: true,
    INVOLVED: true,
    AUTHORITIES: isAuthority(code) || isOriginator(seat, marking),
    LISTED: marking.listed.includes(code) || isOriginator(seat, marking),
    PERSONS: marking.named.includes(person) || isOriginator(seat, marking),
  }[marking.audience];
}

export function markingOf(incident: Incident, about: About): Marking | undefined {
  if (about === 'incident') return incident.marking;
  return 'thing' in about ? incident.things[about.thing]?.marking : incident.lines[about.line - 1]?.marking;
}

export function idOf(incident: Incident, about: About): string | undefined {
  if (about === 'incident') return incident.id;
  return 'thing' in about ? incident.things[about.thing]?.id : incident.lines[about.line - 1]?.id;
}

/** Whether somebody of a party is among the readers, once it is involved. */
export function reaches(world: World, marking: Marking, code: Code): boolean {
  if (marking.audience !== 'PERSONS')
    return (
      marking.originator === code ||
      marking.audience === 'INVOLVED' ||
      marking.audience === 'ENROLLED' ||
      (marking.audience === 'AUTHORITIES' ? isAuthority(code) : marking.listed.includes(code))
    );
  return seatNames.some((seat) => seats[seat].code === code && world.memberships[seat].rights && admits(seat, marking));
}

export function readersNow(world: World, incident: Incident, marking: Marking): Seat[] {
  return seatNames.filter((seat) => mayRead(world, seat, incident, marking));
}

export function mayReadBearer(world: World, seat: Seat, { incident: at, about }: Bearer): boolean {
  const incident = world.incidents[at];
  const marking = incident && markingOf(incident, about);
  return marking !== undefined && mayRead(world, seat, incident as Incident, marking);
}

/** The words in an answer that its reader may not have had from anywhere, in none of the worlds given. */
export function leaked(worlds: readonly World[], seat: Seat, answer: unknown): string[] {
  const said = new Set(JSON.stringify(answer).match(/mot\d+/g));
  return [...said].filter(
    (word) => !worlds.some((world) => world.words[word]?.some((bearer) => mayReadBearer(world, seat, bearer))),
  );
}
