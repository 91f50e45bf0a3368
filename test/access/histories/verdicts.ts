import { type Seat, seats } from './cast';
import { isRestricted } from './plan';
import {
  type Access,
  holds,
  type Incident,
  involvementOf,
  type Marking,
  readersNow,
  sees,
  type Thing,
  type World,
} from './world';

export type Verdict =
  | 'DONE'
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'ILLEGAL_TRANSITION';

/** The first reason to refuse, in the order in which a command must look for them; or that it is done. */
export function verdict(...reasons: (readonly [boolean, Verdict])[]): Verdict {
  return reasons.find(([holdsTrue]) => holdsTrue)?.[1] ?? 'DONE';
}

const levels: readonly Access[] = ['READ', 'CONTRIBUTE', 'COORDINATE'];

function reaches(world: World, seat: Seat, incident: Incident, level: Access): boolean {
  const access = involvementOf(incident, seats[seat].code)?.access;
  return holds(world, seat, level) && access !== undefined && levels.indexOf(access) >= levels.indexOf(level);
}

export const contributes = (world: World, seat: Seat, incident: Incident) =>
  reaches(world, seat, incident, 'CONTRIBUTE');
export const coordinates = (world: World, seat: Seat, incident: Incident) =>
  reaches(world, seat, incident, 'COORDINATE');

export function mayChange(world: World, seat: Seat, incident: Incident, { owner }: Thing): boolean {
  return coordinates(world, seat, incident) || (contributes(world, seat, incident) && owner === seats[seat].code);
}

/** Who acts at all, and sees the incident. */
export function enters(world: World, seat: Seat, incident: Incident): (readonly [boolean, Verdict])[] {
  return [
    [world.memberships[seat].rights === null, 'UNAUTHENTICATED'],
    [!sees(world, seat, incident), 'NOT_FOUND'],
  ];
}

export function isLastCoordinator(world: World, incident: Incident, code: string): boolean {
  const coordinators = incident.involvements.filter((one) => !one.hasLeft && one.access === 'COORDINATE');
  const isCoordinator = coordinators.some((one) => one.code === code);
  // A party without accounts coordinates nothing.
  return (
    isCoordinator &&
    !coordinators.some((one) => one.code !== code && (one.code !== 'AGENCE' || world.agencyHasAccounts))
  );
}

const isPlain = (marking: Marking) => !isRestricted(marking);

/** What may become of a marking that is chosen, or not, within others: where those are restricted, both can be right. */
export function markingVerdicts(
  world: World,
  incident: Incident,
  chosen: Marking | null,
  outer: readonly Marking[],
): readonly Verdict[] {
  const isClear = outer.every(isPlain);
  if (!chosen)
    return isClear || outer.filter((one) => !isPlain(one)).length === 1 ? ['DONE'] : ['DONE', 'BAD_USER_INPUT'];
  if (namesStrangers(world, incident, chosen)) return ['BAD_USER_INPUT'];
  if (outer.some((one) => isWider(world, incident, chosen, one))) return ['BAD_USER_INPUT'];
  return isClear ? ['DONE'] : ['DONE', 'BAD_USER_INPUT'];
}

const isOpen = ({ audience, limits = [] }: Marking): boolean => audience === 'ENROLLED' && limits.every(isOpen);

export function isWider(world: World, incident: Incident, inner: Marking, outer: Marking): boolean {
  if (isOpen(inner) && !isOpen(outer)) return true;
  const readers = readersNow(world, incident, outer);
  return readersNow(world, incident, inner).some((seat) => !readers.includes(seat));
}

export function namesStrangers(world: World, incident: Incident, { listed, named }: Marking): boolean {
  const acts = (person: string) =>
    (Object.keys(seats) as Seat[]).some(
      (seat) =>
        seats[seat].person === person &&
        world.memberships[seat].rights !== null &&
        involvementOf(incident, seats[seat].code) !== undefined,
    );
  return listed.some((code) => !involvementOf(incident, code)) || named.some((person) => !acts(person));
}
