import { globalId, startTestCellule, type TestCellule } from '../support/cellule';
import type { Live } from '../support/live';
import { Overhearing } from '../support/overhearing';
import type { Party } from '../support/party';
import {
  type Declared,
  declare,
  follow,
  headOf,
  involve,
  involvementOf,
  journalOf,
  linesOf,
  news,
  numbersOf,
  oneTo,
  type Place,
  reaches,
  release,
  write,
} from './crisis';

const zeros = '0'.repeat(64);
let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
});
beforeEach(async () => {
  dgs = await cellule.party('DGS-CCS');
});
afterEach(() => dgs.leave());
afterAll(() => cellule.stop());

test('a reader without positions is live from the head: one empty batch for each incident, then what is new', async () => {
  const [first, second] = [await anIncident(), await anIncident()];
  const live = only([first, second]);

  const begun = await live.until((events) => events.length === 2);
  await write(bretagne, second.id, 'Nouvelle');
  const lines = await reaches(live, second.id, 4);

  expect(news(begun.slice(0, 2)).map(({ head, lines, caughtUp }) => [head.number, lines.length, caughtUp])).toEqual([
    [3, 0, true],
    [3, 0, true],
  ]);
  expect(numbersOf(lines)).toEqual([4]);
  expect(linesOf(live.events, first.id)).toEqual([]);
});

test('a reader with an empty list of positions replays from the entry by which it is involved', async () => {
  const invited = await anIncident();
  const joined = await declare(bretagne);
  await write(bretagne, joined.id, 'Avant');
  await involve(bretagne, joined.id, dgs);
  await write(bretagne, joined.id, 'Après');

  const live = only([invited, joined], []);

  expect(numbersOf(await reaches(live, invited.id, 3))).toEqual([1, 2, 3]);
  const lines = await reaches(live, joined.id, 5);
  expect(lines.map(({ number, kind, text }) => [number, kind, text])).toEqual([
    [4, 'STAKEHOLDER_INVOLVED', null],
    [5, 'NOTE', 'Après'],
  ]);
});

test('a reader that names its position hears only what follows; the incidents that it does not name replay', async () => {
  const [named, unnamed] = [await anIncident(), await anIncident()];
  const place = await headOf(dgs, named.id);
  await write(bretagne, named.id, 'Pendant l’absence');

  const live = only([named, unnamed], [place]);

  expect(numbersOf(await reaches(live, named.id, 4))).toEqual([4]);
  expect(numbersOf(await reaches(live, unnamed.id, 3))).toEqual([1, 2, 3]);
});

test('a reader that missed nothing gets one empty batch, so that it knows', async () => {
  const incident = await anIncident();
  const head = await headOf(dgs, incident.id);

  const [batch] = news(await only([incident], [head]).until((events) => events.length === 1));

  expect(batch).toMatchObject({ __typename: 'JournalBatch', lines: [], head, caughtUp: true });
});

test('a position beyond the head is reset, and the other incidents go on', async () => {
  const [cut, other] = [await anIncident(), await anIncident()];
  const head = await headOf(dgs, cut.id);
  const live = only([cut, other], [{ ...head, number: 40 }, { ...(await headOf(dgs, other.id)) }]);

  const begun = await live.until((events) => events.length === 2);
  await write(bretagne, cut.id, 'Encore là');
  await write(bretagne, other.id, 'Aussi');

  expect(news(begun, 'JournalReset')).toEqual([
    { __typename: 'JournalReset', incidentId: cut.id, resetReason: 'BEYOND_HEAD', head },
  ]);
  expect(numbersOf(await reaches(live, cut.id, 4))).toEqual([4]);
  expect(numbersOf(await reaches(live, other.id, 4))).toEqual([4]);
});

test('a position with the hash of another line is reset', async () => {
  const incident = await anIncident();
  const head = await headOf(dgs, incident.id);
  const [first] = await journalOf(dgs, incident.id);

  const live = only([incident], [{ ...head, chainHash: first.chainHash }]);

  const [reset] = news(await live.until((events) => events.length === 1));
  expect(reset).toMatchObject({ resetReason: 'HASH_MISMATCH', head });
});

test('the position before the first line replays the whole journal, and only with the hash of nothing', async () => {
  const joined = await declare(bretagne);
  await involve(bretagne, joined.id, dgs);
  const other = await anIncident();

  const live = only(
    [joined, other],
    [
      { incidentId: joined.id, number: 0, chainHash: zeros },
      { incidentId: other.id, number: 0, chainHash: 'F'.repeat(64) },
    ],
  );

  expect(numbersOf(await reaches(live, joined.id, 3))).toEqual([1, 2, 3]);
  const [reset] = news(await live.until((events) => news(events, 'JournalReset').length === 1), 'JournalReset');
  expect(reset).toMatchObject({ incidentId: other.id, resetReason: 'HASH_MISMATCH' });
});

test('a hash in capitals is the same hash', async () => {
  const incident = await anIncident();
  const head = await headOf(dgs, incident.id);

  const live = only([incident], [{ ...head, chainHash: head.chainHash.toUpperCase() }]);

  expect(news(await live.until((events) => events.length === 1))).toMatchObject([{ lines: [], head }]);
});

