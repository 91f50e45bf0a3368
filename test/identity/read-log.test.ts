import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import type { Handful } from '../../src/access/readings';
import { exportJournalTo } from '../../src/commands/export-journal';
import { ReadLog } from '../../src/identity/read-log';
import { forgetOldReadings } from '../../src/journal/bookkeeping';
import { newId } from '../../src/kernel/ids';
import { NumberRanges } from '../../src/kernel/number-ranges';
import { runOn } from '../../src/kernel/sql';
import { follow, reaches } from '../journal/crisis';
import { asParty, declare, plan, refusal, write } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

// biome-ignore lint/suspicious/noExplicitAny: records have the shape of the document below.
type Shown = any;

const amber = { tlp: 'TLP_AMBER' };
const green = { tlp: 'TLP_GREEN' };

let cellule: TestCellule;
let bretagne: Party;
let office: Party;
let anssi: Party;
let dgs: Party;
let incident: string;
let number: Record<string, number>;
let ids: Record<string, string>;
let actions: string[];
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  bretagne = await cellule.party('ARS-BRE');
  office = await cellule.colleague(bretagne, ['ADMINISTER']);
  [anssi, dgs] = [await cellule.party('ANSSI'), await cellule.party('DGS-CCS')];
  incident = (await declare(bretagne, { marking: green, parties: [anssi, dgs].map((one) => asParty(one)) })).id;
  const red = { tlp: 'TLP_RED', audience: 'PERSONS', persons: [anssi.person] };
  const written = {
    amber: await entryUnder(amber, 'Les officines de Rennes attendent.'),
    green: await entryUnder(green, 'Pour tous.'),
    red: await entryUnder(red, 'Pour une seule personne.'),
    strict: await entryUnder({ tlp: 'TLP_AMBER_STRICT' }, 'Pour nous.'),
  };
  number = Object.fromEntries(Object.entries(written).map(([name, entry]) => [name, entry.number]));
  ids = Object.fromEntries(Object.entries(written).map(([name, { id }]) => [name, id]));
  actions = [await planned(amber), await planned(amber), await planned(green)];
});
afterEach(async () => {
  await dgs.leave();
});
afterAll(() => cellule.stop());

const oneEntry = 'query ($id: ID!) { node(id: $id) { id } }';
const wholeJournal = `query ($id: ID!) { incident(id: $id) { journal(first: 500) { edges { node {
  __typename ... on NumberedLine { number } } } } } }`;
const records = `query ($incident: ID, $reader: ID, $entry: Int, $thing: ID) {
  readLog(incident: $incident, reader: $reader, entry: $entry, thing: $thing, first: 500) { edges { node {
    id means from to system incidentId entries { from to } thingIds
    person { id name } stakeholder { code } incident { reference } } } } }`;

test.each([
  ['TLP:AMBER', 'amber'],
  ['TLP:AMBER+STRICT', 'strict'],
  ['TLP:RED', 'red'],
])('who administers the originator sees who read an entry under %s, and not what it says', async (_label, name) => {
  const entry = number[name] as number;
  const before = await logOf(office, { incident, reader: anssi.stakeholder });

  await anssi.ask(oneEntry, { id: ids[name] });

  const [latest, ...earlier] = await logOf(office, { incident, reader: anssi.stakeholder });
  expect(earlier).toEqual(before);
  expect(latest).toMatchObject({
    means: 'OPERATION',
    person: { id: anssi.person },
    stakeholder: { code: 'ANSSI' },
    system: false,
    incidentId: incident,
    incident: null,
    entries: [{ from: entry, to: entry }],
    thingIds: [],
  });
});

test('what is marked TLP:GREEN is read without a record', async () => {
  const before = await logOf(office, { incident });

  await anssi.ask(oneEntry, { id: ids['green'] });

  expect(await logOf(office, { incident })).toEqual(before);
});

test('a sealed line is no reading', async () => {
  const sealed = await dgs.ask(wholeJournal, { id: incident });

  const readers = (await logOf(office, { incident, entry: number['red'] })).map(({ person }) => person.id);
  expect(sealed.incident.journal.edges.map(({ node }: Shown) => node)).toContainEqual({
    __typename: 'SealedEntry',
    number: number['red'],
  });
  expect(new Set(readers)).toEqual(new Set([bretagne.person, anssi.person]));
});

