import { asParty, carryOut, declare, done, draft, type Made, refusal } from '../support/builders';
import { globalId, startTestCellule, type TestCellule } from '../support/cellule';
import type { Fault, Party } from '../support/party';

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

const clear = { tlp: 'TLP_CLEAR', audience: 'INVOLVED' };
const among = (party: Party, tlp = 'TLP_AMBER') => ({ tlp, audience: 'LISTED', stakeholders: [party.stakeholder] });

test('a draft is published under TLP:CLEAR only, and the refusal names its label', async () => {
  const labels = {
    'TLP:GREEN': { tlp: 'TLP_GREEN' },
    'TLP:AMBER': { tlp: 'TLP_AMBER' },
    'TLP:AMBER+STRICT': { tlp: 'TLP_AMBER_STRICT' },
    'TLP:RED': { tlp: 'TLP_RED' },
  };

  for (const [label, marking] of Object.entries(labels)) {
    const { id } = await draft(bretagne, incident, { marking });

    const { message, extensions } = await publishing({ id, version: 1 });

    expect(message).toBe(
      `The draft is ${label}, and only TLP:CLEAR can be published: its originator changes the marking first.`,
    );
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'draftId'] });
  }
});

test('once its originator has marked it TLP:CLEAR, its issuer publishes a draft: it was hidden, and is public', async () => {
  const wording = { title: 'Reprise des livraisons', text: 'Dès lundi.', regions: ['53'] };
  const { id } = await draft(bretagne, incident, { ...wording, marking: among(anssi) });
  const coordinator = await refusal(dgs, 'changeMarking', { thingId: id, expectedVersion: 1, marking: clear });
  await done(bretagne, 'changeMarking', { thingId: id, expectedVersion: 1, marking: clear });
  const before = await publicly();

  const published = await carryOut(
    bretagne,
    'publishStatement',
    { draftId: id, expectedVersion: 2 },
    'publicStatement { id title text issuerName regions { code } } entries { kind subject { id } changes { field old new } }',
  );

  const { publicStatement, entries } = published;
  expect(coordinator.extensions.code).toBe('NOT_FOUND');
  expect(before).not.toContain(wording.title);
  expect(await publicly()).toContain(wording.title);
  expect(publicStatement).toMatchObject({ ...wording, regions: [{ code: '53' }] });
  expect(entries).toEqual([
    {
      ...{ kind: 'STATEMENT_PUBLISHED', subject: { id: publicStatement.id } },
      changes: [
        { field: 'title', old: null, new: wording.title },
        { field: 'regions', old: null, new: '53' },
        { field: 'issuer', old: null, new: 'ARS-BRE' },
        { field: 'draft', old: null, new: id },
      ],
    },
    {
      ...{ kind: 'STATEMENT_DRAFT_PUBLISHED', subject: { id } },
      changes: [
        { field: 'state', old: 'DRAFT', new: 'PUBLISHED' },
        { field: 'publicStatement', old: null, new: publicStatement.id },
      ],
    },
  ]);
  expect(await shown(id, bretagne)).toEqual({
    ...{ state: 'PUBLISHED', version: 3, publicStatement: { id: publicStatement.id } },
  });
});

test('to who does not see the draft, a statement that came of it is like any other', async () => {
  const { id } = await draft(bretagne, incident, { marking: among(anssi, 'TLP_CLEAR') });
  const { id: statement } = await done(bretagne, 'publishStatement', { draftId: id, expectedVersion: 1 });
  const query = `query ($id: ID!, $statement: ID!) { incident(id: $id) {
    journal(filter: { subject: $statement }) { edges { node { ... on JournalEntry { changes { field new } } } } }
    after: journal(last: 1) { edges { node { __typename } } } } }`;

  const outside = (await dgs.ask(query, { id: incident, statement })).incident;

  expect(outside.journal.edges).toHaveLength(1);
  expect(outside.journal.edges[0].node.changes.map(({ field }: { field: string }) => field)).toEqual([
    'title',
    'issuer',
  ]);
  expect(outside.after.edges).toEqual([{ node: { __typename: 'SealedEntry' } }]);
  expect(await shown(id, dgs)).toBeNull();
  expect(await shown(id, anssi)).toMatchObject({ publicStatement: { id: statement } });
});