const position: Place = {
  incidentId: globalId('Incident', '018f0000-0000-7000-8000-000000000000'),
  number: 1,
  chainHash: zeros,
};
test.each<[string, { incidents?: string[]; after?: object[] }, (string | number)[]]>([
  ['a hash too short', { after: [{ ...position, chainHash: 'abc' }] }, ['after', '0', 'chainHash']],
  ['a hash of other letters', { after: [{ ...position, chainHash: 'x'.repeat(64) }] }, ['after', '0', 'chainHash']],
  ['a number below 0', { after: [position, { ...position, number: -1 }] }, ['after', '1', 'number']],
  ['two positions for one incident', { after: [position, position] }, ['after', '1', 'incidentId']],
  [
    'the id of something else',
    { after: [{ ...position, incidentId: globalId('Action', '018f0000-0000-7000-8000-000000000000') }] },
    ['after', '0', 'incidentId'],
  ],
  ['no id at all', { after: [{ ...position, incidentId: 'ARS-BRE-2024-7KQ2' }] }, ['after', '0', 'incidentId']],
  ['more positions than are taken up', { after: Array(1_401).fill(position) }, ['after']],
  ['more names than are followed', { incidents: Array(201).fill(position.incidentId) }, ['incidents']],
  [
    'a stakeholder for an incident',
    { incidents: [globalId('Stakeholder', '018f0000-0000-7000-8000-000000000000')] },
    ['incidents', '0'],
  ],
])('%s is refused before anything is delivered', async (_, variables, inputPath) => {
  const live = follow(dgs, variables);

  await live.ending();

  expect(live.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', inputPath } }]);
  expect(live.events).toEqual([]);
});

test('nobody follows a journal without a token', async () => {
  const live = follow(cellule.anonymous);

  await live.ending();

  expect(live.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await cellule.anonymous.leave();
});

test('a reader that was involved while it was away hears of the new incident from its entry on', async () => {
  const known = await anIncident();
  const place = await headOf(dgs, known.id);
  const [joined] = [await declare(bretagne)];
  await involve(bretagne, joined.id, dgs);

  const live = follow(dgs, { after: [place] });

  expect(numbersOf(await reaches(live, joined.id, 3))).toEqual([3]);
  expect(linesOf(await live.until(() => true), known.id)).toEqual([]);
});

test('what is handed back of journals that are not followed weighs on no line that is written', async () => {
  const incident = await anIncident();
  const never = oneTo(1_000).map((nth) => {
    const incidentId = globalId('Incident', `018f0000-0000-7000-8000-${`${nth}`.padStart(12, '0')}`);
    return { ...position, incidentId };
  });
  const place = await headOf(dgs, incident.id);
  const overhearing = new Overhearing((text) => text.includes('parted'));
  const { dataSource } = cellule.cellule.record;
  const { logger } = dataSource;
  dataSource.logger = overhearing;
  const sizes = () => overhearing.heard.splice(0).map(({ values }) => JSON.stringify(values).length);

  const live = follow(dgs, { after: [place, ...never] });
  await live.until((events) => news(events, 'JournalEnded').length === 1_000);
  await write(bretagne, incident.id, 'Suite');
  await reaches(live, incident.id, 4);
  const [begun = 0] = sizes();
  await write(bretagne, incident.id, 'Suite');
  await reaches(live, incident.id, 5);
  const byLine = sizes();
  await (await cellule.party('ANSSI')).leave();
  await write(bretagne, incident.id, 'Suite');
  await reaches(live, incident.id, 6);
  const ofAll = sizes();
  dataSource.logger = logger;

  expect(begun).toBeGreaterThan(150_000);
  expect(Math.max(...byLine)).toBeLessThan(2_000);
  expect(Math.max(...ofAll)).toBeLessThan(60_000);
});

test('a reader that was released while it was away is told the same as of an incident that never was', async () => {
  const [left, kept] = [await anIncident(), await anIncident()];
  const places = [await headOf(dgs, left.id), await headOf(dgs, kept.id)];
  await release(bretagne, involvementOf(left, dgs));
  const never = { ...position, number: 3, chainHash: places[0]?.chainHash };

  const live = only([left, kept], [...places, never], [never.incidentId]);

  const events = await live.until((all) => all.length === 3);
  expect(news(events, 'JournalEnded')).toEqual([
    { __typename: 'JournalEnded', incidentId: left.id, reason: 'NOT_FOLLOWED' },
    { __typename: 'JournalEnded', incidentId: never.incidentId, reason: 'NOT_FOLLOWED' },
  ]);
  expect(news(events, 'JournalBatch')).toMatchObject([{ incident: { id: kept.id }, lines: [] }]);
});

test('a replay longer than a batch comes in several, and only the last one has caught up', async () => {
  const incident = await anIncident();
  for (const part of oneTo(9))
    await Promise.all(oneTo(50).map((n) => write(bretagne, incident.id, `Ligne ${part}.${n}`)));

  const live = only([incident], []);

  expect(numbersOf(await reaches(live, incident.id, 453))).toEqual(oneTo(453));
  const batches = news(live.events);
  expect(batches.map(({ caughtUp }) => caughtUp)).toEqual([false, false, true]);
  expect(batches.map(({ head, lines }) => head.number - lines.at(-1).number)).toEqual([0, 0, 0]);
});

async function anIncident(): Promise<Declared> {
  return declare(bretagne, { parties: [dgs] });
}

function only(incidents: readonly Declared[], after?: readonly object[], more: readonly string[] = []): Live {
  return follow(dgs, { incidents: [...incidents.map(({ id }) => id), ...more], ...(after && { after }) });
}