test('a query that shows several things is one record, with the ids of those that count', async () => {
  const before = await logOf(office, { incident, reader: anssi.stakeholder });
  await anssi.ask(
    'query ($id: ID!) { incident(id: $id) { title actions { edges { node { title } } } journal(first: 500) { edges { node { ... on JournalEntry { text } } } } } }',
    { id: incident },
  );

  const now = await logOf(office, { incident, reader: anssi.stakeholder });

  expect(now).toHaveLength(before.length + 1);
  expect(now[0].thingIds.sort()).toEqual(actions.slice(0, 2).sort());
  expect(numbersIn(now[0])).toEqual(expect.arrayContaining([number['amber'], number['red'], number['strict']]));
  expect(numbersIn(now[0])).not.toContain(number['green']);
});

test('a page holds what it shows: what was only looked at to know whether more follows is not read', async () => {
  const [first, second] = actions as [string, string];
  const before = await logOf(office, { thing: second, reader: dgs.stakeholder });

  await dgs.ask('query ($id: ID!) { incident(id: $id) { actions(first: 1) { edges { node { id } } } } }', {
    id: incident,
  });

  expect(await logOf(office, { thing: second, reader: dgs.stakeholder })).toEqual(before);
  expect((await logOf(office, { thing: first, reader: dgs.stakeholder }))[0].thingIds).toEqual([first]);
});

test('the answer to a mutation is read like any other', async () => {
  const { id, number: written } = await write(anssi, incident, 'De l’ANSSI.', {
    entry: { text: 'De l’ANSSI.', marking: amber },
  });

  const administrator = await cellule.colleague(anssi, ['ADMINISTER']);
  const [latest] = await logOf(administrator, { incident });
  expect(id).toBeDefined();
  expect(latest).toMatchObject({ person: { id: anssi.person }, entries: [{ from: written, to: written }] });
});

test('what a command looks up and shows to nobody is not read', async () => {
  const before = await logOf(office, { thing: actions[1] as string });

  const refused = await refusal(dgs, 'completeAction', { actionId: actions[1], expectedVersion: 99, result: 'Fait.' });

  expect(refused.extensions.code).toMatch(/FORBIDDEN|CONFLICT/);
  expect(await logOf(office, { thing: actions[1] as string })).toEqual(before);
});

test('a system is named as one', async () => {
  const system = await cellule.system(anssi);
  await system.ask(oneEntry, { id: ids['amber'] });

  const [latest] = await logOf(office, { incident, reader: anssi.stakeholder });

  expect(latest).toMatchObject({ system: true, person: null, stakeholder: { code: 'ANSSI' } });
});

test('a subscription is one record and one range, however often it is written', async () => {
  const { id } = await declare(bretagne, { parties: [asParty(dgs)] });
  const live = follow(dgs, { incidents: [id], after: [] });
  await reaches(live, id, 2);
  await cellule.cellule.record.readLog.flush();
  const first = await write(bretagne, id, 'Un.');
  await reaches(live, id, first.number);
  await cellule.cellule.record.readLog.flush();
  const second = await write(bretagne, id, 'Deux.');
  await reaches(live, id, second.number);

  const read = await logOf(office, { incident: id, reader: dgs.stakeholder });

  expect(read).toMatchObject([{ means: 'SUBSCRIPTION', entries: [{ to: second.number }] }]);
  expect(read[0].entries).toHaveLength(1);
});

test('two subscriptions over one socket are two records', async () => {
  const { id } = await declare(bretagne, { parties: [asParty(dgs)] });
  const both = [follow(dgs, { incidents: [id], after: [] }), follow(dgs, { incidents: [id], after: [] })];
  for (const live of both) await reaches(live, id, 2);

  const read = await logOf(office, { incident: id, reader: dgs.stakeholder });

  expect(read.map(({ means }) => means)).toEqual(['SUBSCRIPTION', 'SUBSCRIPTION']);
});

test('an export in the name of a reader is on record as one', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'cellule-read-'));
  const environment = { ...process.env };
  Object.assign(process.env, { DATABASE_URL: cellule.databaseUrl, LOG_LEVEL: 'fatal' });
  await exportJournalTo({ incident, stakeholder: 'ANSSI', out: join(directory, 'journal.ndjson') });
  process.env = environment;
  await rm(directory, { recursive: true });

  const [latest] = await logOf(office, { incident, reader: anssi.stakeholder });

  expect(latest).toMatchObject({ means: 'EXPORT', system: true });
  expect(numbersIn(latest)).toContain(number['amber']);
});

