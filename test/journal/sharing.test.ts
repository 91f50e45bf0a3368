import { done } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { EventReader } from '../support/event-reader';
import type { Live } from '../support/live';
import { Overhearing } from '../support/overhearing';
import type { Party } from '../support/party';
import { type Declared, declare, headOf, linesOf, news, numbersOf, oneTo, reaches, write } from './crisis';

const overhearing = new Overhearing();
let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let colleague: Party;
let anssi: Party;
let everybody: Party[];
let incident: Declared;
/** The number of its last line when each test begins. */
let head: number;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  cellule.cellule.record.dataSource.logger = overhearing;
  [bretagne, dgs, anssi] = [
    await cellule.party('ARS-BRE'),
    await cellule.party('DGS-CCS'),
    await cellule.party('ANSSI'),
  ];
});
beforeEach(async () => {
  colleague = await cellule.colleague(dgs);
  everybody = [bretagne, dgs, colleague, anssi];
  incident = await declare(bretagne, { parties: [dgs, anssi] });
  head = (await headOf(dgs, incident.id)).number;
});
afterEach(() => Promise.all(everybody.map((one) => one.leave())));
afterAll(() => cellule.stop());

const plain = `lines { __typename ... on NumberedLine { number chainHash } ... on JournalEntry { kind text } }`;
const lookedUp = `incident { title } ${plain}`;

function followers(parties: readonly Party[], each: number, shown = plain, after?: readonly object[]): Live[] {
  const query = `subscription ($incidents: [ID!], $after: [JournalPositionInput!]) { journal(incidents: $incidents, after: $after) {
    __typename ... on JournalBatch { ${shown} head { incidentId number chainHash } }
    ... on JournalEnded { incidentId reason } } }`;
  return parties.flatMap((party) =>
    Array.from({ length: each }, () => party.subscribe(query, { incidents: [incident.id], ...(after && { after }) })),
  );
}

/** All that came to each, once so many lines were written. */
const all = (lives: readonly Live[], written: number) =>
  Promise.all(lives.map((live) => reaches(live, incident.id, head + written)));

/** Those that read, and none that keeps the books. */
const asking = () =>
  overhearing.heard.map(({ text }) => text).filter((text) => !text.includes('INSERT') && text.includes('WITH viewer'));

test('one statement reads for all who are live, of whatever party', async () => {
  const lives = followers(everybody, 10);
  await all(lives, 0);
  await write(bretagne, incident.id, 'Tous ensemble');
  await all(lives, 1);
  overhearing.heard = [];

  await write(bretagne, incident.id, 'Encore');
  await all(lives, 2);

  expect(asking().filter((text) => text.includes('now_followed'))).toHaveLength(1);
});

test('who reads over events travels with those who read over sockets', async () => {
  const lives = followers([dgs, bretagne], 3);
  const query = `subscription { journal(incidents: ["${incident.id}"]) { ... on JournalBatch { ${plain} } } }`;
  const streams = await Promise.all(
    [dgs, anssi].map(({ token }) =>
      EventReader.post(`${cellule.cellule.url}/graphql`, { query }, { authorization: `Bearer ${token}` }),
    ),
  );
  const allStreams = (events: number) =>
    Promise.all(streams.map((stream) => stream.until(({ results }) => results.length === events)));
  await Promise.all([all(lives, 0), allStreams(1)]);
  await write(bretagne, incident.id, 'Tous ensemble');
  await Promise.all([all(lives, 1), allStreams(2)]);
  overhearing.heard = [];

  await write(bretagne, incident.id, 'Encore');
  await Promise.all([all(lives, 2), allStreams(3)]);
  for (const stream of streams) stream.leave();

  expect(asking().filter((text) => text.includes('now_followed'))).toHaveLength(1);
  const ids = streams.map(({ blocks }) => blocks.findLast(({ event }) => event === 'next')?.id);
  expect(new Set(ids).size).toBe(1);
});

