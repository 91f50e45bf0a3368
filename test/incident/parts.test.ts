import { asParty, carryOut, declare, done, type Made, refusal } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let dgs: Party;
let bretagne: Party;
let operator: Party;
let hfds: Party;
let incident: string;
let region: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  [dgs, bretagne] = [await cellule.party('DGS-CCS'), await cellule.party('ARS-BRE')];
  [operator, hfds] = [await cellule.party('CERP', { kind: 'OPERATOR' }), await cellule.party('HFDS')];
  const declared = await carryOut(
    dgs,
    'declareIncident',
    {
      ...{ title: 'Cyberattaque', nature: 'CYBERATTACK', severity: 'MAJOR' },
      operatorId: operator.stakeholder,
      regions: [{ region: '53' }],
      parties: [asParty(hfds)],
    },
    'incident { id affectedRegions { id } }',
  );
  [incident, region] = [declared.incident.id, declared.incident.affectedRegions[0].id];
});
afterAll(() => cellule.stop());

const told = 'entries { kind changes { field old new } subject { id } }';

test('a region that is added brings its competent agency into the incident', async () => {
  const situation = { region: '28', impact: 'Retards' };

  const added = await carryOut(
    dgs,
    'addAffectedRegion',
    { incidentId: incident, situation },
    `affectedRegion { id status authority { code } } ${told}`,
  );

  expect(added.affectedRegion).toMatchObject({ status: 'AFFECTED', authority: { code: 'ARS-NOR' } });
  expect(added.entries.map(({ kind }: { kind: string }) => kind)).toEqual(['STAKEHOLDER_INVOLVED', 'REGION_ADDED']);
  expect(added.entries[1].subject.id).toBe(added.affectedRegion.id);
});

test('a region is there once', async () => {
  const refused = await refusal(dgs, 'addAffectedRegion', { incidentId: incident, situation: { region: '53' } });

  expect(refused.extensions).toEqual({ code: 'CONFLICT', inputPath: ['input', 'situation', 'region'] });
});

test('of two who add the same region at the same time, one does', async () => {
  const { id } = await declare(dgs);
  const add = 'mutation ($input: AddAffectedRegionInput!) { addAffectedRegion(input: $input) { entries { number } } }';
  const input = { incidentId: id, situation: { region: '11' } };

  const answers = await Promise.all([1, 2, 3].map(() => dgs.attempt(add, { input })));

  expect(codesOf(answers)).toEqual(['CONFLICT', 'CONFLICT']);
});

