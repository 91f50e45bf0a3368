import { asParty, carryOut, declare, declareOpenly, done, draft, plan, refusal, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let dgs: Party;
let bretagne: Party;
let anssi: Party;
let incident: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  [dgs, bretagne] = [await cellule.party('DGS-CCS'), await cellule.party('ARS-BRE')];
  anssi = await cellule.party('ANSSI');
  incident = (await declare(dgs, { parties: [asParty(bretagne), asParty(anssi)] })).id;
});
afterAll(() => cellule.stop());

const listed = (...parties: Party[]) => ({
  tlp: 'TLP_AMBER_STRICT',
  audience: 'LISTED',
  stakeholders: parties.map(({ stakeholder }) => stakeholder),
});

test('a draft is in the name of who begins it, under the marking of the incident, and is recorded', async () => {
  const input = { incidentId: incident, title: 'Point presse', text: 'Les officines livrent.', regions: ['53', '53'] };

  const begun = await carryOut(
    bretagne,
    'draftStatement',
    input,
    `statementDraft { id version state title text regions { code } issuer { code } incident { id } publicStatement { id }
      marking { label audience originator { code } } }
    entries { kind category subject { id } marking { label audience } changes { field new } }`,
  );

  const { id, ...shown } = begun.statementDraft;
  expect(shown).toEqual({
    ...{ version: 1, state: 'DRAFT', title: input.title, text: input.text, regions: [{ code: '53' }] },
    ...{ issuer: { code: 'ARS-BRE' }, incident: { id: incident }, publicStatement: null },
    marking: { label: 'TLP:AMBER', audience: 'INVOLVED', originator: { code: 'ARS-BRE' } },
  });
  expect(begun.entries).toEqual([
    {
      ...{ kind: 'STATEMENT_DRAFTED', category: 'COMMUNICATION', subject: { id } },
      marking: { label: 'TLP:AMBER', audience: 'INVOLVED' },
      changes: [
        { field: 'title', new: input.title },
        { field: 'text', new: input.text },
        { field: 'regions', new: '53' },
        { field: 'issuer', new: 'ARS-BRE' },
      ],
    },
  ]);
});

test('a draft is prepared among those whom its marking names, and never further than its incident', async () => {
  const input = { incidentId: incident, title: 'T', text: 'T' };

  const narrow = await done(bretagne, 'draftStatement', { ...input, marking: listed(anssi) });
  const wide = await refusal(bretagne, 'draftStatement', {
    ...input,
    marking: { tlp: 'TLP_CLEAR', audience: 'ENROLLED' },
  });

  expect(narrow.marking).toMatchObject({ label: 'TLP:AMBER+STRICT', audience: 'LISTED' });
  expect(wide.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'marking', 'audience'] });
});

test('who may not read a draft finds it nowhere: not in lists, not by id, not in what the journal says', async () => {
  const { id: incidentId } = await declare(dgs, { parties: [asParty(bretagne), asParty(anssi)] });
  const { id } = await draft(bretagne, incidentId, { title: 'Secret de la cellule', marking: listed(anssi) });
  await done(bretagne, 'reviseStatementDraft', { draftId: id, expectedVersion: 1, text: 'Secret, bis.' });
  const query = `query ($id: ID!, $draft: ID!) {
    node(id: $draft) { id }
    incident(id: $id) { statementDrafts { totalCount edges { node { title } } } journal { edges { node {
      __typename ... on JournalEntry { kind } } } } } }`;

  const [inside, outside] = [
    await anssi.ask(query, { id: incidentId, draft: id }),
    await dgs.ask(query, { id: incidentId, draft: id }),
  ];

  expect(inside.node).toEqual({ id });
  expect(inside.incident.statementDrafts.edges).toEqual([{ node: { title: 'Secret de la cellule' } }]);
  expect(outside.node).toBeNull();
  expect(outside.incident.statementDrafts).toEqual({ totalCount: 0, edges: [] });
  expect(linesOf(outside).slice(-2)).toEqual([{ __typename: 'SealedEntry' }, { __typename: 'SealedEntry' }]);
  expect(linesOf(inside).slice(-2)).toMatchObject([{ kind: 'STATEMENT_DRAFTED' }, { kind: 'STATEMENT_DRAFT_REVISED' }]);
});

