import { asParty, atMinute, carryOut, declare, heads, refusal } from '../support/builders';
import { globalId, startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let dgs: Party;
let operator: Party;
let hfds: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  dgs = await cellule.party('DGS-CCS');
  operator = await cellule.party('CERP', { kind: 'OPERATOR' });
  hfds = await cellule.party('HFDS');
});
afterAll(() => cellule.stop());

const base = { title: 'Cyberattaque', nature: 'CYBERATTACK', severity: 'MAJOR' };
const whole = `incident {
  id title summary nature status severity exercise began { latest words } operator { code }
  marking { tlp label audience originator { code } stakeholders { code } persons { name } }
  affectedRegions { region { name } status impact authority { code } }
  affectedServices { name status regions { code } }
  involvements { role access stakeholder { code } }
  milestones { status }
}
entries { number kind category text author { stakeholderName } changes { field old new } subject { __typename } }`;

test('an incident is declared with all that is known of it at once', async () => {
  const input = {
    ...base,
    summary: 'Rançongiciel chez un grossiste-répartiteur.',
    began: { ...atMinute('2024-10-19T06:00:00+02:00'), words: 'au petit matin' },
    operatorId: operator.stakeholder,
    regions: [
      { region: '53', impact: 'Officines non livrées' },
      { region: '52', status: 'SUSPECTED' },
    ],
    services: [{ name: 'Livraison', status: 'DOWN', regions: ['53', '52'] }],
    parties: [asParty(hfds, 'READ', 'LIAISON')],
    entry: { text: 'Alerte reçue au CORRUSS.', category: 'INFORMATION' },
  };

  const { incident, entries } = await carryOut(dgs, 'declareIncident', input, whole);

  expect(incident).toMatchObject({
    ...base,
    status: 'DECLARED',
    exercise: false,
    began: { latest: '2024-10-19T04:00:00.000Z', words: 'au petit matin' },
    operator: { code: 'CERP' },
    affectedServices: [{ name: 'Livraison', status: 'DOWN', regions: [{ code: '53' }, { code: '52' }] }],
    milestones: [{ status: 'DECLARED' }],
  });
  expect(incident.affectedRegions).toEqual([
    { region: { name: 'Pays de la Loire' }, status: 'SUSPECTED', impact: null, authority: { code: 'ARS-PDL' } },
    {
      region: { name: 'Bretagne' },
      status: 'AFFECTED',
      impact: 'Officines non livrées',
      authority: { code: 'ARS-BRE' },
    },
  ]);
  expect(entries[0]).toMatchObject({ number: 1, kind: 'INCIDENT_DECLARED', text: 'Alerte reçue au CORRUSS.' });
  expect(entries[0].category).toBe('INFORMATION');
});

test('declarer, operator, competent agencies and the parties named are involved by a declaration', async () => {
  const input = {
    ...base,
    operatorId: operator.stakeholder,
    regions: [{ region: '53' }],
    parties: [asParty(hfds, 'READ')],
  };

  const { incident } = await carryOut(dgs, 'declareIncident', input, whole);

  expect(incident.involvements).toEqual([
    { role: 'LEAD', access: 'COORDINATE', stakeholder: { code: 'DGS-CCS' } },
    { role: 'OPERATOR', access: 'CONTRIBUTE', stakeholder: { code: 'CERP' } },
    { role: 'FOLLOW_UP', access: 'READ', stakeholder: { code: 'HFDS' } },
    { role: 'FOLLOW_UP', access: 'CONTRIBUTE', stakeholder: { code: 'ARS-BRE' } },
  ]);
});

test('an operator that declares its own incident is its operator, and coordinates', async () => {
  const input = { ...base, operatorId: operator.stakeholder, declarerRole: 'LEAD' };

  const { incident } = await carryOut(operator, 'declareIncident', input, whole);

  expect(incident.involvements).toEqual([{ role: 'OPERATOR', access: 'COORDINATE', stakeholder: { code: 'CERP' } }]);
});

