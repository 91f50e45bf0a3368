import { asParty, atMinute, carryOut, declare, done, plan, refusal, write } from '../support/builders';
import { globalId, startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let incident: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
  incident = (await declare(bretagne, { regions: [{ region: '53' }], parties: [asParty(dgs)] })).id;
});
afterAll(() => cellule.stop());

const line = {
  text: 'Le CERP annonce la reprise des livraisons pour lundi.',
  category: 'SITUATION',
  occurred: { ...atMinute('2024-10-20T18:30:00+02:00'), words: 'vers 18 h 30' },
  direction: 'RECEIVED',
  from: 'CERP Bretagne-Atlantique',
  to: 'Cellule de crise ARS',
  channel: 'PHONE',
  confidence: 'TO_VERIFY',
  provenance: {
    label: 'Communiqué du CERP',
    url: 'https://exemple.fr/communique',
    published: { latest: '2024-10-20T20:00:00+02:00', precision: 'DAY' },
  },
};
const asShown = {
  ...line,
  occurred: {
    earliest: '2024-10-20T16:30:00.000Z',
    latest: '2024-10-20T16:30:00.000Z',
    precision: 'MINUTE',
    words: 'vers 18 h 30',
  },
  provenance: {
    label: 'Communiqué du CERP',
    url: 'https://exemple.fr/communique',
    published: { earliest: null, latest: '2024-10-20T18:00:00.000Z', precision: 'DAY' },
  },
};
const fields = `id number kind category text
  occurred { earliest latest precision words } direction from to channel confidence
  provenance { label url published { earliest latest precision } }`;

test('an entry holds all that a main courante asks for', async () => {
  const input = { incidentId: incident, entry: line };
  const { entry } = await carryOut(
    dgs,
    'writeEntry',
    input,
    `entry { ${fields} author { personName stakeholderName stakeholder { code } } recordedAt }`,
  );

  const read = await bretagne.ask(`query ($id: ID!) { node(id: $id) { ... on JournalEntry { ${fields} } } }`, {
    id: entry.id,
  });

  expect(entry).toMatchObject({ ...asShown, kind: 'NOTE', author: { stakeholder: { code: 'DGS-CCS' } } });
  expect(entry.author.personName).toContain('DGS-CCS');
  expect(read.node).toMatchObject(asShown);
});

test('an entry is information by its author, unless it says otherwise', async () => {
  const { entry } = await carryOut(
    dgs,
    'writeEntry',
    { incidentId: incident, entry: { text: 'Vu.' } },
    `entry { ${fields} }`,
  );

  expect(entry).toMatchObject({
    kind: 'NOTE',
    category: 'INFORMATION',
    occurred: null,
    provenance: null,
    channel: null,
  });
});

test('an error is corrected by another entry, and both lead to each other', async () => {
  const wrong = await write(bretagne, incident, 'Dix officines sont touchées.');
  const input = { entryId: wrong.id, entry: { text: 'Cent officines sont touchées.' } };

  const right = await done(dgs, 'correctEntry', input);
  const again = await done(bretagne, 'correctEntry', { entryId: wrong.id, entry: { text: 'Cent dix.' } });

  const both = 'kind text corrects { id text } correctedBy { id }';
  const { first, second } = await bretagne.ask(
    `query ($first: ID!, $second: ID!) {
      first: node(id: $first) { ... on JournalEntry { ${both} } }
      second: node(id: $second) { ... on JournalEntry { ${both} } }
    }`,
    { first: wrong.id, second: right.id },
  );
  const correctedBy = [{ id: right.id }, { id: again.id }];
  expect(first).toEqual({ kind: 'NOTE', text: 'Dix officines sont touchées.', corrects: null, correctedBy });
  expect(second).toMatchObject({
    kind: 'CORRECTION',
    corrects: { id: wrong.id, text: 'Dix officines sont touchées.' },
  });
});

test('a correction is about what the entry was about, and of the same category', async () => {
  const action = await plan(bretagne, incident);
  const entry = { text: 'Fait à midi.', category: 'DECISION' };
  const wrong = await done(bretagne, 'writeEntry', { incidentId: incident, subject: action.id, entry });

  const { entry: right } = await carryOut(
    bretagne,
    'correctEntry',
    { entryId: wrong.id, entry: { text: 'Fait à 14 h.' } },
    'entry { category subject { id } }',
  );

  expect(right).toEqual({ category: 'DECISION', subject: { id: action.id } });
});

test('a question and its answers lead to each other', async () => {
  const question = await write(dgs, incident, 'Combien de patients sans traitement ?');

  const answer = await write(bretagne, incident, 'Aucun à cette heure.', { repliesTo: question.id });

  const { node } = await dgs.ask(
    'query ($id: ID!) { node(id: $id) { ... on JournalEntry { replies { id repliesTo { id } } repliesTo { id } } } }',
    { id: question.id },
  );
  expect(node).toEqual({ replies: [{ id: answer.id, repliesTo: { id: question.id } }], repliesTo: null });
});

