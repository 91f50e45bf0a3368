import { type Cast, type Code, type Seat, seats } from './cast';
import { add, chosen, type DeedOf, hear, inherited, join, marked, type Plan, type Scene, say, word } from './plan';
import { coordinates, enters, markingVerdicts, verdict } from './verdicts';
import { type Incident, involvementOf, type Marking, mayRead, type World } from './world';

export function regionAdded(deed: DeedOf<'adds region'>, { world, cast, index, at }: Scene): Plan {
  const { by, region } = deed;
  const competent: Code = region === '53' ? 'ARS-BRE' : 'ARS-NOR';
  const marking = chosen(deed.marking, by);
  const isKnown = at.things.some((thing) => thing.region === region && mayRead(world, by, at, thing.marking));
  const refusal = verdict(...enters(world, by, at), [!coordinates(world, by, at), 'FORBIDDEN'], [isKnown, 'CONFLICT']);
  const after = structuredClone(world);
  const plain = inherited(at.marking, by);
  if (!involvementOf(at, competent)) join(after, index, { code: competent, access: 'CONTRIBUTE' }, plain);
  const impact = word(world);
  return {
    ...{ by, mutation: 'addAffectedRegion', answer: 'affectedRegion { id }' },
    input: { incidentId: at.id, situation: { region, impact, ...marked(cast, deed.marking) } },
    expected:
      refusal === 'DONE'
        ? markingVerdicts(after, after.incidents[index] as Incident, marking, [at.marking])
        : [refusal],
    effect(next, { affectedRegion }) {
      if (!involvementOf(at, competent)) join(next, index, { code: competent, access: 'CONTRIBUTE' }, plain);
      const own = marking ?? plain;
      const thing = { id: affectedRegion.id, region, marking: own, owner: competent };
      add(next, index, { type: 'AffectedRegion', status: 'PLANNED', ...thing }, impact);
      const about = { thing: at.things.length };
      say(next, index, { kind: 'REGION_ADDED', text: null, marking: own, about }, impact);
    },
  };
}

export function revised({ by }: DeedOf<'revises'>, { world, index, at }: Scene): Plan {
  const title = word(world);
  return {
    ...{ by, mutation: 'reviseIncident', answer: 'entries { id }', versionOf: ['incident', { id: at.id }] },
    input: { incidentId: at.id, title },
    expected: [verdict(...enters(world, by, at), [!coordinates(world, by, at), 'FORBIDDEN'])],
    effect(next) {
      hear(next, title, { incident: index, about: 'incident' });
      say(
        next,
        index,
        { kind: 'INCIDENT_REVISED', text: null, marking: inherited(at.marking, by), about: 'incident' },
        title,
      );
    },
  };
}

export interface Declaration {
  readonly by: Seat | 'lookout';
  readonly code: Code;
  readonly isOpen: boolean;
  readonly parties: readonly Code[];
}

export function declaration({ by, code, isOpen, parties }: Declaration, world: World, cast: Cast): Plan {
  const others = parties.filter((one) => one !== code);
  const title = word(world);
  const invited = others.map((one) => ({ stakeholderId: cast.ids.get(one), role: 'FOLLOW_UP', access: 'CONTRIBUTE' }));
  const rights = by === 'lookout' ? ['CONTRIBUTE'] : world.memberships[by].rights;
  return {
    ...{ by, mutation: 'declareIncident', answer: 'incident { id }' },
    input: {
      ...{ title, nature: 'CYBERATTACK', severity: 'MAJOR', parties: invited },
      ...(isOpen && { marking: { tlp: 'TLP_GREEN', audience: 'ENROLLED' } }),
    },
    expected: [
      verdict([rights === null, 'UNAUTHENTICATED'], [!rights?.some((right) => right === 'CONTRIBUTE'), 'FORBIDDEN']),
    ],
    effect(next, { incident }) {
      const author = by === 'lookout' ? null : seats[by].person;
      const marking: Marking = {
        ...{ audience: isOpen ? 'ENROLLED' : 'INVOLVED', listed: [], named: [] },
        ...{ originator: code, author },
      };
      const index = next.incidents.push({ id: incident.id, marking, lines: [], things: [], involvements: [] }) - 1;
      hear(next, title, { incident: index, about: 'incident' });
      say(next, index, { kind: 'INCIDENT_DECLARED', text: null, marking, about: 'incident' }, title);
      join(next, index, { code, access: 'COORDINATE', joined: 1 }, marking);
      for (const other of others) join(next, index, { code: other, access: 'CONTRIBUTE', joined: 1 }, marking);
    },
  };
}

/** Sets the clock by which readers are known to be up to date: a new title for the incident that all follow. */
export function tick(world: World, title: string): Plan {
  const watch = world.incidents[0] as Incident;
  return {
    ...{
      by: 'lookout',
      mutation: 'reviseIncident',
      answer: 'entries { id }',
      versionOf: ['incident', { id: watch.id }],
    },
    ...{ input: { incidentId: watch.id, title }, expected: ['DONE'] },
    effect: (next) => say(next, 0, { kind: 'INCIDENT_REVISED', text: null, marking: watch.marking, about: 'incident' }),
  };
}
