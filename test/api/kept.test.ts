import { asParty, declare, done, plan, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { Wound } from '../support/wound';

const amber = { tlp: 'TLP_AMBER' };
/** Long enough for what comes of an answer to be kept. */
const text = 'Les officines de Bretagne attendent leurs livraisons. '.repeat(20);

const clock = new Wound();
let cellule: TestCellule;
let bretagne: Party;
let office: Party;
let dgs: Party;
let anssi: Party;
let id: string;
beforeAll(async () => {
  cellule = await startTestCellule({ clock });
  bretagne = await cellule.party('ARS-BRE');
  office = await cellule.colleague(bretagne, ['ADMINISTER']);
  [dgs, anssi] = [await cellule.party('DGS-CCS'), await cellule.party('ANSSI')];
});
beforeEach(async () => {
  ({ id } = await declare(bretagne, { parties: [dgs, anssi].map((one) => asParty(one)) }));
  for (const place of [1, 2, 3])
    await write(bretagne, id, '', { entry: { text: `${place}. ${text}`, marking: amber } });
});
afterAll(() => cellule.stop());

const journal = `journal(first: 100) { edges { node { __typename ... on JournalEntry { id number text marking { version audience } } } } }`;

/** What comes of an answer is kept when it comes for the second time, and shown as kept at the third. */
async function askedAgain(parties: readonly Party[], document: string): Promise<unknown[]> {
  let answers: unknown[] = [];
  for (const _ of [1, 2, 3]) answers = await Promise.all(parties.map((party) => party.ask(document, { id })));
  return answers;
}

test('who is answered the same is shown the same, and nobody what only others read', async () => {
  const { id: secret } = await done(bretagne, 'writeEntry', {
    incidentId: id,
    entry: { text, marking: { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [dgs.stakeholder] } },
  });

  const [own, listed, other] = await askedAgain(
    [bretagne, dgs, anssi],
    `query ($id: ID!) { incident(id: $id) { ${journal} } }`,
  );

  expect(listed).toEqual(own);
  expect(JSON.stringify(listed)).toContain(secret);
  expect(JSON.stringify(other)).not.toContain(secret);
  expect(JSON.stringify(other)).toContain('"SealedEntry"');
});

test('answers of one length are not taken for each other', async () => {
  for (const reader of [dgs, anssi]) {
    const marking = { ...amber, audience: 'LISTED', stakeholders: [reader.stakeholder] };
    await write(bretagne, id, '', { entry: { text: `${text} ${reader === dgs ? 'santé' : 'cyber'}`, marking } });
  }

  const answers = await askedAgain([dgs, anssi], `query ($id: ID!) { incident(id: $id) { ${journal} } }`);

  expect(answers.map((one) => /santé|cyber/.exec(JSON.stringify(one))?.[0])).toEqual(['santé', 'cyber']);
  expect(JSON.stringify(answers[0])).not.toContain('cyber');
  expect(JSON.stringify(answers[1])).not.toContain('santé');
});

test('what is narrowed is sealed at the next question', async () => {
  const document = `query ($id: ID!) { incident(id: $id) { ${journal} } }`;
  const [before] = (await askedAgain([anssi], document)) as [
    { incident: { journal: { edges: { node: { id: string } }[] } } },
  ];
  const { node } = before.incident.journal.edges.at(-1) as { node: { id: string } };
  await done(bretagne, 'changeMarking', {
    thingId: node.id,
    expectedVersion: 1,
    marking: { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [dgs.stakeholder] },
  });

  const after = await anssi.ask(document, { id });

  expect(JSON.stringify(before)).toContain('3. Les officines');
  expect(JSON.stringify(after)).not.toContain('3. Les officines');
  expect(JSON.stringify(after)).toContain('2. Les officines');
});

test('what hangs on the hour, or on what was read, is asked for each time', async () => {
  const latest = new Date(clock.now().getTime() + 3_600_000).toISOString();
  await plan(bretagne, id, { title: text.slice(0, 200), due: { latest, precision: 'RANGE' } });
  const document = `query ($id: ID!) { incident(id: $id) { unread { byMe { count } readToByMe } ${journal}
    actions(first: 10) { edges { node { title overdue } } } } }`;
  const [before] = await askedAgain([dgs], document);

  clock.offset += 2 * 3_600_000;
  const { incident } = await dgs.ask(
    'query ($id: ID!) { incident(id: $id) { journalHead { incidentId number chainHash } } }',
    { id },
  );
  await done(dgs, 'markJournalRead', { positions: [incident.journalHead] });
  const late = await dgs.ask(document, { id });

  expect(JSON.stringify(before)).toContain('"overdue":false');
  expect(JSON.stringify(before)).toContain('"readToByMe":0');
  expect(JSON.stringify(late)).toContain('"overdue":true');
  expect(JSON.stringify(late)).toContain(`"readToByMe":${incident.journalHead.number}`);
});

test('whoever is handed what was kept is said to have read it', async () => {
  const document = `query ($id: ID!) { incident(id: $id) { ${journal} } }`;
  await askedAgain([dgs], document);

  await anssi.ask(document, { id });

  await cellule.cellule.record.readLog.flush();
  const { readLog } = await office.ask(
    `query ($incident: ID, $reader: ID) { readLog(incident: $incident, reader: $reader, first: 10) { edges { node { entries { from to } } } } }`,
    { incident: id, reader: anssi.stakeholder },
  );
  expect(JSON.stringify(readLog)).toMatch(/"from":\d+/);
});
