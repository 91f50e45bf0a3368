import { chained, type Feed, isOpenLine, type Shown } from './answers';
import { type Seat, seats } from './cast';
import type { Watch } from './watch';
import { follows, type Incident, involvementOf, leaked, markingOf, mayRead, type World } from './world';

/** What a reader held when all were last up to date. */
export interface Held {
  /** The incidents whose position it held. */
  readonly positions: ReadonlyMap<string, Shown>;
  readonly last: ReadonlyMap<string, number>;
}

export function held({ positions, last }: Watch): Held {
  return { positions: new Map(positions), last: new Map(last) };
}

export interface Delivery {
  readonly seat: Seat;
  readonly feed: Feed;
  readonly worlds: readonly World[];
  readonly before: Held;
  readonly taken: { readonly journal: readonly Shown[]; readonly overview: readonly Shown[] };
}

/** Holds what one reader was sent against the worlds in which it can have been sent. */
export function delivered(delivery: Delivery): void {
  const { seat, worlds, taken } = delivery;
  expect({ seat, leaked: leaked(worlds, seat, taken) }).toEqual({ seat, leaked: [] });
  expect(taken.journal.filter(({ __typename }) => __typename === 'JournalReset')).toEqual([]);
  const incidents = worlds.at(-1)?.incidents ?? [];
  incidents.forEach((incident, index) => {
    try {
      ofOneJournal(delivery, index);
    } catch (error) {
      const events = eventsOf(delivery, incident);
      throw new Error(`${seat}, incident ${index}: ${(error as Error).message}\n${JSON.stringify(events)}`);
    }
  });
}

function eventsOf({ taken }: Delivery, { id }: Incident): Shown[] {
  return taken.journal.filter(({ head, incidentId }) => (head?.incidentId ?? incidentId) === id);
}

function ofOneJournal(delivery: Delivery, index: number): void {
  const { seat, feed, worlds, before } = delivery;
  const now = worlds.at(-1)?.incidents[index] as Incident;
  const events = eventsOf(delivery, now);
  const lines: Shown[] = events.flatMap((event) => event.lines ?? []);
  const isHeld = before.positions.has(now.id);
  const last = before.last.get(now.id) ?? 0;
  const inForce = worlds.filter((world) => world.incidents[index] && follows(world, seat, world.incidents[index]));

  inOrder(lines, isHeld ? before.positions.get(now.id) : undefined, last);
  for (const line of lines) permitted(line, { seat, feed, index, inForce, from: isHeld ? last + 1 : undefined });
  headsOf(events);
  const isFollowing = inForce.at(-1) === worlds.at(-1);
  const joined = involvementOf(now, seats[seat].code)?.joined ?? 0;
  if (isFollowing) {
    const numbers = lines.map(({ number }) => number);
    expect(numbers).toEqual(expect.arrayContaining(fromTo(Math.max(joined, last + 1), now.lines.length)));
  }
  const isAlways = inForce.length === worlds.length;
  expectEnds(events, { isFollowing, isHeld, losses: isAlways ? 0 : lossesIn(worlds, inForce) });
}

/** Each exactly once, after all that came before, and chained to it. */
function inOrder(lines: readonly Shown[], position: Shown, last: number): void {
  let previous = position ?? { number: last, chainHash: undefined };
  for (const line of lines) {
    expect(line.number).toBeGreaterThan(previous.number);
    if (line.number === previous.number + 1 && previous.chainHash)
      expect(line.chainHash).toBe(chained(previous.chainHash, line));
    previous = line;
  }
}

interface Reading {
  readonly seat: Seat;
  readonly feed: Feed;
  readonly index: number;
  readonly inForce: readonly World[];
  /** Where a reader that held a position goes on. */
  readonly from: number | undefined;
}

/** In one of the worlds in which it can have been sent, it was there, within reach, and open to the reader just so. */
function permitted(line: Shown, { seat, feed, index, inForce, from }: Reading): void {
  const isPermitted = inForce.some((world) => {
    const incident = world.incidents[index] as Incident;
    const entry = incident.lines[line.number - 1];
    const joined = involvementOf(incident, seats[seat].code)?.joined ?? Number.POSITIVE_INFINITY;
    if (!entry || line.number < (from ?? joined)) return false;
    const isSame = !isOpenLine(line) || (line.kind === entry.kind && line.text === entry.text && line.id === entry.id);
    return isSame && mayRead(world, seat, incident, entry.marking) === isOpenLine(line);
  });
  const isHandedOver = inForce.some((world) => {
    const incident = world.incidents[index] as Incident;
    const { about } = incident.lines[line.number - 1] ?? {};
    const marking = about && markingOf(incident, about);
    return !marking || (line.subject != null) === mayRead(world, seat, incident, marking);
  });
  if (feed === 'own' && isOpenLine(line) && !isHandedOver)
    throw new Error(`The subject of line ${line.number} came as ${line.subject}.`);
  if (!isPermitted) throw new Error(`Line ${line.number} came as a ${line.__typename}.`);
}

function headsOf(events: readonly Shown[]): void {
  for (const { head, lines } of events) {
    const last = lines?.at(-1);
    if (last) expect(head).toMatchObject({ number: last.number, chainHash: last.chainHash });
  }
}

interface Ending {
  readonly isFollowing: boolean;
  readonly isHeld: boolean;
  readonly losses: number;
}

function expectEnds(events: readonly Shown[], { isFollowing, isHeld, losses }: Ending): void {
  const isEnd = ({ __typename }: Shown) => __typename === 'JournalEnded';
  const ends = events.filter(isEnd).length;
  expect(ends).toBeLessThanOrEqual(losses);
  const isOver = !isFollowing && (isHeld || events.length > 0);
  if (isOver) expect(isEnd(events.at(-1))).toBe(true);
  if (isFollowing && events.length > 0) expect(isEnd(events.at(-1))).toBe(false);
}

function lossesIn(worlds: readonly World[], inForce: readonly World[]): number {
  return worlds.filter(
    (world, index) => index > 0 && inForce.includes(worlds[index - 1] as World) && !inForce.includes(world),
  ).length;
}

const fromTo = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