test('nobody publishes what another stakeholder drafted, coordinators included; a colleague does', async () => {
  const made = await draft(bretagne, incident, { marking: clear });
  const colleague = await cellule.colleague(bretagne, ['CONTRIBUTE']);
  const reader = await cellule.colleague(bretagne, ['READ']);

  const refused = [await publishing(made, dgs), await publishing(made, anssi), await publishing(made, reader)];
  const { issuerName } = (
    await carryOut(
      colleague,
      'publishStatement',
      { draftId: made.id, expectedVersion: 1 },
      'publicStatement { issuerName }',
    )
  ).publicStatement;

  for (const { extensions } of refused)
    expect(extensions).toEqual({ code: 'FORBIDDEN', permission: 'STATEMENT_PUBLISH' });
  expect(issuerName).toBe('ARS Bretagne');
});

test('nothing of a draft is public, whatever its marking, before it is published', async () => {
  const { id } = await draft(bretagne, incident, { title: 'Pas encore', text: 'Pas encore', marking: clear });

  const found = await cellule.anonymous.refused('query ($id: ID!) { node(id: $id) { id } }', { id });

  expect(await publicly()).not.toContain('Pas encore');
  expect(found.extensions.code).toBe('UNAUTHENTICATED');
});

describe.each([
  ['published', 'PUBLISHED', 'publishStatement', {}],
  ['discarded', 'DISCARDED', 'discardStatementDraft', { reason: 'Sans objet' }],
])('a draft that was %s', (_, from, mutation, input) => {
  test.each([
    ['revised', 'REVISED', 'reviseStatementDraft', { title: 'Autre' }],
    ['discarded', 'DISCARDED', 'discardStatementDraft', { reason: 'Sans objet' }],
    ['published', 'PUBLISHED', 'publishStatement', {}],
  ])('is not %s any more', async (__, attempted, next, more) => {
    const { id } = await draft(bretagne, incident, { marking: clear });
    await done(bretagne, mutation, { draftId: id, expectedVersion: 1, ...input });

    const refused = await refusal(bretagne, next, { draftId: id, expectedVersion: 2, ...more });

    expect(refused.extensions).toEqual({ code: 'ILLEGAL_TRANSITION', from, attempted });
  });
});

test.each([
  ['revises', 'reviseStatementDraft', { title: 'Autre' }],
  ['publishes', 'publishStatement', {}],
])('who %s a published draft again is told to write another statement', async (_, mutation, more) => {
  const { id } = await draft(bretagne, incident, { marking: clear });
  await done(bretagne, 'publishStatement', { draftId: id, expectedVersion: 1 });

  const refused = await refusal(bretagne, mutation, { draftId: id, expectedVersion: 2, ...more });

  expect(refused.message).toBe('This draft was published: what must be said otherwise is another statement.');
});

test('who revises a discarded draft is told from where to where there is no way', async () => {
  const { id } = await draft(bretagne, incident);
  await done(bretagne, 'discardStatementDraft', { draftId: id, expectedVersion: 1, reason: 'Sans objet' });

  const refused = await refusal(bretagne, 'reviseStatementDraft', { draftId: id, expectedVersion: 2, title: 'Autre' });

  expect(refused.message).toBe('A statement draft in status DISCARDED cannot go to REVISED.');
});

