import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
});
afterAll(() => cellule.stop());

const declaring = `mutation ($input: DeclareIncidentInput!) { declareIncident(input: $input) {
  incident { id version affectedRegions { id version } } } }`;
const updating = `mutation ($input: UpdateAffectedRegionInput!) { updateAffectedRegion(input: $input) {
  affectedRegion { version status restored { words } authority { code } } entries { kind changes { field old new } } } }`;
const restored = {
  earliest: '2024-10-20T16:00:00Z',
  latest: '2024-10-20T22:00:00Z',
  precision: 'PART_OF_DAY',
  words: 'dimanche soir',
};

async function declared() {
  const { declareIncident } = await bretagne.ask(declaring, {
    input: {
      title: 'Cyberattaque',
      summary: 'Résumé.',
      nature: 'CYBERATTACK',
      severity: 'MAJOR',
      exercise: true,
      regions: [{ region: '53' }],
    },
  });
  return declareIncident.incident;
}

test('after a relapse, a region that was restored is so no longer', async () => {
  const { affectedRegions } = await declared();
  const affectedRegionId = affectedRegions[0].id;
  await bretagne.ask(updating, { input: { affectedRegionId, expectedVersion: 1, status: 'RESTORED', restored } });

  const { updateAffectedRegion } = await bretagne.ask(updating, {
    input: { affectedRegionId, expectedVersion: 2, status: 'AFFECTED', restored: null },
  });

  expect(updateAffectedRegion.affectedRegion).toMatchObject({ status: 'AFFECTED', restored: null });
  expect(updateAffectedRegion.entries[0].changes).toContainEqual({
    field: 'restored',
    old: expect.stringContaining('dimanche soir'),
    new: null,
  });
});

test('a summary can be taken out, and a title cannot', async () => {
  const { id } = await declared();
  const revising =
    'mutation ($input: ReviseIncidentInput!) { reviseIncident(input: $input) { incident { title summary } } }';

  const { reviseIncident } = await bretagne.ask(revising, {
    input: { incidentId: id, expectedVersion: 1, title: null, summary: null },
  });

  expect(reviseIncident.incident).toEqual({ title: 'Cyberattaque', summary: null });
});

test('an authority that is given charge of a region is involved, and sees it', async () => {
  const { affectedRegions } = await declared();
  const dgs = await cellule.party('DGS-CCS');

  const { updateAffectedRegion } = await bretagne.ask(updating, {
    input: { affectedRegionId: affectedRegions[0].id, expectedVersion: 1, authorityId: dgs.stakeholder },
  });

  expect(updateAffectedRegion.entries.map(({ kind }: { kind: string }) => kind)).toEqual([
    'STAKEHOLDER_INVOLVED',
    'REGION_UPDATED',
  ]);
  const { node } = await dgs.ask(
    'query ($id: ID!) { node(id: $id) { ... on AffectedRegion { authority { code } } } }',
    {
      id: affectedRegions[0].id,
    },
  );
  expect(node.authority.code).toBe('DGS-CCS');
});

test('what the public reads of an exercise says that it is one', async () => {
  const { id } = await declared();
  await bretagne.ask(
    'mutation ($input: PublishStatementInput!) { publishStatement(input: $input) { entries { kind } } }',
    {
      input: { incidentId: id, title: 'Communiqué', text: 'Texte.', regions: ['53', '53'] },
    },
  );

  const { publicStatements } = await cellule.anonymous.ask(
    '{ publicStatements(first: 1) { edges { node { exercise issuerName regions { name } } } } }',
  );

  expect(publicStatements.edges[0].node).toEqual({
    exercise: true,
    issuerName: 'ARS Bretagne',
    regions: [{ name: 'Bretagne' }],
  });
});

test('what may be done with an entry is shown beside how far it may be passed on, and limits nobody', async () => {
  const { id } = await declared();
  const marking = { tlp: 'TLP_AMBER_STRICT', pap: 'PAP_GREEN' };

  const { writeEntry } = await bretagne.ask(
    'mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { marking { label pap audience } canonicalContent } } }',
    { input: { incidentId: id, entry: { text: 'Indicateurs.', marking } } },
  );

  expect(writeEntry.entry.marking).toEqual({ label: 'TLP:AMBER+STRICT', pap: 'PAP_GREEN', audience: 'INVOLVED' });
  expect(JSON.parse(writeEntry.entry.canonicalContent).marking.pap).toBe('PAP_GREEN');
});

test('of two changes in one document, the second answers with what it changed', async () => {
  const { id } = await declared();

  const { revised } = await bretagne.ask(
    `mutation ($move: MoveIncidentInput!, $revise: ReviseIncidentInput!) {
      moved: moveIncident(input: $move) { incident { version status } }
      revised: reviseIncident(input: $revise) { incident { version title journalHead { number } } entries { number } } }`,
    {
      move: { incidentId: id, expectedVersion: 1, to: 'RESPONDING' },
      revise: { incidentId: id, expectedVersion: 2, title: 'Cyberattaque confirmée' },
    },
  );

  expect(revised.incident).toMatchObject({ version: 3, title: 'Cyberattaque confirmée' });
  expect(revised.incident.journalHead.number).toBe(revised.entries[0].number);
});

test('nothing is planned in an incident after it was closed, however close they come', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await declared();

    await Promise.all([
      bretagne.attempt(
        'mutation ($input: CloseIncidentInput!) { closeIncident(input: $input) { entries { number } } }',
        {
          input: { incidentId: id, expectedVersion: 1, resolution: 'FALSE_ALARM' },
        },
      ),
      ...[1, 2, 3].map((number) =>
        bretagne.attempt('mutation ($input: PlanActionInput!) { planAction(input: $input) { entries { number } } }', {
          input: { incidentId: id, title: `Action ${number}` },
        }),
      ),
    ]);

    const { incident } = await bretagne.ask(
      'query ($id: ID!) { incident(id: $id) { journal(last: 1) { edges { node { ... on JournalEntry { kind } } } } } }',
      { id },
    );
    expect(incident.journal.edges[0].node.kind).toBe('INCIDENT_CLOSED');
  }
});

test('each region says which agency is competent for it', async () => {
  const { regions } = await bretagne.ask('{ regions { code ars { code } } }');

  expect(regions).toHaveLength(18);
  expect(regions).toContainEqual({ code: '53', ars: { code: 'ARS-BRE' } });
  expect(regions.every(({ ars }: { ars: unknown }) => ars !== null)).toBe(true);
});