test('what is looked up is looked up once for all who are one viewer', async () => {
  const lives = followers([dgs], 10, lookedUp);
  await all(lives, 0);
  await write(bretagne, incident.id, 'Tous ensemble');
  await all(lives, 1);
  overhearing.heard = [];

  await write(bretagne, incident.id, 'Encore');
  await all(lives, 2);

  // The one of the mutation looks for a single id.
  const lookUps = asking().filter(
    (text) => text.includes('"incident"."title" AS c') && text.includes('incident.id = parent'),
  );
  expect(lookUps).toHaveLength(1);
});

test('who reads a line that the colleagues do not is handed it, and they are handed it sealed', async () => {
  const lives = followers([dgs, colleague], 3);
  await all(lives, 0);

  await write(bretagne, incident.id, 'Pour elle', {
    marking: { tlp: 'TLP_RED', audience: 'PERSONS', persons: [colleague.person] },
  });
  await write(bretagne, incident.id, 'Pour tous');
  const lines = await all(lives, 2);

  const texts = lines.map((one) => one.map(({ text }) => text ?? null));
  const [sealed, open] = [
    [null, 'Pour tous'],
    ['Pour elle', 'Pour tous'],
  ];
  expect(texts).toEqual([sealed, sealed, sealed, open, open, open]);
});

test('whose rights ended hears no more, while the colleagues go on', async () => {
  const lives = followers([dgs, colleague], 3);
  await all(lives, 0);
  await write(bretagne, incident.id, 'Tous ensemble');
  await all(lives, 1);

  const rights = { personId: colleague.person, stakeholderId: colleague.stakeholder, expectedVersion: 1 };
  await done(cellule.admin, 'endRights', rights);
  await write(bretagne, incident.id, 'Sans elle');
  await all(lives.slice(0, 3), 2);

  const [kept, ended] = [lives.slice(0, 3), lives.slice(3)];
  for (const live of ended) await live.until((events) => news(events, 'JournalEnded').length > 0);
  expect(ended.map(({ events }) => numbersOf(linesOf(events, incident.id)))).toEqual([
    [head + 1],
    [head + 1],
    [head + 1],
  ]);
  expect(kept.map(({ events }) => news(events, 'JournalEnded'))).toEqual([[], [], []]);
});

test('whose rights ended is told so at once, though nothing is written', async () => {
  const lives = followers([dgs, colleague], 2);
  await all(lives, 0);

  const rights = { personId: colleague.person, stakeholderId: colleague.stakeholder, expectedVersion: 1 };
  await done(cellule.admin, 'endRights', rights);

  const [kept, ended] = [lives.slice(0, 2), lives.slice(2)];
  for (const live of ended) await live.until((events) => news(events, 'JournalEnded').length > 0);
  expect(kept.map(({ events }) => news(events, 'JournalEnded'))).toEqual([[], []]);
});

test('who comes while others are live has every line once, from wherever it begins', async () => {
  const early = await headOf(dgs, incident.id);
  const lives = followers([dgs], 3);
  await all(lives, 0);

  for (const turn of oneTo(12)) {
    await write(bretagne, incident.id, `Ligne ${turn}`);
    lives.push(...followers([dgs, colleague], 1, plain, [early]));
  }
  await all(lives, 12);
  await write(bretagne, incident.id, 'La dernière');

  for (const lines of await all(lives, 13)) expect(numbersOf(lines)).toEqual(oneTo(head + 13, head + 1));
});

test('short and long messages arrive whole', async () => {
  const lives = [...followers([dgs], 2, 'head { number }'), ...followers([dgs, anssi], 2)];
  await all(lives, 0);
  const texts = [1, 60, 125, 5000, 9000].map((length) => 'é'.repeat(length));

  await Promise.all(texts.map((text) => write(bretagne, incident.id, text)));
  const lines = await all(lives.slice(2), 5);

  for (const one of lines) expect(one.map(({ text }) => text).sort()).toEqual([...texts].sort());
});
