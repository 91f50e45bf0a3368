import { carryOut, declare, involve, refusal, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { countingStatements } from '../support/statements';

interface Tally {
  readonly count: number;
  readonly isExact: boolean;
}
interface Unread {
  readonly byMe: Tally;
  readonly byUs: Tally;
  readonly readToByMe: number;
  readonly readToByUs: number;
}

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let dayShift: Party;
let nightShift: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  dgs = await cellule.party('DGS-CCS');
  dayShift = await cellule.party('ARS-NOR');
  nightShift = await cellule.colleague(dayShift);
});
afterAll(() => cellule.stop());

test('what others write is unread until it is marked as read, and what one writes oneself never is', async () => {
  const id = await declaredTo(dgs);
  await write(bretagne, id, 'Une ligne.');
  await write(dgs, id, 'La nôtre.');

  const before = await unread(dgs, id);
  await markRead(dgs, id);

  expect(before).toMatchObject({ byMe: { count: 4, isExact: true }, readToByMe: 0 });
  expect(await unread(dgs, id)).toMatchObject({ byMe: { count: 0, isExact: true }, readToByMe: 5 });
  expect((await unread(bretagne, id)).byMe).toEqual({ count: 1, isExact: true });
});

test('what is sealed for a party is never counted as unread, and is once it may be read', async () => {
  const id = await declaredTo(dgs);
  await markRead(dgs, id);
  const { id: thingId } = await write(bretagne, id, 'Pour nous.', {
    entry: { text: 'Pour nous.', marking: listed(bretagne) },
  });

  const sealed = await unread(dgs, id);
  await carryOut(bretagne, 'changeMarking', {
    thingId,
    expectedVersion: 1,
    marking: { tlp: 'TLP_AMBER', audience: 'INVOLVED' },
  });

  expect(sealed).toMatchObject({ byMe: { count: 0 }, byUs: { count: 0 } });
  expect((await unread(dgs, id)).byMe.count).toBe(2);
});

test('what the day shift has read is not unread by the stakeholder, and is by the night shift', async () => {
  const id = await declaredTo(dayShift);
  await write(bretagne, id, 'Pour tous.');
  await markRead(dayShift, id);
  await write(bretagne, id, 'Depuis la relève.');

  const seen = await unread(nightShift, id);

  expect(seen).toMatchObject({ byMe: { count: 5 }, byUs: { count: 1 }, readToByMe: 0, readToByUs: 4 });
});

test('what is for one person is not read by the stakeholder when a colleague marks the journal', async () => {
  const id = await declaredTo(dayShift);
  await write(bretagne, id, 'À elle seule.', {
    entry: { text: 'À elle seule.', marking: { tlp: 'TLP_RED', persons: [nightShift.person] } },
  });
  await markRead(dayShift, id);

  expect((await unread(nightShift, id)).byUs.count).toBe(1);
  expect((await unread(dayShift, id)).byUs.count).toBe(0);
});

test('a mark never goes back, and setting it twice changes nothing', async () => {
  const id = await declaredTo(dgs);
  const early = await headOf(dgs, id);
  await write(bretagne, id, 'Une ligne de plus.');
  await markRead(dgs, id);

  const answers = [await mark(dgs, early), await mark(dgs, early), await mark(dgs, await headOf(dgs, id))];

  expect(answers.map(({ incidents }) => incidents[0].unread.readToByMe)).toEqual([4, 4, 4]);
});

test('marking as read records no entry', async () => {
  const id = await declaredTo(dgs);
  const before = await headOf(dgs, id);

  await markRead(dgs, id);

  expect(await headOf(dgs, id)).toEqual(before);
});

