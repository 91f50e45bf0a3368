import { type Cast, type Code, personId, type Seat, seats } from './cast';
import { type DeedOf, inherited, join, type Plan, type Scene, say } from './plan';
import { coordinates, enters, isLastCoordinator, verdict } from './verdicts';
import { holds, type Incident, involvementOf, type World } from './world';

export function involved({ by, whom, access }: DeedOf<'involves'>, { world, cast, index, at }: Scene): Plan {
  return {
    ...{ by, mutation: 'involveStakeholder', answer: 'entries { id }' },
    input: { incidentId: at.id, party: { stakeholderId: cast.ids.get(whom), role: 'FOLLOW_UP', access } },
    expected: [
      verdict(
        ...enters(world, by, at),
        [!coordinates(world, by, at), 'FORBIDDEN'],
        [involvementOf(at, whom) !== undefined, 'CONFLICT'],
      ),
    ],
    effect: (next) => join(next, index, { code: whom, access }, inherited(at.marking, by)),
  };
}

export function released({ by, whom }: DeedOf<'releases'>, { world, index, at, cast }: Scene): Plan | null {
  if (!involvementOf(at, whom)) return null;
  const isOwn = seats[by].code === whom && holds(world, by, 'CONTRIBUTE');
  return {
    ...{ by, mutation: 'releaseStakeholder', answer: 'entries { id }' },
    ...{ versionOf: involvementRow(at, whom, cast), input: {} },
    expected: [
      verdict(
        ...enters(world, by, at),
        [!coordinates(world, by, at) && !isOwn, 'FORBIDDEN'],
        [isLastCoordinator(world, at, whom), 'ILLEGAL_TRANSITION'],
      ),
    ],
    effect(next) {
      const incident = next.incidents[index] as Incident;
      const involvement = involvementOf(incident, whom);
      if (involvement) involvement.hasLeft = true;
      say(next, index, { kind: 'STAKEHOLDER_RELEASED', text: null, marking: inherited(at.marking, by) });
    },
  };
}

export function joined({ by }: DeedOf<'joins'>, { world, index, at }: Scene): Plan {
  const { code } = seats[by];
  const isOpen = at.marking.audience === 'ENROLLED';
  return {
    ...{ by, mutation: 'joinIncident', answer: 'entries { id }', input: { incidentId: at.id } },
    expected: [
      verdict(
        ...enters(world, by, at),
        [involvementOf(at, code) !== undefined, 'CONFLICT'],
        [!holds(world, by, 'CONTRIBUTE') || !isOpen, 'FORBIDDEN'],
      ),
    ],
    effect: (next) => join(next, index, { code, access: 'READ' }, inherited(at.marking, by)),
  };
}

export function accessChanged(
  { by, whom, access }: DeedOf<'changes access'>,
  { world, index, at, cast }: Scene,
): Plan | null {
  const involvement = involvementOf(at, whom);
  if (!involvement) return null;
  return {
    ...{ by, mutation: 'changeInvolvement', answer: 'entries { id }' },
    ...{ versionOf: involvementRow(at, whom, cast), input: { access } },
    expected: [
      verdict(
        ...enters(world, by, at),
        [!coordinates(world, by, at), 'FORBIDDEN'],
        [access !== 'COORDINATE' && isLastCoordinator(world, at, whom), 'ILLEGAL_TRANSITION'],
        [involvement.access === access, 'BAD_USER_INPUT'],
      ),
    ],
    effect(next) {
      const changed = involvementOf(next.incidents[index] as Incident, whom);
      if (changed) changed.access = access;
      say(next, index, { kind: 'INVOLVEMENT_CHANGED', text: null, marking: inherited(at.marking, by) });
    },
  };
}

function involvementRow({ id }: Incident, whom: Code, { ids }: Cast): Plan['versionOf'] & {} {
  return ['involvement', { incident_id: id, stakeholder_id: ids.get(whom) as string }];
}

export function rightsChanged(of: Seat, rights: World['memberships'][Seat]['rights'], world: World, cast: Cast): Plan {
  const { person, code } = seats[of];
  const before = world.memberships[of].rights;
  const isSame = before !== null && rights !== null && [...before].sort().join() === [...rights].sort().join();
  const who = { personId: personId(cast, person), stakeholderId: cast.ids.get(code) as string };
  return {
    ...{ by: 'admin', mutation: rights ? 'grantRights' : 'endRights', answer: 'entries { id }' },
    versionOf: ['membership', { person_id: who.personId, stakeholder_id: who.stakeholderId }],
    input: { ...who, ...(rights && { rights }) },
    expected: [verdict([before === null && rights === null, 'NOT_FOUND'], [isSame, 'BAD_USER_INPUT'])],
    effect(next) {
      next.memberships[of].rights = rights;
    },
  };
}
