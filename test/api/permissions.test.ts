import { asParty, carryOut, declareOpenly, done, draft, plan } from '../support/builders';
import { globalId, startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { countingStatements } from '../support/statements';

const things = [
  'nothing',
  'incident',
  'region',
  'service',
  'own involvement',
  'action',
  'draft',
  'own stakeholder',
  'other stakeholder',
];

let cellule: TestCellule;
let parties: Record<string, Party>;
let ids: Record<string, string | null>;
let involvements: { id: string; stakeholder: { id: string } }[];
beforeAll(async () => {
  cellule = await startTestCellule();
  const coordinator = await cellule.party('DGS-CCS');
  const authority = await cellule.party('ARS-BRE');
  const operator = await cellule.party('CERP', { kind: 'OPERATOR' });
  const owner = await cellule.party('HFDS');
  const outsider = await cellule.party('ARS-NOR');
  parties = {
    coordinator,
    ...{ authority, operator, owner, outsider },
    'contributor of the coordinator': await cellule.colleague(coordinator, ['CONTRIBUTE']),
    'reader of the coordinator': await cellule.colleague(coordinator, ['READ']),
    'administrator of the coordinator': await cellule.colleague(coordinator, ['READ', 'ADMINISTER']),
    platform: cellule.admin,
  };
  const { id } = await declareOpenly(coordinator, {
    operatorId: operator.stakeholder,
    regions: [{ region: '53' }],
    services: [{ name: 'Livraison', status: 'DOWN' }],
    parties: [asParty(owner)],
  });
  const query =
    'query ($id: ID!) { incident(id: $id) { affectedRegions { id } affectedServices { id } involvements { id stakeholder { id } } } }';
  const { incident } = await coordinator.ask(query, { id });
  involvements = incident.involvements;
  ids = {
    nothing: null,
    incident: id,
    region: incident.affectedRegions[0].id,
    service: incident.affectedServices[0].id,
    action: (await plan(owner, id)).id,
    draft: (await draft(owner, id)).id,
    'other stakeholder': (await cellule.party('ANSSI')).stakeholder,
  };
});
afterAll(() => cellule.stop());

const change = [
  'INCIDENT_REVISE',
  'INCIDENT_REQUALIFY',
  'INCIDENT_MOVE',
  'INCIDENT_CLOSE',
  'INCIDENT_REOPEN',
  'REGION_ADD',
];
const writing = ['ACTION_PLAN', 'ENTRY_WRITE', 'STATEMENT_DRAFT', 'STATEMENT_PUBLISH'];
const markings = ['MARKING_WIDEN', 'MARKING_NARROW'];
const general = ['INCIDENT_DECLARE', 'STAKEHOLDER_REGISTER'];

/** What each party may do to each thing; nothing where nothing is said, and null where it does not see the thing. */
const table: Record<string, Record<string, string[] | null>> = {
  coordinator: {
    nothing: general,
    incident: [...change, 'SERVICE_ADD', 'STAKEHOLDER_INVOLVE', ...writing, ...markings],
    region: ['REGION_UPDATE', ...markings],
    service: ['SERVICE_UPDATE', ...markings],
    'own involvement': ['INVOLVEMENT_CHANGE', 'STAKEHOLDER_RELEASE'],
    action: ['ACTION_CHANGE', 'MARKING_NARROW'],
    draft: ['STATEMENT_DRAFT_CHANGE', 'MARKING_NARROW'],
  },
  authority: {
    nothing: general,
    incident: writing,
    region: ['REGION_UPDATE'],
    'own involvement': ['STAKEHOLDER_RELEASE'],
  },
  operator: {
    nothing: general,
    incident: ['SERVICE_ADD', ...writing],
    service: ['SERVICE_UPDATE'],
    'own involvement': ['STAKEHOLDER_RELEASE'],
  },
  owner: {
    nothing: general,
    incident: writing,
    'own involvement': ['STAKEHOLDER_RELEASE'],
    action: ['ACTION_CHANGE', ...markings],
    draft: ['STATEMENT_DRAFT_CHANGE', 'STATEMENT_PUBLISH', ...markings],
  },
  outsider: { nothing: general, incident: ['INCIDENT_JOIN'], 'own involvement': null },
  'contributor of the coordinator': {
    nothing: ['INCIDENT_DECLARE'],
    incident: [...writing, ...markings],
    region: markings,
    service: markings,
    'own involvement': ['STAKEHOLDER_RELEASE'],
  },
  'reader of the coordinator': {},
  'administrator of the coordinator': {
    nothing: ['READ_LOG_READ'],
    'own stakeholder': ['STAKEHOLDER_REVISE', 'PERSON_REGISTER', 'CREDENTIAL_MANAGE'],
  },
  platform: {
    nothing: ['STAKEHOLDER_REGISTER', 'STAKEHOLDER_ENROL', 'READ_LOG_READ'],
    ...{ incident: null, region: null, service: null, 'own involvement': null, action: null, draft: null },
    'own stakeholder': ['STAKEHOLDER_REVISE', 'STAKEHOLDER_ENROL', 'PERSON_REGISTER', 'CREDENTIAL_MANAGE'],
    'other stakeholder': ['STAKEHOLDER_REVISE', 'STAKEHOLDER_ENROL', 'PERSON_REGISTER', 'CREDENTIAL_MANAGE'],
  },
};

describe.each(Object.keys(table))('the %s', (name) => {
  test.each(things)('is told what it may do to: %s', async (thing) => {
    const party = parties[name] as Party;
    const expected = table[name]?.[thing];

    const { data, errors } = await party.attempt('query ($on: ID) { viewer { permissions(on: $on) } }', {
      on: idOf(thing, party),
    });

    if (expected === null) expect(errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND', inputPath: ['on'] });
    else expect([...data.viewer.permissions].sort()).toEqual([...(expected ?? [])].sort());
  });
});

test('of many things at once a viewer is told the same, without those that it does not see', async () => {
  const { owner, platform } = parties as { owner: Party; platform: Party };
  const asked = ['action', 'region', 'incident', 'other stakeholder'].map((thing) => ids[thing] as string);
  const query = 'query ($things: [ID!]!) { viewer { permissionsOn(things: $things) { id permissions } } }';
  const alone = await Promise.all(
    asked.map((on) => owner.ask('query ($on: ID) { viewer { permissions(on: $on) } }', { on })),
  );

  const told = await owner.ask(query, { things: asked });
  const toPlatform = await platform.ask(query, { things: asked });

  expect(told.viewer.permissionsOn).toEqual(asked.map((id, n) => ({ id, permissions: alone[n].viewer.permissions })));
  expect(toPlatform.viewer.permissionsOn.map(({ id }: { id: string }) => id)).toEqual([ids['other stakeholder']]);
});

test('what may be done to many things takes no statement for each', async () => {
  const owner = parties['owner'] as Party;
  const actions = await Promise.all(Array.from({ length: 5 }, () => plan(owner, ids['incident'] as string)));
  const counting = countingStatements(cellule);
  const asking = (some: readonly { id: string }[]) => () =>
    owner.ask('query ($things: [ID!]!) { viewer { permissionsOn(things: $things) { id } } }', {
      things: some.map(({ id }) => id),
    });

  const few = await counting.during(asking(actions.slice(0, 1)));
  const many = await counting.during(asking(actions));

  expect(many).toEqual(few);
});

test('a viewer is told who it is, for whom it acts and what it may do at all', async () => {
  const { viewer } = await (parties['contributor of the coordinator'] as Party).ask(
    '{ viewer { person { name } stakeholder { code } rights } }',
  );

  expect(viewer).toEqual({
    person: { name: 'Quelqu’un de DGS-CCS' },
    stakeholder: { code: 'DGS-CCS' },
    rights: ['READ', 'CONTRIBUTE'],
  });
});

test('what a viewer is told that it may do is what it can do', async () => {
  const { authority, owner } = parties as { authority: Party; owner: Party };
  const input = { affectedRegionId: ids['region'], expectedVersion: 1, status: 'RECOVERING' };

  const refused = await owner.refused(
    'mutation ($input: UpdateAffectedRegionInput!) { updateAffectedRegion(input: $input) { entries { id } } }',
    { input },
  );
  const updated = await carryOut(authority, 'updateAffectedRegion', input);
  const started = await done(owner, 'startAction', { actionId: ids['action'], expectedVersion: 1 });

  expect(refused.extensions).toEqual({ code: 'FORBIDDEN', permission: 'REGION_UPDATE' });
  expect([updated.affectedRegion.status, started.status]).toEqual(['RECOVERING', 'IN_PROGRESS']);
});

/** Who is not involved asks about an involvement that there is not. */
function idOf(thing: string, party: Party): string | null {
  if (thing === 'own stakeholder') return party.stakeholder;
  if (thing !== 'own involvement') return ids[thing] as string | null;
  const own = involvements.find(({ stakeholder }) => stakeholder.id === party.stakeholder);
  return own?.id ?? globalId('Involvement', '01928374-aaaa-7bbb-8ccc-0123456789ab');
}