test('the authority in charge of a region keeps its situation, and nobody else but a coordinator', async () => {
  const update = async (by: Party, impact: string) => {
    const { node } = await dgs.ask('query ($id: ID!) { node(id: $id) { ... on AffectedRegion { version } } }', {
      id: region,
    });
    return by.attempt(updating, { input: { affectedRegionId: region, expectedVersion: node.version, impact } });
  };

  const answers = [
    await update(bretagne, 'Cent officines'),
    await update(dgs, 'Deux cents'),
    await update(hfds, 'Aucune'),
  ];

  expect(answers[0]?.data.updateAffectedRegion.entries[0]).toMatchObject({
    kind: 'REGION_UPDATED',
    changes: [{ field: 'impact', old: null, new: 'Cent officines' }],
  });
  expect(answers[1]?.data.updateAffectedRegion.entries[0].changes).toEqual([
    { field: 'impact', old: 'Cent officines', new: 'Deux cents' },
  ]);
  expect(answers[2]?.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', permission: 'REGION_UPDATE' });
});

test('a region that is handed to another authority is out of the hands of the first', async () => {
  const { id } = await done(dgs, 'addAffectedRegion', { incidentId: incident, situation: { region: '52' } });
  const input = { affectedRegionId: id, expectedVersion: 1, authorityId: bretagne.stakeholder };

  const { entries } = await carryOut(dgs, 'updateAffectedRegion', input, told);
  const loire = await cellule.party('ARS-PDL');
  const late = await refusal(loire, 'updateAffectedRegion', {
    affectedRegionId: id,
    expectedVersion: 2,
    status: 'RESTORED',
  });
  const updated = await done(bretagne, 'updateAffectedRegion', {
    affectedRegionId: id,
    expectedVersion: 2,
    status: 'RESTORED',
  });

  expect(entries[0].changes).toEqual([{ field: 'authority', old: 'ARS-PDL', new: 'ARS-BRE' }]);
  expect(late.extensions.code).toBe('FORBIDDEN');
  expect(updated.status).toBe('RESTORED');
});

test('an update that changes nothing is refused, and so is one of a version that is past', async () => {
  const { id } = await done(dgs, 'addAffectedRegion', {
    incidentId: incident,
    situation: { region: '24', impact: 'A' },
  });
  const update = (input: object) => refusal(dgs, 'updateAffectedRegion', { affectedRegionId: id, ...input });

  const idle = await update({ expectedVersion: 1, impact: 'A', status: 'AFFECTED' });
  const stale = await update({ expectedVersion: 7, impact: 'B' });

  expect(idle.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input'] });
  expect(stale.extensions).toEqual({ code: 'CONFLICT', expectedVersion: 7, currentVersion: 1 });
});

test('the operator tells how its services stand, and others do not', async () => {
  const situation = { name: 'Commandes', status: 'DOWN', regions: ['53'] };
  const service = await done(operator, 'addAffectedService', { incidentId: incident, situation });
  const input = { affectedServiceId: service.id, expectedVersion: 1, status: 'DEGRADED', regions: ['53', '52'] };

  const refused = [
    await refusal(hfds, 'addAffectedService', { incidentId: incident, situation }),
    await refusal(hfds, 'updateAffectedService', input),
  ];
  const { entries } = await carryOut(operator, 'updateAffectedService', input, told);

  expect(refused.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect(entries[0]).toMatchObject({ kind: 'SERVICE_UPDATED', subject: { id: service.id } });
  expect(entries[0].changes).toEqual([
    { field: 'status', old: 'DOWN', new: 'DEGRADED' },
    { field: 'regions', old: '53', new: '53, 52' },
  ]);
});

test('a stakeholder is involved once, however many ask for it at the same time', async () => {
  const { id } = await declare(dgs);
  const input = { incidentId: id, party: asParty(hfds) };

  const answers = await Promise.all([1, 2, 3].map(() => dgs.attempt(involving, { input })));
  const again = await refusal(dgs, 'involveStakeholder', input);

  expect(codesOf(answers)).toEqual(['CONFLICT', 'CONFLICT']);
  expect(again.extensions).toEqual({ code: 'CONFLICT', inputPath: ['input', 'party', 'stakeholderId'] });
});

test('a stakeholder that is only named is involved as well', async () => {
  const pharmacies = await cellule.named('OFFICINES-BRE', 'PHARMACY');
  const party = { stakeholderId: pharmacies, role: 'INFORMED' };

  const involved = await done(dgs, 'involveStakeholder', { incidentId: incident, party });

  expect(involved).toMatchObject({ role: 'INFORMED', access: 'READ', stakeholder: { code: 'OFFICINES-BRE' } });
});

test('only coordinators involve, change and release others', async () => {
  const { id, own } = await shared();
  const attempts: [string, object][] = [
    ['involveStakeholder', { incidentId: id, party: asParty(operator) }],
    ['changeInvolvement', { ...own(dgs), access: 'READ' }],
    ['releaseStakeholder', own(dgs)],
    ['releaseStakeholder', own(bretagne)],
  ];

  const refused = await Promise.all(attempts.map(([mutation, input]) => refusal(hfds, mutation, input)));

  expect(refused.map(({ extensions }) => extensions.code)).toEqual(Array(4).fill('FORBIDDEN'));
});

test('a party whose access is raised may do more at once', async () => {
  const { id, own } = await shared('READ');
  const input = { incidentId: id, entry: { text: 'Bonjour.' } };
  const before = await refusal(hfds, 'writeEntry', input);

  const { entries } = await carryOut(
    dgs,
    'changeInvolvement',
    { ...own(hfds), access: 'CONTRIBUTE', role: 'LIAISON' },
    told,
  );
  const after = await done(hfds, 'writeEntry', input);

  expect(before.extensions.code).toBe('FORBIDDEN');
  expect(entries[0].changes).toEqual([
    { field: 'role', old: 'FOLLOW_UP', new: 'LIAISON' },
    { field: 'access', old: 'READ', new: 'CONTRIBUTE' },
  ]);
  expect(after.text).toBe('Bonjour.');
});

test('a party that only reads takes itself out, and reads nothing more', async () => {
  const { id, own } = await shared('READ');

  const released = await carryOut(hfds, 'releaseStakeholder', own(hfds), `involvement { id } ${told}`);
  const after = await hfds.refused('query ($id: ID!) { incident(id: $id) { id } }', { id });
  const { incident: seen } = await dgs.ask(
    'query ($id: ID!) { incident(id: $id) { now: involvements { stakeholder { code } } all: involvements(former: true) { stakeholder { code } leftAt } } }',
    { id },
  );

  expect(released).toEqual({ involvement: null, entries: [] });
  expect(after.extensions.code).toBe('NOT_FOUND');
  expect(seen.now).not.toContainEqual({ stakeholder: { code: 'HFDS' } });
  expect(seen.all).toContainEqual({ stakeholder: { code: 'HFDS' }, leftAt: expect.any(String) });
});

test('a party that has left comes back as another involvement, and is released once', async () => {
  const { id, own } = await shared();
  const first = own(hfds);
  await done(dgs, 'releaseStakeholder', first);

  const again = await refusal(dgs, 'releaseStakeholder', { ...first, expectedVersion: 2 });
  const back: Made = await done(dgs, 'involveStakeholder', { incidentId: id, party: asParty(hfds) });

  expect(again.extensions).toEqual({ code: 'NOT_FOUND', inputPath: ['input', 'involvementId'] });
  expect(back.id).not.toBe(first.involvementId);
});

function codesOf(answers: readonly { errors?: readonly { extensions: { code: string } }[] }[]): string[] {
  return answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));
}

const updating = `mutation ($input: UpdateAffectedRegionInput!) { updateAffectedRegion(input: $input) { ${told} } }`;
const involving =
  'mutation ($input: InvolveStakeholderInput!) { involveStakeholder(input: $input) { involvement { id } } }';

/** An incident of the DGS with the HFDS and Bretagne, and their involvements as inputs have them. */
async function shared(access = 'CONTRIBUTE') {
  const parties = [asParty(hfds, access), asParty(bretagne, access)];
  const { incident: made } = await carryOut(
    dgs,
    'declareIncident',
    { title: 'Partagée', nature: 'OTHER', severity: 'MINOR', parties },
    'incident { id involvements { id stakeholder { id } } }',
  );
  const own = ({ stakeholder }: Party) => ({
    involvementId: made.involvements.find((one: { stakeholder: { id: string } }) => one.stakeholder.id === stakeholder)
      .id as string,
    expectedVersion: 1,
  });
  return { id: made.id as string, own };
}