test('nothing is done to a draft by who may not read it: it is as if there were none', async () => {
  const { id } = await draft(bretagne, incident, { marking: listed(anssi) });
  const on = { draftId: id, expectedVersion: 1 };

  const refused = [
    await refusal(dgs, 'reviseStatementDraft', { ...on, title: 'X' }),
    await refusal(dgs, 'discardStatementDraft', { ...on, reason: 'X' }),
    await refusal(dgs, 'publishStatement', on),
  ];

  for (const { extensions } of refused)
    expect(extensions).toEqual({ code: 'NOT_FOUND', inputPath: ['input', 'draftId'] });
});

test('a draft is revised at the version that was read, and the journal tells what it said before', async () => {
  const { id } = await draft(bretagne, incident, { title: 'Point', text: 'Avant', regions: ['53'] });
  const revising = (by: Party, input: object) => ({ by, input: { draftId: id, expectedVersion: 1, ...input } });
  const first = revising(bretagne, { text: 'Après', regions: [] });

  const revised = await carryOut(
    first.by,
    'reviseStatementDraft',
    first.input,
    'statementDraft { version title text regions { code } } entries { changes { field old new } }',
  );
  const late = await refusal(dgs, 'reviseStatementDraft', revising(dgs, { title: 'Trop tard' }).input);
  const idle = await refusal(dgs, 'reviseStatementDraft', { draftId: id, expectedVersion: 2, text: 'Après' });

  expect(revised.statementDraft).toEqual({ version: 2, title: 'Point', text: 'Après', regions: [] });
  expect(revised.entries[0].changes).toEqual([
    { field: 'text', old: 'Avant', new: 'Après' },
    { field: 'regions', old: '53', new: null },
  ]);
  expect(late.extensions).toEqual({ code: 'CONFLICT', expectedVersion: 1, currentVersion: 2 });
  expect(idle.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input'] });
});

test('a draft is changed by its issuer or a coordinator, and by no other of its readers', async () => {
  const { id } = await draft(bretagne, incident);
  const reader = await cellule.colleague(bretagne, ['READ']);

  const refused = [
    await refusal(anssi, 'reviseStatementDraft', { draftId: id, expectedVersion: 1, title: 'De l’ANSSI' }),
    await refusal(anssi, 'discardStatementDraft', { draftId: id, expectedVersion: 1, reason: 'X' }),
    await refusal(reader, 'reviseStatementDraft', { draftId: id, expectedVersion: 1, title: 'X' }),
  ];
  const begun = await refusal(reader, 'draftStatement', { incidentId: incident, title: 'X', text: 'X' });
  const revised = await done(dgs, 'reviseStatementDraft', { draftId: id, expectedVersion: 1, title: 'Relu' });

  for (const { extensions } of refused)
    expect(extensions).toEqual({ code: 'FORBIDDEN', permission: 'STATEMENT_DRAFT_CHANGE' });
  expect(begun.extensions).toEqual({ code: 'FORBIDDEN', permission: 'STATEMENT_DRAFT' });
  expect(revised).toMatchObject({ title: 'Relu', version: 2 });
});

test('a draft is given up for a reason, and stays there for its readers', async () => {
  const { id } = await draft(bretagne, incident);

  const given = await carryOut(
    bretagne,
    'discardStatementDraft',
    { draftId: id, expectedVersion: 1, reason: 'Le ministère s’exprime.' },
    'statementDraft { state version } entries { kind changes { field old new } }',
  );

  expect(given).toEqual({
    statementDraft: { state: 'DISCARDED', version: 2 },
    entries: [
      {
        kind: 'STATEMENT_DRAFT_DISCARDED',
        changes: [
          { field: 'state', old: 'DRAFT', new: 'DISCARDED' },
          { field: 'reason', old: null, new: 'Le ministère s’exprime.' },
        ],
      },
    ],
  });
});

test('the drafts of an incident come in the order in which they were begun, in pages, by state', async () => {
  const { id } = await declare(bretagne);
  const [first] = [await draft(bretagne, id, { title: 'A' }), await draft(bretagne, id, { title: 'B' })];
  await draft(bretagne, id, { title: 'C' });
  await done(bretagne, 'discardStatementDraft', { draftId: first.id, expectedVersion: 1, reason: 'X' });
  const found = async (args: string) => {
    const { incident: of } = await bretagne.ask(
      `query ($id: ID!) { incident(id: $id) { statementDrafts(${args}) { totalCount edges { node { title } } } } }`,
      { id },
    );
    const { totalCount, edges } = of.statementDrafts;
    return [totalCount, ...edges.map(({ node }: { node: { title: string } }) => node.title)];
  };

  expect(await found('first: 2')).toEqual([3, 'A', 'B']);
  expect(await found('first: 5, filter: { states: [DRAFT] }')).toEqual([2, 'B', 'C']);
  expect(await found('first: 5, filter: { states: [DISCARDED, PUBLISHED] }')).toEqual([1, 'A']);
});

test('what is written about a draft is read by those who read the draft', async () => {
  const { id } = await draft(bretagne, incident, { marking: listed(anssi) });

  const { id: note } = await write(anssi, incident, 'Le deuxième paragraphe est à revoir.', { subject: id });

  const query = 'query ($id: ID!) { node(id: $id) { ... on JournalEntry { subject { id } } } }';
  expect((await bretagne.ask(query, { id: note })).node).toEqual({ subject: { id } });
  expect((await dgs.ask(query, { id: note })).node).toBeNull();
});

test('a draft that is marked more narrowly is withdrawn from who read it, with what was recorded of it', async () => {
  const { id, version } = await draft(bretagne, incident);
  const query =
    'query ($id: ID!, $of: ID!) { node(id: $of) { id } incident(id: $id) { journal(filter: { subject: $of }) { edges { node { ... on JournalEntry { kind } } } } } }';

  await done(bretagne, 'changeMarking', { thingId: id, expectedVersion: version, marking: listed(anssi) });

  const answers = [await anssi.ask(query, { id: incident, of: id }), await dgs.ask(query, { id: incident, of: id })];
  expect(answers.map(({ node }) => node)).toEqual([{ id }, null]);
  expect(answers.map((answer) => linesOf(answer))).toEqual([
    [{ kind: 'STATEMENT_DRAFTED' }, { kind: 'MARKING_CHANGED' }, { kind: 'WITHDRAWN' }],
    [{ kind: 'WITHDRAWN' }],
  ]);
});

test('in an incident that is open to all, only who follows it drafts', async () => {
  const { id } = await declareOpenly(dgs);

  const refused = await refusal(bretagne, 'draftStatement', { incidentId: id, title: 'X', text: 'X' });

  expect(refused.extensions).toEqual({ code: 'FORBIDDEN', permission: 'STATEMENT_DRAFT' });
});

test('a closed incident takes drafts as it takes statements, while its actions rest', async () => {
  const { id } = await declare(bretagne);
  await plan(bretagne, id);
  await done(bretagne, 'closeIncident', { incidentId: id, expectedVersion: 1, resolution: 'RESOLVED' });

  const begun = await draft(bretagne, id, { marking: { tlp: 'TLP_CLEAR' } });
  const on = { draftId: begun.id, expectedVersion: 2 };
  await done(bretagne, 'reviseStatementDraft', { ...on, expectedVersion: 1, title: 'Retour à la normale' });

  expect(await done(bretagne, 'publishStatement', on)).toMatchObject({ title: 'Retour à la normale' });
});

test('a draft that is begun twice under one key is begun once', async () => {
  const input = { incidentId: incident, title: 'Une fois', text: 'T', idempotencyKey: 'brouillon' };

  const [first, again] = [await done(bretagne, 'draftStatement', input), await done(bretagne, 'draftStatement', input)];

  expect(again).toEqual(first);
});

interface Answer {
  readonly incident: { readonly journal: { readonly edges: readonly { readonly node: object }[] } };
}

function linesOf({ incident: { journal } }: Answer): object[] {
  return journal.edges.map(({ node }) => node);
}
