import { type Answer, beforeTheFirst, chained, isOpenLine, type Journal, type Shown } from './answers';
import type { Seat } from './cast';
import { type About, follows, type Incident, idOf, leaked, markingOf, mayRead, sees, type World } from './world';

interface Answered {
  readonly seat: Seat;
  readonly world: World;
  readonly answer: Answer;
}

/** Holds all that one party is answered against the world as it is. */
export function agrees({ seat, world, answer }: Answered): void {
  const expected = expectedAnswer(world, seat);
  const shown = {
    seat,
    overview: [...answer.overview.keys()].sort(),
    journals: world.incidents.map(({ id }) => {
      const journal = answer.journals.get(id);
      return journal ? summary(journal) : null;
    }),
    found: [...answer.found].sort(),
    leaked: leaked([world], seat, answer.whole),
  };
  expect(shown).toEqual(expected);
  for (const { id } of world.incidents) chains(answer.journals.get(id));
}

function expectedAnswer(world: World, seat: Seat): object {
  const { incidents } = world;
  const seen = incidents.filter((incident) => sees(world, seat, incident));
  return {
    seat,
    overview: seen.map(({ id }) => id).sort(),
    journals: incidents.map((incident) =>
      sees(world, seat, incident) ? expectedJournal(world, seat, incident) : null,
    ),
    found: incidents
      .flatMap((incident) =>
        [...incident.lines, ...incident.things]
          .filter(({ marking }) => mayRead(world, seat, incident, marking))
          .map(({ id }) => id as string),
      )
      .sort(),
    leaked: [],
  };
}

function expectedJournal(world: World, seat: Seat, incident: Incident): object {
  const isFollowing = follows(world, seat, incident);
  const shown = (about: About | undefined) => {
    const marking = about && markingOf(incident, about);
    return marking && mayRead(world, seat, incident, marking) ? idOf(incident, about) : null;
  };
  const all = incident.lines.map((line, index) => {
    if (!mayRead(world, seat, incident, line.marking)) return [index + 1, 'sealed'];
    const { id, kind, text, about, answers, corrects } = line;
    const others = [about, answers && { line: answers }, corrects && { line: corrects }];
    return [index + 1, id, kind, text, ...others.map((one) => shown(one || undefined))];
  });
  const open = all.filter(([, id]) => id !== 'sealed');
  const lines = isFollowing ? all : open;
  return {
    head: isFollowing ? all.length : null,
    lines,
    totalCount: lines.length,
    open: { totalCount: open.length, numbers: open.map(([number]) => number) },
  };
}

function summary({ head, lines, totalCount, open }: Journal): object {
  return {
    head: head?.number ?? null,
    lines: lines.map((line) =>
      isOpenLine(line)
        ? [
            line.number,
            line.id,
            line.kind,
            line.text,
            ...[subjectOf(line), line.repliesTo, line.corrects].map(idOrNull),
          ]
        : [line.number, 'sealed'],
    ),
    totalCount,
    open,
  };
}

const idOrNull = (thing: Shown): string | null => thing?.id ?? null;

/** Involvements carry no marking of their own, and are left to other tests. */
function subjectOf({ subject }: Shown): Shown {
  return subject?.__typename === 'Involvement' ? null : subject;
}

/** Who follows can verify every line, sealed or not. */
function chains(journal: Journal | undefined): void {
  if (!journal?.head) return;
  let previous = beforeTheFirst;
  for (const line of journal.lines) {
    expect(line.chainHash).toBe(chained(previous, line));
    previous = line.chainHash;
  }
  expect(journal.head.chainHash).toBe(previous);
}
