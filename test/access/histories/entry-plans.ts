import { type Cast, personId, type Seat } from './cast';
import {
  type Answer,
  chosen,
  type DeedOf,
  inherited,
  isRestricted,
  marked,
  type Plan,
  pick,
  type Scene,
  say,
  word,
} from './plan';
import { contributes, enters, isWider, markingVerdicts, verdict } from './verdicts';
import { type Incident, type Line, type Marking, mayRead, type World } from './world';

export function written(deed: DeedOf<'writes'>, { world, cast, index, at }: Scene): Plan {
  const { by } = deed;
  const [thing, question] = [pick(at.things, deed.thing), pick(at.lines, deed.answers)];
  const outer = [...(thing ? [thing.marking] : [at.marking]), ...(question ? [question.marking] : [])];
  const marking = chosen(deed.marking, by);
  const refusal = verdict(
    ...enters(world, by, at),
    [!contributes(world, by, at), 'FORBIDDEN'],
    [question !== undefined && !mayRead(world, by, at, question.marking), 'NOT_FOUND'],
    [thing !== undefined && !mayRead(world, by, at, thing.marking), 'NOT_FOUND'],
  );
  const text = word(world);
  return {
    ...{
      by,
      mutation: 'writeEntry',
      answer: 'entry { marking { audience stakeholders { id } persons { id } } }',
    },
    input: {
      incidentId: at.id,
      entry: { text, ...marked(cast, deed.marking) },
      ...(thing && { subject: thing.id }),
      ...(question && { repliesTo: question.id }),
    },
    expected: refusal === 'DONE' ? markingVerdicts(world, at, marking, outer) : [refusal],
    effect(next, { entry }) {
      const shown = marking ?? narrowest(outer, entry.marking, { cast, by, world, at });
      if (outer.some((one) => isWider(world, at, shown, one)))
        throw new Error(`"${text}" is wider than what it lies within.`);
      say(next, index, {
        ...{ kind: 'NOTE', text, marking: shown },
        about: thing ? { thing: at.things.indexOf(thing) } : 'incident',
        ...(question && { answers: at.lines.indexOf(question) + 1 }),
      });
    },
  };
}

export function corrected(deed: DeedOf<'corrects'>, { world, cast, index, at }: Scene): Plan {
  const { by } = deed;
  const wrong = pick(at.lines, deed.line) as Line;
  const marking = chosen(deed.marking, by);
  const refusal = verdict(
    [world.memberships[by].rights === null, 'UNAUTHENTICATED'],
    [!mayRead(world, by, at, wrong.marking), 'NOT_FOUND'],
    [!contributes(world, by, at), 'FORBIDDEN'],
  );
  const text = word(world);
  return {
    ...{ by, mutation: 'correctEntry', answer: 'entries { id }' },
    input: { entryId: wrong.id, entry: { text, ...marked(cast, deed.marking) } },
    expected: refusal === 'DONE' ? markingVerdicts(world, at, marking, [wrong.marking]) : [refusal],
    effect: (next) =>
      say(next, index, {
        ...{ kind: 'CORRECTION', text, marking: marking ?? inherited(wrong.marking, by) },
        ...{ corrects: at.lines.indexOf(wrong) + 1, ...(wrong.about && { about: wrong.about }) },
      }),
  };
}

interface Taking {
  readonly cast: Cast;
  readonly by: Seat;
  readonly world: World;
  readonly at: Incident;
}

/** What an answer takes over; of two that are restricted, the one that is shown, or the narrower. */
function narrowest(outer: readonly Marking[], shown: Answer, { cast, by, world, at }: Taking): Marking {
  const restricted = outer.filter(isRestricted);
  const plain = outer.find(({ audience }) => audience === 'INVOLVED') ?? (outer[0] as Marking);
  if (restricted.length < 2) return inherited(restricted[0] ?? plain, by);
  const isShown = ({ audience, listed, named, also = [], originator, limits }: Marking) => {
    if (limits || audience !== shown.audience) return false;
    const all = [...new Set([...listed, ...also])].filter((code) => listed.includes(code) || code !== originator);
    return (
      same(audience === 'LISTED' ? all.map((code) => cast.ids.get(code)) : [], shown.stakeholders) &&
      same(
        named.map((person) => personId(cast, person)),
        shown.persons,
      )
    );
  };
  const [subject, question] = restricted as [Marking, Marking];
  const inner = isWider(world, at, question, subject) ? subject : question;
  return restricted.map((one) => inherited(one, by)).find(isShown) ?? inherited(inner, by);
}

const same = (expected: readonly unknown[], shown: { id: string }[]): boolean =>
  [...expected].sort().join() ===
  shown
    .map(({ id }) => id)
    .sort()
    .join();
