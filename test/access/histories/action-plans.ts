import { seats } from './cast';
import { add, chosen, type DeedOf, inherited, marked, type Plan, pick, type Scene, say, word } from './plan';
import { contributes, enters, markingVerdicts, mayChange, verdict } from './verdicts';
import { type Incident, involvementOf, mayRead, reaches, type Thing } from './world';

export function planned(deed: DeedOf<'plans'>, { world, cast, index, at }: Scene): Plan {
  const { by } = deed;
  const owner = deed.owner ?? seats[by].code;
  const marking = chosen(deed.marking, by);
  const refusal = verdict(
    ...enters(world, by, at),
    [!contributes(world, by, at), 'FORBIDDEN'],
    [!involvementOf(at, owner), 'BAD_USER_INPUT'],
    [owner !== seats[by].code && !reaches(world, marking ?? at.marking, owner), 'BAD_USER_INPUT'],
  );
  const title = word(world);
  return {
    ...{ by, mutation: 'planAction', answer: 'action { id }' },
    input: {
      incidentId: at.id,
      title,
      ...marked(cast, deed.marking),
      ...(deed.owner && { ownerId: cast.ids.get(owner) }),
    },
    expected: refusal === 'DONE' ? markingVerdicts(world, at, marking, [at.marking]) : [refusal],
    effect(next, { action }) {
      const own = marking ?? inherited(at.marking, by);
      add(next, index, { type: 'Action', id: action.id, marking: own, status: 'PLANNED', owner }, title);
      const about = { thing: at.things.length };
      say(next, index, { kind: 'ACTION_PLANNED', text: null, marking: own, about }, title);
    },
  };
}

export function reassigned(deed: DeedOf<'reassigns'>, { world, cast, index, at }: Scene): Plan | null {
  const found = action(at, deed.thing);
  if (!found) return null;
  const { thing, place } = found;
  const { by, owner } = deed;
  return {
    ...{ by, mutation: 'reassignAction', answer: 'entries { id }', versionOf: ['action', { id: thing.id }] },
    input: { actionId: thing.id, ownerId: cast.ids.get(owner) },
    expected: [
      verdict(
        [world.memberships[by].rights === null, 'UNAUTHENTICATED'],
        [!mayRead(world, by, at, thing.marking), 'NOT_FOUND'],
        [!mayChange(world, by, at, thing), 'FORBIDDEN'],
        [thing.status === 'DONE', 'ILLEGAL_TRANSITION'],
        [!involvementOf(at, owner) || thing.owner === owner, 'BAD_USER_INPUT'],
        [owner !== seats[by].code && !reaches(world, thing.marking, owner), 'BAD_USER_INPUT'],
      ),
    ],
    effect(next) {
      (next.incidents[index]?.things[place] as Thing).owner = owner;
      const marking = inherited(thing.marking, by);
      say(next, index, { kind: 'ACTION_REASSIGNED', text: null, marking, about: { thing: place } });
    },
  };
}

type Move = { readonly from: readonly string[]; readonly to: Thing['status']; readonly kind: string };

export function moved(
  deed: DeedOf<'starts' | 'completes'>,
  { world, cast, index, at }: Scene,
  mutation: string,
  { from, to, kind }: Move,
): Plan | null {
  const found = action(at, deed.thing);
  if (!found) return null;
  const { thing, place } = found;
  const { by } = deed;
  const marking = chosen(deed.marking, by);
  const refusal = verdict(
    [world.memberships[by].rights === null, 'UNAUTHENTICATED'],
    [!mayRead(world, by, at, thing.marking), 'NOT_FOUND'],
    [!mayChange(world, by, at, thing), 'FORBIDDEN'],
    [!from.includes(thing.status), 'ILLEGAL_TRANSITION'],
  );
  const text = word(world);
  return {
    ...{ by, mutation, answer: 'entries { id }', versionOf: ['action', { id: thing.id }] },
    input: { actionId: thing.id, entry: { text, ...marked(cast, deed.marking) } },
    expected: refusal === 'DONE' ? markingVerdicts(world, at, marking, [thing.marking]) : [refusal],
    effect(next) {
      (next.incidents[index]?.things[place] as Thing).status = to;
      say(next, index, { kind, text, marking: marking ?? inherited(thing.marking, by), about: { thing: place } });
    },
  };
}

function action(at: Incident, number: number): { thing: Thing; place: number } | undefined {
  const thing = pick(
    at.things.filter(({ type }) => type === 'Action'),
    number,
  );
  return thing && { thing, place: at.things.indexOf(thing) };
}
