import { done } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { declare, follow, involve, involvementOf, linesOf, news, numbersOf, reaches, release, write } from './crisis';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  bretagne = await cellule.party('ARS-BRE');
});
beforeEach(async () => {
  dgs = await cellule.party('DGS-CCS');
});
afterEach(() => dgs.leave());
afterAll(() => cellule.stop());

test('a party that is released hears that its stream ended, and never the line that ended it', async () => {
  const [left, kept] = [await declare(bretagne, { parties: [dgs] }), await declare(bretagne, { parties: [dgs] })];
  const live = follow(dgs, { incidents: [left.id, kept.id] });
  await live.until((events) => events.length === 2);

  await release(bretagne, involvementOf(left, dgs));
  await write(bretagne, left.id, 'Après son départ');
  await write(bretagne, kept.id, 'Ailleurs');

  expect(numbersOf(await reaches(live, kept.id, 4))).toEqual([4]);
  expect(news(live.events, 'JournalEnded')).toEqual([
    { __typename: 'JournalEnded', incidentId: left.id, reason: 'WITHDRAWN' },
  ]);
  expect(linesOf(live.events, left.id)).toEqual([]);
});

test('a party that is involved again hears of it by itself, from that entry on', async () => {
  const incident = await declare(bretagne, { parties: [dgs] });
  const live = follow(dgs, { incidents: [incident.id] });
  await live.until((events) => events.length === 1);
  await release(bretagne, involvementOf(incident, dgs));
  await live.until((events) => news(events, 'JournalEnded').length === 1);
  await write(bretagne, incident.id, 'Sans elle');

  await involve(bretagne, incident.id, dgs);
  await write(bretagne, incident.id, 'De nouveau avec elle');

  expect(numbersOf(await reaches(live, incident.id, 7))).toEqual([6, 7]);
});

test('a party that is involved while it listens hears of the new incident by itself', async () => {
  const known = await declare(bretagne, { parties: [dgs] });
  const live = follow(dgs);
  await live.until((events) => news(events).some(({ head }) => head.incidentId === known.id));

  const joined = await declare(bretagne);
  await involve(bretagne, joined.id, dgs);

  const lines = await reaches(live, joined.id, 3);
  expect(lines.map(({ number, kind }) => [number, kind])).toEqual([[3, 'STAKEHOLDER_INVOLVED']]);
});

test('a party that is among those of a declaration hears all of it', async () => {
  const known = await declare(bretagne, { parties: [dgs] });
  const live = follow(dgs);
  await live.until((events) => news(events).some(({ head }) => head.incidentId === known.id));

  const incident = await declare(bretagne, { parties: [dgs] });

  expect(numbersOf(await reaches(live, incident.id, 3))).toEqual([1, 2, 3]);
});

test('a reader that narrowed its stream hears of nothing else, and of what it named once it is involved', async () => {
  const [named, other] = [await declare(bretagne), await declare(bretagne, { parties: [dgs] })];
  const live = follow(dgs, { incidents: [named.id] });
  const [ended] = news(await live.until((events) => events.length === 1));

  await write(bretagne, other.id, 'Ailleurs');
  await involve(bretagne, named.id, dgs);

  expect(ended).toMatchObject({ incidentId: named.id, reason: 'NOT_FOLLOWED' });
  expect(numbersOf(await reaches(live, named.id, 3))).toEqual([3]);
  expect(linesOf(live.events, other.id)).toEqual([]);
});

test('a person whose rights end hears that every stream ended; granted anew, the streams start again', async () => {
  const incident = await declare(bretagne, { parties: [dgs] });
  const live = follow(dgs, { incidents: [incident.id] });
  await live.until((events) => events.length === 1);
  const who = { personId: dgs.person, stakeholderId: dgs.stakeholder };

  await cellule.admin.ask('mutation ($input: EndRightsInput!) { endRights(input: $input) { entries { number } } }', {
    input: { ...who, expectedVersion: 1 },
  });
  await live.until((events) => news(events, 'JournalEnded').length === 1);
  await write(bretagne, incident.id, 'Sans elle');
  const refused = await dgs.refused('{ incidents(first: 1) { totalCount } viewer { rights } }');
  await cellule.admin.ask(
    'mutation ($input: GrantRightsInput!) { grantRights(input: $input) { entries { number } } }',
    {
      input: { ...who, rights: ['READ'], expectedVersion: 2 },
    },
  );

  expect(news(live.events, 'JournalEnded')).toMatchObject([{ incidentId: incident.id, reason: 'WITHDRAWN' }]);
  expect(refused.extensions.code).toBe('UNAUTHENTICATED');
  expect(numbersOf(await reaches(live, incident.id, 4))).toEqual([4]);
});

test('a person who is granted its rights anew hears that its stream goes on, though nothing was written', async () => {
  const incident = await declare(bretagne, { parties: [dgs] });
  const live = follow(dgs, { incidents: [incident.id] });
  await live.until((events) => events.length === 1);
  const who = { personId: dgs.person, stakeholderId: dgs.stakeholder };

  await cellule.admin.ask('mutation ($input: EndRightsInput!) { endRights(input: $input) { entries { number } } }', {
    input: { ...who, expectedVersion: 1 },
  });
  await live.until((events) => news(events, 'JournalEnded').length === 1);
  await cellule.admin.ask(
    'mutation ($input: GrantRightsInput!) { grantRights(input: $input) { entries { number } } }',
    { input: { ...who, rights: ['READ'], expectedVersion: 2 } },
  );

  const events = await live.until((all) => all.length === 3);
  expect(news(events.slice(2))).toMatchObject([
    { lines: [], head: { incidentId: incident.id, number: 3 }, caughtUp: true },
  ]);
});

test('a person who resumes while it may not read, and then may again, is sent nothing twice', async () => {
  const incident = await declare(bretagne, { parties: [dgs] });
  const first = follow(dgs, { incidents: [incident.id], after: [] });
  await reaches(first, incident.id, 3);
  const { head } = news(first.events, 'JournalBatch').at(-1);
  await dgs.leave();
  const who = { personId: dgs.person, stakeholderId: dgs.stakeholder };
  await done(cellule.admin, 'grantRights', { ...who, rights: ['ADMINISTER'], expectedVersion: 1 });
  const { incidentId, number, chainHash } = head;
  const live = follow(dgs, { incidents: [incident.id], after: [{ incidentId, number, chainHash }] });
  await live.until((events) => news(events, 'JournalEnded').length === 1);

  await done(cellule.admin, 'grantRights', { ...who, rights: ['READ'], expectedVersion: 2 });
  await write(bretagne, incident.id, 'Après');

  expect(numbersOf(await reaches(live, incident.id, 4))).toEqual([4]);
});

test('a person who administers, and does not read, follows nothing', async () => {
  const administrator = await cellule.colleague(dgs, ['ADMINISTER']);
  const incident = await declare(bretagne, { parties: [dgs] });
  const live = follow(administrator, { incidents: [incident.id], after: [] });

  const events = await live.until((all) => all.length === 1);

  expect(news(events)).toEqual([{ __typename: 'JournalEnded', incidentId: incident.id, reason: 'NOT_FOLLOWED' }]);
  await administrator.leave();
});
