import { entryOf, type HashedEntry } from '../../src/dashboard/link/as-hashed';
import { atMinute, declare, done, draft, plan, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';

let cellule: TestCellule;
beforeAll(async () => {
  cellule = await startTestCellule();
});
afterAll(() => cellule.stop());

const shown = `__typename number contentHash chainHash id kind category text recordedAt
  occurred { earliest latest precision words } changes { field old new } provenance { label url published { latest } }
  direction channel confidence from to author { personName personId stakeholderName stakeholderId }
  subjectId repliesToId correctsId marking { label }`;

test('what the dashboard reads in the content of an entry is what the API shows of it', async () => {
  const agency = await cellule.party('ARS-BRE');
  const incident = await declare(agency, { regions: [{ region: '53', impact: 'Commandes arrêtées.' }] });
  const { id } = await done(agency, 'writeEntry', {
    incidentId: incident.id,
    entry: {
      ...{ text: 'Plus de livraison.', category: 'SITUATION', confidence: 'VERIFIED', from: 'Grossiste', to: 'ARS' },
      ...{ direction: 'RECEIVED', channel: 'PHONE', occurred: atMinute('2024-10-19T08:00:00Z') },
      provenance: { label: 'Communiqué', url: 'https://example.org/', published: atMinute('2024-10-19T07:00:00Z') },
    },
  });
  await write(agency, incident.id, 'Qui le dit ?', { repliesTo: id });
  await done(agency, 'correctEntry', { entryId: id, entry: { text: 'Livraison lundi.' } });
  await plan(agency, incident.id);
  await draft(agency, incident.id);

  const { incident: read } = await agency.ask(
    `query ($id: ID!) {
      incident(id: $id) { journal(first: 50) { edges { node { ... on JournalEntry { ${shown} canonicalContent } } } } }
    }`,
    { id: incident.id },
  );

  const entries = (read.journal.edges as { node: HashedEntry }[]).map(({ node }) => node);
  expect(entries.length).toBeGreaterThan(6);
  for (const { canonicalContent, ...entry } of entries)
    expect(entryOf({ canonicalContent, ...entry })).toMatchObject(entry);
});