test('who declares says in what capacity', async () => {
  const { incident } = await carryOut(hfds, 'declareIncident', { ...base, declarerRole: 'LIAISON' }, whole);

  expect(incident.involvements).toEqual([{ role: 'LIAISON', access: 'COORDINATE', stakeholder: { code: 'HFDS' } }]);
});

test('the agency of a region is involved beside another authority in charge, and stays out if told so', async () => {
  const regions = [
    { region: '53', involveAuthority: false },
    { region: '28', authorityId: hfds.stakeholder },
  ];

  const { incident } = await carryOut(dgs, 'declareIncident', { ...base, regions }, whole);

  const authorities = incident.affectedRegions.map(({ authority }: { authority: { code: string } }) => authority.code);
  expect(authorities).toEqual(['HFDS', 'ARS-BRE']);
  expect(incident.involvements.map((one: { stakeholder: { code: string } }) => one.stakeholder.code)).toEqual([
    'DGS-CCS',
    'HFDS',
    'ARS-NOR',
  ]);
});

test('everything that a declaration does is in the journal, each with its changes', async () => {
  const input = {
    ...base,
    operatorId: operator.stakeholder,
    regions: [{ region: '53' }],
    services: [{ name: 'Commandes', status: 'DEGRADED' }],
  };

  const { entries } = await carryOut(dgs, 'declareIncident', input, whole);

  expect(entries.map(({ number, kind }: { number: number; kind: string }) => `${number} ${kind}`)).toEqual([
    '1 INCIDENT_DECLARED',
    '2 STAKEHOLDER_INVOLVED',
    '3 STAKEHOLDER_INVOLVED',
    '4 STAKEHOLDER_INVOLVED',
    '5 REGION_ADDED',
    '6 SERVICE_ADDED',
  ]);
  expect(entries[0].changes).toEqual(
    expect.arrayContaining([
      { field: 'severity', old: null, new: 'MAJOR' },
      { field: 'exercise', old: null, new: 'false' },
    ]),
  );
  expect(entries[4].changes).toContainEqual({ field: 'authority', old: null, new: 'ARS-BRE' });
  expect(entries[5].subject).toEqual({ __typename: 'AffectedService' });
});

test('without another marking an incident is TLP:AMBER for the parties involved', async () => {
  const { incident } = await carryOut(dgs, 'declareIncident', base, whole);

  expect(incident.marking).toEqual({
    tlp: 'TLP_AMBER',
    label: 'TLP:AMBER',
    audience: 'INVOLVED',
    originator: { code: 'DGS-CCS' },
    stakeholders: [],
    persons: [],
  });
});

test.each([
  ['TLP_CLEAR', 'TLP:CLEAR'],
  ['TLP_GREEN', 'TLP:GREEN'],
  ['TLP_AMBER', 'TLP:AMBER'],
  ['TLP_AMBER_STRICT', 'TLP:AMBER+STRICT'],
])('the label of %s is shown as %s', async (tlp, label) => {
  const { incident } = await carryOut(dgs, 'declareIncident', { ...base, marking: { tlp } }, whole);

  expect(incident.marking).toMatchObject({ label, audience: 'INVOLVED' });
});

test('a reference tells who declared and when, and counts nothing', async () => {
  const references = [await declare(dgs), await declare(dgs)].map(({ reference }) => reference);

  const year = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', year: 'numeric' }).format(new Date());
  for (const reference of references)
    expect(reference).toMatch(new RegExp(`^DGS-CCS-${year}-[2-9B-DF-HJ-NP-TV-XZ]{4}$`));
  expect(references[0]).not.toBe(references[1]);
});

test('an exercise is one from its declaration on, and nobody can turn it into a crisis', async () => {
  const { incident } = await carryOut(dgs, 'declareIncident', { ...base, exercise: true }, whole);
  const revision = { incidentId: incident.id, expectedVersion: 1, exercise: false };

  const refused = await refusal(dgs, 'reviseIncident', revision);

  expect(incident.exercise).toBe(true);
  expect(refused.extensions.code).toBe('BAD_USER_INPUT');
});

