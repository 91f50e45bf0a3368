import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { type Journal, journalsShown } from './deliveries';
import { documentsOf, type Heard, listen, listeners, residue } from './live';
import { rows } from './paths';
import { refusalsOf } from './refusals';
import { type Named, play, stretchesOf } from './rounds';
import { reachable, Selection } from './selection';
import { introspected, questionsOf, unquiet } from './snapshot';
import { followers, markings, type ViewerName, viewers } from './table';
import type { Thing } from './things';
import { aWorld, type World } from './world';

/*
 * Who sees what: each kind of thing, with each marking, by each path, for each kind of viewer. Where a row goes:
 *
 *   a field or a type         ledger.ts    a kind of thing               things.ts, or world.ts for what is no part
 *   an argument or a filter   samples.ts   a way to come upon things     paths.ts
 *   a marking                 table.ts     something new that is hidden  rounds.ts
 *   a kind of viewer          table.ts, and who it is in cast.ts
 */

const parsed = buildSchema(readFileSync(join(__dirname, '../../../schema/schema.graphql'), 'utf8'));

/** Much is asked at once: on a machine that is busy it takes longer, and is right all the same. */
const unhurried = 600_000;

let world: World;
let schema: GraphQLSchema;
let everything: Selection;
let overview: Selection;
beforeAll(async () => {
  world = await aWorld();
  schema = await introspected(world);
  everything = new Selection(schema, world);
  overview = new Selection(schema, world, residue);
}, unhurried);
afterAll(async () => {
  for (const party of Object.values(world.cast.as)) await party.leave();
  await world.cellule.stop();
});

describe('by every path, who may see a thing comes upon it, and nobody else does', () => {
  test.each(rows)('%s: %s', async (_kinds, _name, kinds, path) => {
    const things = world.things.filter(({ kind }) => kinds.includes(kind));
    const answers = await Promise.all(
      viewers.map(async (name) => JSON.stringify(await path.ask(world.cast.as[name], things, world)) ?? ''),
    );

    const found = seenOf(things, ({ id }, name) => answers[viewers.indexOf(name)]?.includes(id) ?? false);

    expect(things.length).toBeGreaterThan(1);
    expect(found).toEqual(
      seenOf(things, ({ seenBy }, name) => seenBy.includes(name) && (path.of ?? viewers).includes(name)),
    );
  });
});

describe('what one may not see changes none of all the answers that one can get', () => {
  let played: Awaited<ReturnType<typeof play>>;
  beforeAll(async () => {
    played = await play(world, everything);
  }, unhurried);

  test.each(viewers.flatMap(stretchesOf))('$viewer notices nothing of $rounds', ({ viewer, rounds }) => {
    const noticed = played.noticed.find((one) => one.viewer === viewer && one.rounds[0] === rounds[0]);

    expect(noticed).toMatchObject({ rounds, differences: [], sealed: noticed?.written });
  });

  test.each(viewers)('all answers together name to %s what it may see, and nothing else', (viewer) => {
    const { named, mayName } = played.named.find((one) => one.viewer === viewer) as Named;

    expect(named).toEqual(mayName);
  });
});

describe('what is delivered is what could be asked for, and nothing else', () => {
  let heard: ReadonlyMap<ViewerName, Heard>;
  beforeAll(async () => {
    heard = await listen(world, documentsOf(overview, everything));
  }, unhurried);

  test.each(listeners)('the overview tells %s of changes that it may see, and of no other', (viewer) => {
    const expected = markings.filter(({ seenBy }) => seenBy.includes(viewer)).map(({ label }) => label);

    expect(heard.get(viewer)?.changes).toEqual(expected);
  });

  test.each(followers)('the journal delivers to %s the lines that it would get by asking', (viewer) => {
    const { delivered, asked } = heard.get(viewer)?.lines ?? {};

    expect(delivered).toEqual(asked);
    expect(delivered?.length).toBeGreaterThan(25);
  });

  test.each(listeners.filter((name) => !followers.includes(name)))('the journal delivers nothing to %s', (viewer) => {
    const reason = viewer === 'ended' ? 'WITHDRAWN' : 'NOT_FOLLOWED';
    expect(heard.get(viewer)?.ends).toEqual([reason, reason, reason]);
  });
});

describe('a line that one may not read is a number and hashes to who follows, and nothing to anybody else', () => {
  test.each(followers)('%s sees every number', async (viewer) => {
    for (const { numbers, head, sealed } of await journalsOf(viewer)) {
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(head).toBe(numbers.length);
      for (const line of sealed)
        expect(Object.keys(line).sort()).toEqual(['__typename', 'chainHash', 'contentHash', 'number']);
    }
  });

  test.each(['enrolled', 'released'] as const)(
    '%s sees no line that it may not read, nor how many there are',
    async (viewer) => {
      const [seen] = await journalsOf(viewer);
      const [all] = await journalsOf('originator');
      const hidden = all?.numbers.filter((number) => !seen?.numbers.includes(number)) ?? [];
      const questions = hidden.map((number) => `l${number}: entry(number: ${number}) { __typename }`).join(' ');

      const { incident } = await world.cast.as[viewer].ask(
        `{ incident(id: "${world.whole.open.id}") { ${questions} } }`,
      );

      expect(seen).toMatchObject({ head: null, sealed: [] });
      expect(hidden.length).toBeGreaterThan(10);
      expect(Object.values(incident)).toEqual(hidden.map(() => null));
    },
  );

  const journalsOf = (viewer: ViewerName): Promise<Journal[]> => {
    const sealed = everything.of(schema.getType('SealedEntry') as GraphQLNamedType, { hops: 0 });
    return journalsShown(world.cast.as[viewer], world, sealed);
  };
});

describe('a mutation answers to what is hidden as it does to what is not there', () => {
  const mutations = Object.keys(parsed.getMutationType()?.getFields() ?? {});

  const askers = ['operator', 'enrolled'] as const;

  test.each(mutations.flatMap((one) => askers.map((asker) => [one, asker] as const)))(
    '%s, by %s',
    async (mutation, asker) => {
      const refusals = await refusalsOf(world, mutation, asker);

      for (const { at, ofHidden, ofAbsent } of refusals) {
        expect({ at, answer: ofHidden }).toEqual({ at, answer: ofAbsent });
        expect(ofHidden).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
      }
    },
  );
});

test.each(['incidents', 'journal'])('without a token nobody subscribes to %s', async (root) => {
  const live = world.cast.as.anonymous.subscribe(`subscription { ${root} { __typename } }`);

  const failure = await live.ending();

  expect(live.events).toEqual([]);
  expect([...live.errors, failure].flat()).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('every field that one can reach was asked for', () => {
  const selections = [everything, overview];
  questionsOf(everything, world);
  documentsOf(overview, everything);
  const asked = new Set(selections.flatMap((selection) => [...selection.asked]));

  const unasked = reachable(schema).filter((place) => !asked.has(place) && !/^(ReadRecord|NumberRange)/.test(place));

  expect(unasked).toEqual([`Query.${unquiet}`]);
});

/** Things by their labels, each with those of the viewers who see it. */
function seenOf(things: readonly Thing[], sees: (thing: Thing, name: ViewerName) => boolean): Record<string, string> {
  const labelled = things.map((thing) => [
    `${thing.kind}, ${thing.label}`,
    viewers.filter((name) => sees(thing, name)).join(', '),
  ]);
  return Object.fromEntries(labelled);
}