describe('who asks for the log', () => {
  test('another stakeholder’s administrator sees nothing of it, nor does that of the platform', async () => {
    const other = await cellule.colleague(dgs, ['READ', 'ADMINISTER']);

    expect(await logOf(other, { incident })).toEqual([]);
    expect(await logOf(cellule.admin, { incident })).toEqual([]);
  });

  test.each([
    ['who coordinates', () => bretagne, 'FORBIDDEN'],
    ['who has no token', () => cellule.anonymous, 'UNAUTHENTICATED'],
  ])('%s is refused', async (_who, party, code) => {
    expect((await party().refused(records)).extensions.code).toBe(code);
  });

  test('a number without its incident is refused', async () => {
    expect((await office.refused(records, { entry: 3 })).extensions).toEqual({
      code: 'BAD_USER_INPUT',
      inputPath: ['incident'],
    });
  });

  test('who reads too learns which incident it was, and each record is on one page only', async () => {
    const both = await cellule.colleague(bretagne, ['READ', 'ADMINISTER']);
    const page =
      'query ($after: String) { readLog(first: 2, after: $after) { totalCount edges { cursor node { id } } } }';
    const [first, all] = [await both.ask(page), await logOf(both, {})];
    const rest = await both.ask(page, { after: first.readLog.edges[1].cursor });

    expect(all[0].incident.reference).toMatch(/^ARS-BRE-/);
    expect([...first.readLog.edges, ...rest.readLog.edges].map(({ node }: Shown) => node.id)).toEqual(
      all.slice(0, 4).map(({ id }) => id),
    );
  });
});

test('what was read is written before the server stops', async () => {
  const node = await cellule.node();
  await dgs.at(node.url).ask(oneEntry, { id: ids['strict'] });

  await node.stop();

  const [latest] = await logOf(office, { incident, reader: dgs.stakeholder });
  expect(latest.entries).toEqual([{ from: number['strict'], to: number['strict'] }]);
});

test('what cannot be written is kept until it can, and counted once', async () => {
  const { readLog } = cellule.cellule.record;
  const before = await logOf(office, { incident, reader: dgs.stakeholder });
  await asOwner('ALTER TABLE read_record RENAME TO elsewhere');

  for (const name of ['amber', 'strict']) {
    await dgs.ask(oneEntry, { id: ids[name] });
    await readLog.flush();
  }
  const waiting = readLog.waiting;
  await asOwner('ALTER TABLE elsewhere RENAME TO read_record');

  expect(waiting).toBe(2);
  expect(await logOf(office, { incident, reader: dgs.stakeholder })).toHaveLength(before.length + 2);
});

test('an operation waits while too much is on its way into the database, and a subscriber does not', async () => {
  const { readLog } = cellule.cellule.record;
  const other = await cellule.node();
  const live = follow(dgs, { incidents: [incident] });
  await live.until((events) => events.length > 0);
  const owner = new Client(cellule.databaseUrl);
  await owner.connect();
  await owner.query('BEGIN; LOCK TABLE read_record IN ACCESS EXCLUSIVE MODE');
  const things = new Set(Array.from({ length: 30_000 }, (_, place) => `Action:${place}`));
  const reader = { kind: 'system' as const, stakeholderId: keyOf(dgs.stakeholder) };
  readLog.note(reader, [
    { place: 'here', incidentId: newId(), originatorId: newId(), entries: new NumberRanges(), things },
  ]);

  const order: string[] = [];
  const answer = anssi.ask(oneEntry, { id: ids['amber'] }).then(() => order.push('answered'));
  const { number: last } = await write(bretagne.at(other.url), incident, 'Entre-temps.');
  await reaches(live, incident, last);
  const { waiting } = readLog;
  order.push('there is room');
  await owner.query('ROLLBACK');
  await answer;
  await readLog.flush();

  expect(order).toEqual(['there is room', 'answered']);
  expect([waiting > 0, readLog.waiting]).toEqual([true, 0]);
  await owner.end();
  await other.stop();
});