test('who read a draft before its marking was changed neither publishes nor revises it', async () => {
  const [narrowed, widened] = [
    await draft(bretagne, incident, { marking: clear }),
    await draft(bretagne, incident, { marking: among(anssi) }),
  ];
  await done(bretagne, 'changeMarking', { thingId: narrowed.id, expectedVersion: 1, marking: among(anssi) });
  await done(bretagne, 'changeMarking', { thingId: widened.id, expectedVersion: 1, marking: clear });

  const refused = [
    await publishing(narrowed),
    await publishing(widened),
    await refusal(bretagne, 'reviseStatementDraft', { draftId: narrowed.id, expectedVersion: 1, title: 'X' }),
  ];

  for (const { extensions } of refused)
    expect(extensions).toEqual({ code: 'CONFLICT', expectedVersion: 1, currentVersion: 2 });
});

test('when a draft is published and its label taken back at once, it is public or it is not, as it was marked then', async () => {
  const drafts = await Promise.all(Array.from({ length: 10 }, () => draft(bretagne, incident, { marking: clear })));
  const racing = drafts.map(async ({ id }) => {
    const on = { draftId: id, expectedVersion: 1 };
    const [published] = await Promise.all([
      bretagne.attempt(publishDocument, { input: on }),
      done(bretagne, 'changeMarking', { thingId: id, expectedVersion: 1, marking: among(anssi) }),
    ]);
    return { code: published.errors?.[0]?.extensions.code, ...(await shown(id, bretagne)) };
  });

  for (const { code, state, publicStatement } of await Promise.all(racing)) {
    expect([code, state]).toEqual(code === undefined ? [undefined, 'PUBLISHED'] : ['CONFLICT', 'DRAFT']);
    expect(publicStatement === null).toBe(code !== undefined);
  }
});

test('a draft that is published twice under one key is published once, and answered the same', async () => {
  const { id } = await draft(bretagne, incident, { title: 'Une seule fois', marking: clear });
  const input = { draftId: id, expectedVersion: 1, idempotencyKey: 'publication' };

  const [first, again] = [
    await done(bretagne, 'publishStatement', input),
    await done(bretagne, 'publishStatement', input),
  ];

  expect(again).toEqual(first);
  expect((await publicly()).split('Une seule fois')).toHaveLength(2);
});

const someDraft = globalId('StatementDraft', '01928374-aaaa-7bbb-8ccc-0123456789ab');
test.each([
  ['neither a draft nor a statement', {}, 'incidentId'],
  ['no title', { incidentId: 'incident', text: 'T' }, 'title'],
  ['no text', { incidentId: 'incident', title: 'T', text: null }, 'text'],
  ['a version of no draft', { incidentId: 'incident', title: 'T', text: 'T', expectedVersion: 1 }, 'expectedVersion'],
  ['a draft without its version', { draftId: someDraft }, 'expectedVersion'],
  ['a draft and an incident', { draftId: someDraft, expectedVersion: 1, incidentId: 'incident' }, 'incidentId'],
  ['a draft and a title', { draftId: someDraft, expectedVersion: 1, title: 'T' }, 'title'],
  ['a draft and a text', { draftId: someDraft, expectedVersion: 1, text: 'T' }, 'text'],
  ['a draft and regions', { draftId: someDraft, expectedVersion: 1, regions: [] }, 'regions'],
])('to publish takes a draft, or else a statement: not %s', async (_, given, field) => {
  const input = 'incidentId' in given ? { ...given, incidentId: incident } : given;

  const refused = await refusal(bretagne, 'publishStatement', input);

  expect(refused.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', field] });
});

const publishDocument =
  'mutation ($input: PublishStatementInput!) { publishStatement(input: $input) { publicStatement { id } } }';

function publishing({ id, version }: Made, by = bretagne): Promise<Fault> {
  return refusal(by, 'publishStatement', { draftId: id, expectedVersion: version });
}

async function shown(id: string, by: Party): Promise<{ state: string; publicStatement: object | null }> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on StatementDraft { state version publicStatement { id } } } }';
  return (await by.ask(query, { id })).node;
}

/** All that the public can read. */
async function publicly(): Promise<string> {
  return JSON.stringify(await cellule.anonymous.ask('{ publicStatements { edges { node { id title text } } } }'));
}
