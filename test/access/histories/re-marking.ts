import { type Person, type Seat, seatNames, seats } from './cast';
import type { Choice, Deed } from './history';
import { afresh, chosen, marked, type Plan, type Scene, say } from './plan';
import { contributes, coordinates, isWider, namesStrangers, type Verdict } from './verdicts';
import {
  type About,
  type Audience,
  admits,
  type Incident,
  idOf,
  involvementOf,
  isOriginator,
  type Line,
  type Marking,
  markingOf,
  mayRead,
  type World,
} from './world';

type ReMarking = Extract<Deed, { does: 're-marks' }>;

/** Gives something of an incident another marking. */
export function remarked(deed: ReMarking, { world, cast, index, at }: Scene): Plan {
  const about = anything(at, deed.what);
  const before = markingOf(at, about) as Marking;
  const after = nextMarking(deed, before);
  const named = deed.delegate && { delegateId: cast.ids.get(deed.delegate) };
  return {
    ...{ by: deed.by, mutation: 'changeMarking', answer: 'entries { kind }' },
    versionOf: [tableOf(at, about), { id: idOf(at, about) as string }],
    input: { thingId: idOf(at, about), ...marked(cast, deed.marking), ...named },
    expected: verdicts(world, { deed, at, about, before, after }),
    effect(next, { entries }) {
      const isNarrower = entries.some(({ kind }: { kind: string }) => kind === 'WITHDRAWN');
      const incident = next.incidents[index] as Incident;
      if (about !== 'incident' && isWider(world, at, before, after) && !isNarrower)
        throw new Error('Somebody lost a thing, and nothing says so.');
      if (isNarrower) narrow(next, incident, about, after);
      give(incident, about, after);
      const text = null;
      say(next, index, { kind: 'MARKING_CHANGED', text, marking: afresh(after), about });
      if (isNarrower) say(next, index, { kind: 'WITHDRAWN', text, marking: afresh(before), about });
    },
  };
}

function anything({ things, lines }: Incident, what: number): About {
  const all: About[] = [
    'incident',
    ...things.map((_, thing) => ({ thing })),
    ...lines.map((_, at) => ({ line: at + 1 })),
  ];
  return all[what % all.length] as About;
}

function tableOf({ things }: Incident, about: About): 'incident' | 'action' | 'affected_region' | 'journal_entry' {
  if (about === 'incident') return 'incident';
  if ('line' in about) return 'journal_entry';
  return things[about.thing]?.type === 'Action' ? 'action' : 'affected_region';
}

function nextMarking({ marking, delegate, by }: ReMarking, { originator, author, delegate: named }: Marking): Marking {
  const next = chosen(marking as Choice, by) as Marking;
  return { ...next, originator, author, delegate: delegate ?? named ?? null };
}

interface Case {
  readonly deed: ReMarking;
  readonly at: Incident;
  readonly about: About;
  readonly before: Marking;
  readonly after: Marking;
}

const breadth: readonly Audience[] = ['PERSONS', 'LISTED', 'AUTHORITIES', 'INVOLVED', 'ENROLLED'];
/** The labels that these histories give, from the strictest on: AMBER for both INVOLVED and AUTHORITIES. */
const label = ({ audience }: Marking) =>
  audience === 'AUTHORITIES' ? breadth.indexOf('INVOLVED') : breadth.indexOf(audience);

/** What may come of it: more than one outcome where the readers of today are the same, and those of another day may not be. */
function verdicts(world: World, one: Case): readonly Verdict[] {
  const { deed, at, about, before, after } = one;
  const { by } = deed;
  if (world.memberships[by].rights === null) return ['UNAUTHENTICATED'];
  if (!mayRead(world, by, at, before)) return ['NOT_FOUND'];
  const isSource = isOriginator(by, before) || before.delegate === seats[by].code;
  const mayWiden = contributes(world, by, at) && isSource;
  const isWidening = isWider(world, at, after, before) || label(after) > label(before);
  const isForbidden =
    !(mayWiden || (coordinates(world, by, at) && !isWidening)) ||
    (after.delegate !== (before.delegate ?? null) && !(mayWiden && isOriginator(by, before)));
  if (isForbidden) return ['FORBIDDEN'];
  const doubt: Verdict[] = mayWiden ? [] : ['FORBIDDEN'];
  if (isBad(world, one)) return [...doubt, 'BAD_USER_INPUT'];
  const isPlain = around(at, about).every((outer) => outer && outer.audience === 'ENROLLED' && !outer.limits);
  const isClear = isPlain && before.audience !== after.audience && !namesStrangers(world, at, after);
  return isClear ? [...doubt, 'DONE'] : [...doubt, 'DONE', 'BAD_USER_INPUT'];
}