test('a line that is not there is refused like an incident that one does not follow, and marks nothing beside it', async () => {
  const [id, hidden] = [await declaredTo(dgs), (await declare(bretagne)).id];
  const good = await headOf(dgs, id);
  const bad = [
    { ...good, number: good.number + 1 },
    { ...good, chainHash: 'a'.repeat(64) },
    await headOf(bretagne, hidden),
  ];

  const refused = await Promise.all(bad.map((one) => refusal(dgs, 'markJournalRead', { positions: [one] })));
  await refusal(dgs, 'markJournalRead', { positions: [good, bad[2]] });

  expect(refused.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  expect(new Set(refused.map(({ message, extensions }) => JSON.stringify([message, extensions]))).size).toBe(1);
  expect((await unread(dgs, id)).readToByMe).toBe(0);
});

test('a system has no marks, and nobody has unread entries of an incident that they do not follow', async () => {
  const id = await declaredTo(dgs, { marking: { tlp: 'TLP_GREEN', audience: 'ENROLLED' } });
  const system = await cellule.system(dgs);

  const refused = await refusal(system, 'markJournalRead', { positions: [await headOf(dgs, id)] });
  const stranger = await refusal(dayShift, 'markJournalRead', { positions: [await headOf(dgs, id)] });

  expect([refused.extensions.code, stranger.extensions.code]).toEqual(['FORBIDDEN', 'NOT_FOUND']);
  expect(await unread(system, id)).toBeNull();
  expect(await unread(dayShift, id)).toBeNull();
  expect((await system.ask('{ viewer { unread { byMe { count } } } }')).viewer.unread).toBeNull();
});

test('a journal of many lines is counted to its newest ones, and says so', async () => {
  const id = await declaredTo(dgs);
  await Promise.all(Array.from({ length: 205 }, (_, n) => write(bretagne, id, `Ligne ${n}`)));

  expect(await unread(dgs, id)).toMatchObject({ byMe: { count: 200, isExact: false } });
});

test('the sum over all incidents that a party follows is of what it may read', async () => {
  const reader = await cellule.party('ARS-PDL');
  const [one, two] = [await declaredTo(reader), await declaredTo(reader)];
  const other = (await declare(bretagne)).id;
  await write(bretagne, other, 'Ailleurs.');
  await markRead(reader, one);
  await write(bretagne, two, 'Réservée.', { entry: { text: 'Réservée.', marking: listed(bretagne) } });

  const { viewer } = await reader.ask(
    '{ viewer { unread { incidents { count isExact } byMe { count } byUs { count } } } }',
  );

  expect(viewer.unread).toEqual({ incidents: { count: 1, isExact: true }, byMe: { count: 3 }, byUs: { count: 3 } });
});

test('a list of incidents costs one statement more for each of what is unread, overdue, next due, and last said of them', async () => {
  for (let n = 0; n < 3; n++) await declaredTo(dgs);
  const ask = () =>
    dgs.ask(
      '{ incidents { edges { node { unread { byMe { count } } overdueActions { count } nextDue latestSituation { text } } } } }',
    );
  const counting = countingStatements(cellule);

  const statements = await counting.during(ask);

  expect(statements).toHaveLength(5);
});

test('the last situation of an incident is the last one that the reader may read', async () => {
  const id = await declaredTo(dgs);
  await write(bretagne, id, 'Premier point.', { entry: { text: 'Premier point.', category: 'SITUATION' } });
  await write(bretagne, id, 'Point réservé.', {
    entry: { text: 'Point réservé.', category: 'SITUATION', marking: listed(bretagne) },
  });
  await write(bretagne, id, 'Une note.');

  const texts = await Promise.all([bretagne, dgs].map((party) => latest(party, id)));

  expect(texts).toEqual(['Point réservé.', 'Premier point.']);
});

function listed(party: Party): object {
  return { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [party.stakeholder] };
}

async function declaredTo(party: Party, input: object = {}): Promise<string> {
  const { id } = await declare(bretagne, input);
  await involve(bretagne, id, party);
  return id;
}

async function unread(party: Party, id: string): Promise<Unread> {
  const { incident } = await party.ask(
    'query ($id: ID!) { incident(id: $id) { unread { byMe { count isExact } byUs { count isExact } readToByMe readToByUs } } }',
    { id },
  );
  return incident.unread;
}

async function headOf(party: Party, id: string): Promise<{ number: number; chainHash: string }> {
  const { incident } = await party.ask(
    'query ($id: ID!) { incident(id: $id) { journalHead { incidentId number chainHash } } }',
    { id },
  );
  return incident.journalHead;
}

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
function mark(party: Party, position: object): Promise<any> {
  return carryOut(party, 'markJournalRead', { positions: [position] });
}

async function markRead(party: Party, id: string): Promise<void> {
  await mark(party, await headOf(party, id));
}

async function latest(party: Party, id: string): Promise<string> {
  const { incident } = await party.ask('query ($id: ID!) { incident(id: $id) { latestSituation { text } } }', { id });
  return incident.latestSituation.text;
}