const nobody = globalId('Stakeholder', '01928374-aaaa-7bbb-8ccc-0123456789ab');
test.each<[string, () => object, string, string]>([
  [
    'the last party is unknown',
    () => ({ parties: [asParty(hfds), { ...asParty(hfds), stakeholderId: nobody }] }),
    'NOT_FOUND',
    'input.parties.1.stakeholderId',
  ],
  [
    'a party is named twice',
    () => ({ parties: [asParty(hfds), asParty(hfds)] }),
    'BAD_USER_INPUT',
    'input.parties.1.stakeholderId',
  ],
  [
    'the declarer is a party too',
    () => ({ parties: [asParty(dgs)] }),
    'BAD_USER_INPUT',
    'input.parties.0.stakeholderId',
  ],
  [
    'the operator is a party too',
    () => ({ operatorId: operator.stakeholder, parties: [asParty(operator)] }),
    'BAD_USER_INPUT',
    'input.parties.0.stakeholderId',
  ],
  ['the operator is unknown', () => ({ operatorId: nobody }), 'NOT_FOUND', 'input.operatorId'],
  [
    'a region comes twice',
    () => ({ regions: [{ region: '53' }, { region: '53' }] }),
    'CONFLICT',
    'input.regions.1.region',
  ],
  [
    'the last region is in the hands of nobody',
    () => ({ regions: [{ region: '53' }, { region: '52', authorityId: nobody }] }),
    'NOT_FOUND',
    'input.regions.1.authorityId',
  ],
  [
    'a service reaches further than the incident',
    () => ({ services: [{ name: 'A', status: 'DOWN', marking: { tlp: 'TLP_GREEN', audience: 'ENROLLED' } }] }),
    'BAD_USER_INPUT',
    'input.services.0.marking.audience',
  ],
  [
    'a region lists who is not involved',
    () => ({
      regions: [{ region: '53', marking: { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [hfds.stakeholder] } }],
    }),
    'BAD_USER_INPUT',
    'input.regions.0.marking.stakeholders',
  ],
  [
    'the incident is for named persons',
    () => ({ marking: { tlp: 'TLP_RED' } }),
    'BAD_USER_INPUT',
    'input.marking.audience',
  ],
  [
    'the incident is for authorities',
    () => ({ marking: { tlp: 'TLP_AMBER', audience: 'AUTHORITIES' } }),
    'BAD_USER_INPUT',
    'input.marking.audience',
  ],
  [
    'an amber incident is for everybody',
    () => ({ marking: { tlp: 'TLP_AMBER', audience: 'ENROLLED' } }),
    'BAD_USER_INPUT',
    'input.marking.audience',
  ],
  [
    'a list of readers has no readers',
    () => ({ marking: { tlp: 'TLP_AMBER', audience: 'LISTED' } }),
    'BAD_USER_INPUT',
    'input.marking.stakeholders',
  ],
  [
    'persons are named who are not asked for',
    () => ({ marking: { tlp: 'TLP_AMBER', persons: [dgs.person] } }),
    'BAD_USER_INPUT',
    'input.marking.persons',
  ],
  [
    'the first entry is marked apart',
    () => ({ entry: { text: 'X', marking: { tlp: 'TLP_RED' } } }),
    'BAD_USER_INPUT',
    'input.entry.marking',
  ],
])('nothing is declared if %s', async (_, more, code, inputPath) => {
  const before = [await heads(cellule), await count()];

  const refused = await refusal(dgs, 'declareIncident', { ...base, ...more() });

  expect(refused.extensions).toMatchObject({ code, inputPath: inputPath.split('.') });
  expect([await heads(cellule), await count()]).toEqual(before);
});

test('a declaration that is repeated under its key is made once', async () => {
  const input = { ...base, idempotencyKey: 'alerte 4711' };

  const made = await Promise.all([declare(dgs, input), declare(dgs, input)]);
  const other = await refusal(dgs, 'declareIncident', { ...input, title: 'Une autre' });
  const byAnother = await declare(hfds, input);

  expect(made[0]).toEqual(made[1]);
  expect(other.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'idempotencyKey'] });
  expect(byAnother.id).not.toBe(made[0]?.id);
});

async function count(): Promise<number> {
  return (await dgs.ask('{ incidents { totalCount } }')).incidents.totalCount;
}
