import { startTestCellule, type TestCellule } from './support/cellule';

let cellule: TestCellule;
beforeAll(async () => {
  cellule = await startTestCellule();
});
afterAll(() => cellule.stop());

test('an entry that one party writes reaches another one, once', async () => {
  const [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
  const { declareIncident } = await bretagne.ask(
    `mutation ($input: DeclareIncidentInput!) { declareIncident(input: $input) { incident { id reference journalHead { number } } entries { number kind } } }`,
    {
      input: {
        title: 'Cyberattaque',
        nature: 'CYBERATTACK',
        severity: 'MAJOR',
        regions: [{ region: '53' }, { region: '24' }],
        parties: [{ stakeholderId: dgs.stakeholder, role: 'FOLLOW_UP', access: 'CONTRIBUTE' }],
      },
    },
  );
  const live = dgs.subscribe(
    'subscription { journal { __typename ... on JournalBatch { incident { title } lines { ... on JournalEntry { number text } } head { number } caughtUp } } }',
  );
  await live.until((events) => events.length === 1);

  await bretagne.ask('mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { number } } }', {
    input: { incidentId: declareIncident.incident.id, entry: { text: 'Les pharmacies sont informées.' } },
  });

  const events = await live.until((all) => all.length === 2);
  expect(events[1].journal.lines).toHaveLength(1);
  await dgs.leave();
});
