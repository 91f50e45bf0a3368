import { asParty, carryOut, declare, declareOpenly, done, involve, refusal } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let dgs: Party;
let bretagne: Party;
let hfds: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  [dgs, bretagne, hfds] = [await cellule.party('DGS-CCS'), await cellule.party('ARS-BRE'), await cellule.party('HFDS')];
});
afterAll(() => cellule.stop());

test('the last coordinator cannot leave, nor step down', async () => {
  const { own } = await coordinatedBy(dgs);

  const leaving = await refusal(dgs, 'releaseStakeholder', own(dgs));
  const steppingDown = await refusal(dgs, 'changeInvolvement', { ...own(dgs), access: 'CONTRIBUTE' });

  expect(leaving.extensions).toEqual({ code: 'ILLEGAL_TRANSITION', from: 'COORDINATE', attempted: 'RELEASED' });
  expect(steppingDown.extensions).toEqual({ code: 'ILLEGAL_TRANSITION', from: 'COORDINATE', attempted: 'CONTRIBUTE' });
});

test('a stakeholder without accounts is nobody to leave the coordination to', async () => {
  const { id, own } = await coordinatedBy(dgs);
  const party = { stakeholderId: await cellule.named('SANS-COMPTE'), role: 'LEAD', access: 'COORDINATE' };
  await done(dgs, 'involveStakeholder', { incidentId: id, party });

  const leaving = await refusal(dgs, 'releaseStakeholder', own(dgs));

  expect(leaving.extensions.code).toBe('ILLEGAL_TRANSITION');
});

test('a coordinator leaves once another one is there', async () => {
  const { id, own } = await coordinatedBy(dgs);
  await involve(dgs, id, bretagne, 'COORDINATE');

  await done(dgs, 'releaseStakeholder', own(dgs));

  const { incident } = await bretagne.ask(
    'query ($id: ID!) { incident(id: $id) { involvements { stakeholder { code } } } }',
    { id },
  );
  expect(incident.involvements).toEqual([{ stakeholder: { code: 'ARS-BRE' } }]);
});

test.each([1, 2, 3, 4, 5])('of two coordinators who leave at the same time, exactly one does (%d)', async () => {
  const { own } = await coordinatedBy(dgs, bretagne);

  const answers = await Promise.all([dgs, bretagne].map((party) => party.attempt(releasing, { input: own(party) })));

  const codes = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));
  expect(codes).toEqual(['ILLEGAL_TRANSITION']);
});

test.each([1, 2, 3, 4, 5])('of two coordinators who release each other at the same time, one stays (%d)', async () => {
  const { id, own } = await coordinatedBy(dgs, bretagne, hfds);

  const answers = await Promise.all([
    dgs.attempt(releasing, { input: own(bretagne) }),
    bretagne.attempt(releasing, { input: own(dgs) }),
  ]);

  const { incident } = await hfds.ask('query ($id: ID!) { incident(id: $id) { involvements { id } } }', { id });
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(incident.involvements).toHaveLength(2);
});

test('an enrolled stakeholder joins an incident that is open to all, to be informed', async () => {
  const { id } = await declareOpenly(dgs);
  const before = await hfds.ask('query ($id: ID!) { incident(id: $id) { journalHead { number } } }', { id });

  const joined = await carryOut(
    hfds,
    'joinIncident',
    { incidentId: id },
    'involvement { role access stakeholder { code } }',
  );
  const again = await refusal(hfds, 'joinIncident', { incidentId: id });

  const after = await hfds.ask('query ($id: ID!) { incident(id: $id) { journalHead { number } } }', { id });
  expect(before.incident.journalHead).toBeNull();
  expect(joined.involvement).toEqual({ role: 'INFORMED', access: 'READ', stakeholder: { code: 'HFDS' } });
  expect(after.incident.journalHead.number).toBe(3);
  expect(again.extensions).toEqual({ code: 'CONFLICT', inputPath: ['input', 'incidentId'] });
});

test('colleagues who join at the same time join once', async () => {
  const { id } = await declareOpenly(dgs);
  const colleague = await cellule.colleague(hfds);
  const joining = 'mutation ($input: JoinIncidentInput!) { joinIncident(input: $input) { involvement { id } } }';

  const answers = await Promise.all(
    [hfds, colleague].map((one) => one.attempt(joining, { input: { incidentId: id } })),
  );

  const codes = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));
  expect(codes).toEqual(['CONFLICT']);
});

test('nobody joins an incident that is for those involved: it does not exist for others', async () => {
  const { id } = await declare(dgs);

  const refused = await refusal(hfds, 'joinIncident', { incidentId: id });

  expect(refused.extensions).toEqual({ code: 'NOT_FOUND', inputPath: ['input', 'incidentId'] });
});

const releasing =
  'mutation ($input: ReleaseStakeholderInput!) { releaseStakeholder(input: $input) { entries { id } } }';

/** An incident of the first, with the others coordinating beside it. */
async function coordinatedBy(first: Party, ...others: Party[]) {
  const parties = others.map((party) => asParty(party, 'COORDINATE', 'LEAD'));
  const { incident } = await carryOut(
    first,
    'declareIncident',
    { title: 'Partagée', nature: 'OTHER', severity: 'MINOR', parties },
    'incident { id involvements { id stakeholder { id } } }',
  );
  const own = ({ stakeholder }: Party) => ({
    involvementId: incident.involvements.find(
      (one: { stakeholder: { id: string } }) => one.stakeholder.id === stakeholder,
    ).id as string,
    expectedVersion: 1,
  });
  return { id: incident.id as string, own };
}