describe('a log whose writes fail or hang', () => {
  const reader = { kind: 'system' as const, stakeholderId: newId() };
  const [begin, later] = [new Date('2024-10-19T20:00:00.000Z'), new Date('2024-10-19T20:00:15.000Z')];
  const silent = pino({ level: 'silent' });
  let now = begin;
  const clock = { offset: 0, now: () => now };

  /** One whose first writes come to this. */
  const logAfter = (...fates: (() => Promise<never>)[]) => {
    const run = runOn(cellule.cellule.record.dataSource);
    return new ReadLog((statement) => fates.shift()?.() ?? run(statement), clock, silent);
  };
  const refused = () => Promise.reject(new Error('no room on the disk'));
  const entry = (number: number, incidentId: string) => {
    const entries = new NumberRanges();
    entries.add(number);
    return [{ place: incidentId, incidentId, originatorId: newId(), entries, things: new Set<string>() }];
  };

  test.each([
    ['both are refused at first', [refused, refused]],
    ['the first is refused, and written after the second', [refused]],
  ])('keeps when the first and the last was read where %s', async (_how, fates) => {
    const id = newId();
    const log = logAfter(...fates);
    now = begin;
    const [first] = entry(1, id);
    log.note(reader, [first as Handful]);
    const writing = log.flush();
    now = later;
    log.note(reader, [{ ...(first as Handful), entries: entry(2, id)[0]?.entries as NumberRanges }]);
    await Promise.all([writing, log.flush()]);
    await log.flush();

    const { dataSource } = cellule.cellule.record;
    const found = await dataSource.query('SELECT read_from, read_to, entries FROM read_record WHERE incident_id = $1', [
      id,
    ]);
    expect(found).toEqual([{ read_from: begin, read_to: later, entries: '{[1,3)}' }]);
    await log.stop();
  });

  test('forgets the oldest rather than to fill the memory, where a write hangs after one was refused', async () => {
    const hanging = () => new Promise<never>(() => undefined);
    const log = logAfter(refused, hanging);
    log.note(reader, entry(1, newId()));
    await log.flush();
    void log.flush();
    const things = new Set(Array.from({ length: 20_000 }, (_, place) => `Action:${place}`));

    for (let round = 0; round < 30; round += 1) {
      const [one] = entry(round, newId());
      log.note(reader, [{ ...(one as Handful), things }]);
    }

    expect(log.waiting).toBeLessThanOrEqual(11);
    await log.room();
  });

  test('says after a while that it cannot take more, where a write hangs', async () => {
    const hanging = () => new Promise<never>(() => undefined);
    const log = logAfter(hanging);
    const things = new Set(Array.from({ length: 30_000 }, (_, place) => `Action:${place}`));
    const [one] = entry(1, newId());
    log.note(reader, [{ ...(one as Handful), things }]);

    await expect(log.room()).rejects.toMatchObject({ code: 'UNAVAILABLE', details: { retryAfterSeconds: 5 } });
  });
});

test('what is older than it is to be kept is forgotten', async () => {
  const { dataSource } = cellule.cellule.record;
  await anssi.ask(oneEntry, { id: ids['amber'] });
  const [latest] = await logOf(office, { incident });

  await forgetOldReadings(runOn(dataSource), new Date(latest.from));
  const kept = await logOf(office, {});
  await forgetOldReadings(runOn(dataSource), new Date(Date.parse(latest.from) + 1));

  expect(kept).toEqual([latest]);
  expect(await logOf(office, {})).toEqual([]);
});

/** As who migrates: the server itself may not. */
async function asOwner(statement: string): Promise<void> {
  const client = new Client(cellule.databaseUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** All that the log says to a party, once everything that was read until now is written. */
async function logOf(party: Party, variables: object): Promise<Shown[]> {
  await cellule.cellule.record.readLog.flush();
  const { readLog } = await party.ask(records, variables);
  return readLog.edges.map(({ node }: Shown) => node);
}

function numbersIn({ entries }: Shown): number[] {
  return entries.flatMap(({ from, to }: Shown) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

function entryUnder(marking: object, text: string): Promise<{ id: string; number: number }> {
  return write(bretagne, incident, text, { entry: { text, marking } });
}

async function planned(marking: object): Promise<string> {
  return (await plan(bretagne, incident, { marking })).id;
}