test('an entry answers only to an entry of its own journal', async () => {
  const elsewhere = await write(bretagne, (await declare(bretagne)).id, 'Ailleurs.');
  const hidden = await write(dgs, (await declare(dgs)).id, 'Cachée.');
  const answering = (repliesTo: string) =>
    refusal(bretagne, 'writeEntry', { incidentId: incident, repliesTo, entry: { text: 'Réponse' } });

  const refused = [await answering(elsewhere.id), await answering(hidden.id)];

  expect(refused.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT', 'NOT_FOUND']);
  for (const { extensions } of refused) expect(extensions['inputPath']).toEqual(['input', 'repliesTo']);
});

test('an entry is about the incident, or about a region, a service, a party or an action of it', async () => {
  const action = await plan(bretagne, incident);
  const service = await done(bretagne, 'addAffectedService', {
    incidentId: incident,
    situation: { name: 'Garde', status: 'DOWN' },
  });
  const { incident: parts } = await bretagne.ask(
    'query ($id: ID!) { incident(id: $id) { affectedRegions { id } involvements { id } } }',
    { id: incident },
  );
  const subjects = [incident, parts.affectedRegions[0].id, service.id, parts.involvements[1].id, action.id];

  const entries = await Promise.all(
    subjects.map((subject) =>
      carryOut(
        dgs,
        'writeEntry',
        { incidentId: incident, subject, entry: { text: 'À ce sujet.' } },
        'entry { subject { id } }',
      ),
    ),
  );

  expect(entries.map(({ entry }) => entry.subject.id)).toEqual(subjects);
});

test('an entry is not about something elsewhere', async () => {
  const other = await declare(bretagne, { regions: [{ region: '53' }] });
  const action = await plan(bretagne, other.id);
  const hidden = await plan(dgs, (await declare(dgs)).id);
  const about = (subject: string) =>
    refusal(bretagne, 'writeEntry', { incidentId: incident, subject, entry: { text: 'Ailleurs.' } });

  const refused = [
    await about(other.id),
    await about(action.id),
    await about(hidden.id),
    await about(bretagne.stakeholder),
  ];

  const codes = refused.map(({ extensions }) => extensions.code);
  expect(codes).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'NOT_FOUND', 'BAD_USER_INPUT']);
  for (const { extensions } of refused) expect(extensions['inputPath']).toEqual(['input', 'subject']);
});

test('an entry that somebody writes has a text', async () => {
  const silent = await refusal(bretagne, 'writeEntry', { incidentId: incident, entry: { category: 'FACT' } });

  expect(silent.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'entry', 'text'] });
});

test('what a command records carries the words of who gave it', async () => {
  const { id } = await plan(bretagne, incident);

  const { entries } = await carryOut(
    bretagne,
    'completeAction',
    { actionId: id, expectedVersion: 1, entry: line },
    `entries { ${fields} }`,
  );

  expect(entries).toEqual([expect.objectContaining({ ...asShown, kind: 'ACTION_COMPLETED', category: 'SITUATION' })]);
});

test('who only reads writes nothing, and who is not involved finds no incident to write to', async () => {
  const reader = await cellule.colleague(dgs, ['READ']);
  const outsider = await cellule.party('ARS-NOR');
  const input = { incidentId: incident, entry: { text: 'Bonjour.' } };

  const refused = [await refusal(reader, 'writeEntry', input), await refusal(outsider, 'writeEntry', input)];

  expect(refused.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'NOT_FOUND']);
});

test('an answer to a question for few readers is not for more, whatever it is about', async () => {
  const { incident: parts } = await bretagne.ask('query ($id: ID!) { incident(id: $id) { affectedRegions { id } } }', {
    id: incident,
  });
  const listed = { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [dgs.stakeholder] };
  const question = await done(bretagne, 'writeEntry', {
    incidentId: incident,
    entry: { text: 'Entre nous ?', marking: listed },
  });
  const input = { incidentId: incident, subject: parts.affectedRegions[0].id, repliesTo: question.id };

  const { entry } = await carryOut(
    dgs,
    'writeEntry',
    { ...input, entry: { text: 'Oui.' } },
    'entry { marking { audience } }',
  );
  const wider = await refusal(dgs, 'writeEntry', { ...input, entry: { text: 'Non.', marking: { tlp: 'TLP_AMBER' } } });

  expect(entry.marking.audience).toBe('LISTED');
  expect(wider.extensions['inputPath']).toEqual(['input', 'entry', 'marking', 'audience']);
});

test('an entry of the registry is not corrected as if it were of an incident', async () => {
  const { registryJournal } = await cellule.admin.ask(
    '{ registryJournal(first: 1) { edges { node { ... on JournalEntry { id } } } } }',
  );
  const input = { entryId: registryJournal.edges[0].node.id, entry: { text: 'Faux.' } };

  const refused = await refusal(cellule.admin, 'correctEntry', input);
  const absent = await refusal(bretagne, 'correctEntry', {
    ...input,
    entryId: globalId('JournalEntry', '01928374-aaaa-7bbb-8ccc-0123456789ab'),
  });

  expect(refused.extensions).toEqual(absent.extensions);
});
