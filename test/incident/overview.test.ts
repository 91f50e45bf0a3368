import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Live } from '../support/live';
import type { Party } from '../support/party';

const overview = `subscription { incidents {
  __typename
  ... on IncidentsSnapshot { incidents { id title status updatedAt involvements { role } } caughtUp }
  ... on IncidentChanged { incident { id title status updatedAt involvements { role } } }
  ... on IncidentGone { id }
} }`;

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
afterAll(async () => {
  await Promise.all([bretagne.leave(), dgs.leave()]);
  await cellule.stop();
});

test('the overview begins with what a party sees, and nothing else', async () => {
  const seen = await declare(bretagne, 'Vue par la DGS', [dgs]);
  const hidden = await declare(bretagne, 'Pas pour la DGS', []);

  const [snapshot] = await dgs.subscribe(overview).until((events) => events.length === 1);

  const ids = snapshot.incidents.incidents.map(({ id }: { id: string }) => id);
  expect(snapshot.incidents.caughtUp).toBe(true);
  expect(ids).toContain(seen);
  expect(ids).not.toContain(hidden);
});

test('an incident that a party is involved in comes into its overview, changes there, and goes when it is released', async () => {
  const live = await watching(dgs);
  const id = await declare(bretagne, 'Nouvelle', []);

  const involvement = await involve(id, dgs);
  await live.until((events) => changesOf(events, id).length === 1);
  await bretagne.ask('mutation ($input: MoveIncidentInput!) { moveIncident(input: $input) { incident { version } } }', {
    input: { incidentId: id, expectedVersion: 1, to: 'RESPONDING' },
  });
  await live.until((events) => changesOf(events, id).some(({ status }) => status === 'RESPONDING'));
  await release(involvement);

  const events = await live.until((all) => all.some(({ incidents }) => incidents.__typename === 'IncidentGone'));
  expect(events.at(-1).incidents).toEqual({ __typename: 'IncidentGone', id });
});

test('a party is told nothing when what changed is above its rights', async () => {
  const id = await declare(bretagne, 'Avec des lignes réservées', [dgs]);
  const live = await watching(dgs);

  await write(bretagne, id, 'Pour une seule personne.', { tlp: 'TLP_RED' });
  await write(bretagne, id, 'Pour tous.');

  const events = await live.until((all) => changesOf(all, id).length > 0);
  const changed = changesOf(events, id);
  const { incident } = await dgs.ask(
    'query ($id: ID!) { incident(id: $id) { updatedAt entry(number: 5) { ... on JournalEntry { recordedAt text } } } }',
    { id },
  );
  expect(incident.entry.text).toBe('Pour tous.');
  expect(changed.map(({ updatedAt }) => updatedAt)).toEqual([incident.entry.recordedAt]);
});

async function watching(party: Party): Promise<Live> {
  const live = party.subscribe(overview);
  await live.until((events) => events.some(({ incidents }) => incidents.caughtUp));
  return live;
}

// biome-ignore lint/suspicious/noExplicitAny: events have the shape of the document.
function changesOf(events: readonly any[], id: string): any[] {
  return events
    .filter(({ incidents }) => incidents.__typename === 'IncidentChanged' && incidents.incident.id === id)
    .map(({ incidents }) => incidents.incident);
}

async function declare(by: Party, title: string, parties: readonly Party[]): Promise<string> {
  const { declareIncident } = await by.ask(
    'mutation ($input: DeclareIncidentInput!) { declareIncident(input: $input) { incident { id } } }',
    {
      input: {
        title,
        nature: 'OTHER',
        severity: 'MINOR',
        parties: parties.map(({ stakeholder }) => ({ stakeholderId: stakeholder, role: 'FOLLOW_UP' })),
      },
    },
  );
  return declareIncident.incident.id;
}

async function involve(incidentId: string, party: Party): Promise<string> {
  const { involveStakeholder } = await bretagne.ask(
    'mutation ($input: InvolveStakeholderInput!) { involveStakeholder(input: $input) { involvement { id } } }',
    { input: { incidentId, party: { stakeholderId: party.stakeholder, role: 'INFORMED' } } },
  );
  return involveStakeholder.involvement.id;
}

async function release(involvementId: string): Promise<void> {
  await bretagne.ask(
    'mutation ($input: ReleaseStakeholderInput!) { releaseStakeholder(input: $input) { entries { number } } }',
    {
      input: { involvementId, expectedVersion: 1 },
    },
  );
}

async function write(by: Party, incidentId: string, text: string, marking?: object): Promise<void> {
  await by.ask('mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { number } } }', {
    input: { incidentId, entry: { text, marking } },
  });
}
