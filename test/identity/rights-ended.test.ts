import { follow, news } from '../journal/crisis';
import { asParty, declare, done } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let leaving: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  bretagne = await cellule.party('ARS-BRE');
});
beforeEach(async () => {
  leaving = await cellule.party('DGS-CCS');
});
afterEach(() => leaving.leave());
afterAll(() => cellule.stop());

const refusal = {
  message: 'You no longer act for this stakeholder.',
  extensions: { code: 'UNAUTHENTICATED' },
};
const list = '{ incidents { totalCount } }';

test('whose rights have ended is answered so, and not with empty lists', async () => {
  await endRights(leaving);

  const refused = await leaving.attempt(list);

  expect(refused).toMatchObject({ status: 401, errors: [refusal] });
});

test('whose rights end hears the end of each stream, and the socket brings no more operations', async () => {
  const { id } = await declare(bretagne, { parties: [asParty(leaving)] });
  const live = follow(leaving, { incidents: [id] });
  await live.until((events) => events.length > 0);

  await endRights(leaving);

  expect(news(await live.until((events) => news(events, 'JournalEnded').length > 0), 'JournalEnded')).toEqual([
    { __typename: 'JournalEnded', incidentId: id, reason: 'WITHDRAWN' },
  ]);
  expect(await leaving.subscribe(list).ending()).toMatchObject([refusal]);
  expect(await leaving.subscribe('subscription { incidents { __typename } }').ending()).toMatchObject([refusal]);
});

test('whose rights have ended is not let in over a new socket, with a code after which clients give up', async () => {
  await endRights(leaving);

  const refused = await follow(leaving, { after: [] }).ending();

  expect(refused).toMatchObject({ code: 4401, reason: refusal.message });
});

test('who has rights again is let in again, with the same token', async () => {
  await endRights(leaving);
  const grant = { personId: leaving.person, stakeholderId: leaving.stakeholder, rights: ['READ'] };

  await done(cellule.admin, 'grantRights', { ...grant, expectedVersion: 2 });

  expect(await leaving.attempt(list)).toMatchObject({ status: 200 });
});

test('a stakeholder that is no longer enrolled has no persons and no systems here', async () => {
  const system = await cellule.system(leaving);
  const query = 'query ($id: ID!) { stakeholder(id: $id) { version } }';
  const { stakeholder } = await cellule.admin.ask(query, { id: leaving.stakeholder });

  const on = { stakeholderId: leaving.stakeholder, expectedVersion: stakeholder.version };
  await done(cellule.admin, 'reviseStakeholder', { ...on, enrolled: false });

  for (const party of [leaving, system]) expect(await party.attempt(list)).toMatchObject({ errors: [refusal] });
});

function endRights({ person, stakeholder }: Party): Promise<unknown> {
  return done(cellule.admin, 'endRights', { personId: person, stakeholderId: stakeholder, expectedVersion: 1 });
}