function isBad(world: World, { at, about, before, after }: Case): boolean {
  const isWide = after.audience === 'ENROLLED' || after.audience === 'INVOLVED';
  if (about === 'incident' && !isWide) return true;
  const added = {
    ...after,
    listed: after.listed.filter((code) => !before.listed.includes(code)),
    named: after.named.filter((person) => !before.named.includes(person)),
  };
  if (namesStrangers(world, at, added)) return true;
  if (after.delegate && after.delegate !== before.delegate && !involvementOf(at, after.delegate)) return true;
  if (!isWider(world, at, after, before)) return false;
  return around(at, about).some((outer) => isWider(world, at, after, outer));
}

/** The markings of what a thing lies within. */
function around(at: Incident, about: About): Marking[] {
  if (about === 'incident') return [];
  if ('thing' in about) return [at.marking];
  const { about: subject, answers, corrects } = at.lines[about.line - 1] as Line;
  const further: About[] = [
    ...(subject ? [subject] : []),
    ...[answers, corrects].flatMap((line) => (line ? [{ line }] : [])),
  ];
  return [at.marking, ...further.map((one) => markingOf(at, one) as Marking)];
}

function give(incident: Incident, about: About, marking: Marking): void {
  if (about === 'incident') incident.marking = marking;
  else if ('thing' in about) Object.assign(incident.things[about.thing] ?? {}, { marking });
  else Object.assign(incident.lines[about.line - 1] ?? {}, { marking });
}

/** What was written about it keeps the readers that both have, and so on with what answers to that. */
function narrow(world: World, incident: Incident, about: About, to: Marking): void {
  const isSame = (one: About | undefined, other: About) => JSON.stringify(one) === JSON.stringify(other);
  const written: About[] = [about];
  for (const from of written) {
    incident.lines.forEach((line, at) => {
      const place = { line: at + 1 };
      const refers = [line.answers, line.corrects].some((number) => number && isSame({ line: number }, from));
      if ((isSame(line.about, from) || refers) && !written.some((one) => isSame(one, place))) written.push(place);
    });
  }
  for (const one of written.slice(1)) {
    const line = incident.lines[(one as { line: number }).line - 1] as Line;
    if (line.kind !== 'WITHDRAWN') line.marking = both(world, incident, line.marking, to);
  }
}

function both(world: World, incident: Incident, inner: Marking, to: Marking): Marking {
  const all = [inner, ...(inner.limits ?? []), to];
  if (!all.some(({ audience }) => audience === 'PERSONS')) return { ...inner, limits: [...(inner.limits ?? []), to] };
  const everybody = [...new Set(seatNames.map((seat) => seats[seat].person))];
  const named = everybody.filter((person) => all.every((one) => admitsPerson(world, incident, person, one)));
  const { originator, author, delegate } = inner;
  return { audience: 'PERSONS', listed: [], named, originator, author, ...(delegate && { delegate }) };
}

/** Persons are named as such: who reads in one place is a reader in all. */
function admitsPerson(world: World, incident: Incident, person: Person, marking: Marking): boolean {
  return seatNames.some((seat: Seat) => {
    const { person: who, code } = seats[seat];
    const wasInvolved = incident.involvements.some((one) => one.code === code);
    if (who !== person || (marking.audience !== 'PERSONS' && !(wasInvolved && world.memberships[seat].rights)))
      return false;
    return admits(seat, marking);
  });
}
