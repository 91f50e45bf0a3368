import { asParty, declare, declareOpenly, done, draft, involve, plan, write } from '../support/builders';
import { globalId, startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let dgs: Party;
let bretagne: Party;
beforeAll(async () => {
  cellule = await startTestCellule();
  [dgs, bretagne] = [await cellule.party('DGS-CCS'), await cellule.party('ARS-BRE')];
});
afterAll(() => cellule.stop());

test('an incident is found by its id and by its reference', async () => {
  const { id, reference } = await declare(dgs);

  const found = await dgs.ask(
    'query ($id: ID!, $reference: String!) { byId: incident(id: $id) { reference } byReference: incident(reference: $reference) { id } }',
    { id, reference },
  );

  expect(found).toEqual({ byId: { reference }, byReference: { id } });
});

describe('among several incidents', () => {
  let hfds: Party;
  let since: string;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    hfds = await cellule.party('HFDS');
    const told = (more: object) => declare(hfds, more);
    const early = await told({
      title: 'Panne',
      nature: 'TECHNICAL_FAILURE',
      severity: 'MINOR',
      regions: [{ region: '53' }],
    });
    const grave = await told({ title: 'Attaque', severity: 'CRISIS', parties: [asParty(bretagne)] });
    const exercise = await told({ title: 'Exercice', nature: 'HEALTH', severity: 'MINOR', exercise: true });
    const closed = await told({
      title: 'Alerte',
      nature: 'HEALTH',
      severity: 'SIGNIFICANT',
      regions: [{ region: '53' }, { region: '52' }],
    });
    await done(hfds, 'closeIncident', { incidentId: closed.id, expectedVersion: 1, resolution: 'FALSE_ALARM' });
    since = (await hfds.ask('{ incidents(orderBy: UPDATED, first: 1) { edges { node { updatedAt } } } }')).incidents
      .edges[0].node.updatedAt;
    await write(hfds, early.id, 'Toujours en panne.');
    Object.assign(ids, { Panne: early.id, Attaque: grave.id, Exercice: exercise.id, Alerte: closed.id });
  });

  test.each<[string, () => object, string[]]>([
    ['by status', () => ({ statuses: ['CLOSED'] }), ['Alerte']],
    ['by several statuses', () => ({ statuses: ['CLOSED', 'DECLARED'] }), ['Attaque', 'Alerte', 'Exercice', 'Panne']],
    ['by severity', () => ({ severities: ['MINOR'] }), ['Exercice', 'Panne']],
    ['by least severity', () => ({ minimumSeverity: 'SIGNIFICANT' }), ['Attaque', 'Alerte']],
    ['by nature', () => ({ natures: ['HEALTH', 'TECHNICAL_FAILURE'] }), ['Alerte', 'Exercice', 'Panne']],
    ['by region', () => ({ region: '53' }), ['Alerte', 'Panne']],
    ['by stakeholder', () => ({ stakeholder: bretagne.stakeholder }), ['Attaque', 'Alerte', 'Panne']],
    ['by being an exercise', () => ({ exercise: true }), ['Exercice']],
    ['by being none', () => ({ exercise: false }), ['Attaque', 'Alerte', 'Panne']],
    ['by what was recorded since', () => ({ updatedSince: since }), ['Alerte', 'Panne']],
    [
      'by all at once',
      () => ({ region: '53', severities: ['MINOR'], statuses: ['DECLARED'], exercise: false }),
      ['Panne'],
    ],
    ['by nothing that is there', () => ({ region: '94' }), []],
    ['by no status at all', () => ({ statuses: [] }), []],
  ])('those are found that are asked for, %s', async (_, filter, titles) => {
    expect(await listed(hfds, { filter: filter() })).toEqual(titles);
  });

  test.each([
    ['SEVERITY', ['Attaque', 'Alerte', 'Exercice', 'Panne']],
    ['DECLARED', ['Alerte', 'Exercice', 'Attaque', 'Panne']],
    ['UPDATED', ['Panne', 'Alerte', 'Exercice', 'Attaque']],
  ])('they come in the order %s', async (orderBy, titles) => {
    expect(await listed(hfds, { orderBy })).toEqual(titles);
  });

  test.each(['SEVERITY', 'DECLARED', 'UPDATED'])('page by page they are the same, in the order %s', async (orderBy) => {
    const pages: string[] = [];
    let next: string | null = null;
    do {
      const page: Page = (await hfds.ask(paged, { first: 1, after: next, orderBy })).incidents;
      pages.push(...titlesOf(page));
      next = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (next !== null);

    expect(pages).toEqual(await listed(hfds, { orderBy }));
  });

  test('from a region and from a stakeholder one reaches their incidents and actions', async () => {
    await plan(hfds, ids['Panne'] as string, { title: 'Livrer', regions: ['53'], ownerId: bretagne.stakeholder });
    await plan(hfds, ids['Panne'] as string, { title: 'Informer' });
    const reach = '{ incidents { edges { node { title } } } actions { edges { node { title } } totalCount } }';

    const { region, stakeholder } = await hfds.ask(
      `{ region(code: "53") ${reach} stakeholder(code: "ARS-BRE") ${reach} }`,
    );

    expect(titlesOf(region.incidents)).toEqual(['Alerte', 'Panne']);
    expect(titlesOf(region.actions)).toEqual(['Livrer']);
    expect(titlesOf(stakeholder.incidents)).toEqual(['Attaque', 'Alerte', 'Panne']);
    expect(stakeholder.actions).toMatchObject({ totalCount: 1 });
  });

  test('each party reaches only what it sees itself', async () => {
    const outsider = await cellule.party('ARS-NOR');
    const reach = '{ incidents { totalCount } actions { totalCount } }';

    const answer = await outsider.ask(
      `{ incidents { totalCount } region(code: "53") ${reach} stakeholder(code: "HFDS") ${reach} }`,
    );

    const none = { incidents: { totalCount: 0 }, actions: { totalCount: 0 } };
    expect(answer).toEqual({ incidents: { totalCount: 0 }, region: none, stakeholder: none });
  });
});

test('nodes are shown by id, whatever they are, in the order asked for', async () => {
  const { id } = await declare(bretagne, {
    regions: [{ region: '53' }],
    services: [{ name: 'Livraison', status: 'DOWN' }],
  });
  const { id: action } = await plan(bretagne, id);
  const { id: prepared } = await draft(bretagne, id);
  const { id: statement } = await done(bretagne, 'publishStatement', {
    incidentId: id,
    title: 'Communiqué',
    text: 'Texte',
  });
  const { incident } = await bretagne.ask(
    'query ($id: ID!) { incident(id: $id) { affectedRegions { id } affectedServices { id } involvements { id } entry(number: 1) { ... on JournalEntry { id } } } }',
    { id },
  );
  const ids = [
    id,
    ...[
      incident.affectedRegions[0].id,
      incident.affectedServices[0].id,
      incident.involvements[0].id,
      incident.entry.id,
    ],
    ...[action, prepared, statement, bretagne.stakeholder, bretagne.person, globalId('Region', '53')],
  ];

  const { nodes } = await bretagne.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
  const outside = await dgs.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', { ids });

  const types = nodes.map((node: { __typename: string }) => node.__typename);
  expect(nodes.map((node: { id: string }) => node.id)).toEqual(ids);
  expect(types.slice(0, 5)).toEqual(['Incident', 'AffectedRegion', 'AffectedService', 'Involvement', 'JournalEntry']);
  expect(types.slice(5)).toEqual(['Action', 'StatementDraft', 'PublicStatement', 'Stakeholder', 'Person', 'Region']);
  expect(outside.nodes.slice(0, 7)).toEqual(Array(7).fill(null));
});

const beyondOne = ['incidents', 'stakeholders', 'registryJournal'].map((list) => `${list} { totalCount }`);
test.each([
  ...beyondOne,
  'regions { code }',
  'region(code: "53") { name }',
  'viewer { rights }',
  'incident(reference: "DGS-CCS-2024-XXXX") { id }',
  'stakeholder(code: "ARS-BRE") { id }',
  `node(id: "${globalId('Incident', '01928374-aaaa-7bbb-8ccc-0123456789ab')}") { id }`,
])('without a token nobody reads { %s }', async (selection) => {
  const refused = await cellule.anonymous.refused(`{ ${selection} }`);

  expect(refused.extensions.code).toBe('UNAUTHENTICATED');
});

test('without a token anybody reads what was published, and nothing that lies behind it', async () => {
  const { id } = await declare(dgs);
  const input = { incidentId: id, title: 'Point', text: 'Les pharmacies restent ouvertes.', regions: ['53'] };
  await done(dgs, 'publishStatement', input);
  const shown = 'id issuerName title text regions { name } publishedAt issuer { code } incident { id }';

  const { publicStatements } = await cellule.anonymous.ask(
    `{ publicStatements(region: "53") { totalCount edges { node { ${shown} } } } }`,
  );
  const { node } = publicStatements.edges[0];
  const again = await cellule.anonymous.ask('query ($id: ID!) { node(id: $id) { id } }', { id: node.id });
  const behind = await cellule.anonymous.refused(
    '{ publicStatements { edges { node { regions { incidents { totalCount } } } } } }',
  );
  const elsewhere = await cellule.anonymous.ask('{ publicStatements(region: "94") { totalCount } }');

  expect(node).toMatchObject({ title: 'Point', regions: [{ name: 'Bretagne' }], issuer: null, incident: null });
  expect(again.node.id).toBe(node.id);
  expect(behind.extensions.code).toBe('UNAUTHENTICATED');
  expect(elsewhere.publicStatements.totalCount).toBe(0);
});

test('a party reads a statement with its issuer, and with its incident if it sees that', async () => {
  const { id } = await declare(dgs);
  const { id: statement } = await done(dgs, 'publishStatement', { incidentId: id, title: 'T', text: 'T' });
  const query = 'query ($id: ID!) { node(id: $id) { ... on PublicStatement { issuer { code } incident { id } } } }';

  const answers = [await dgs.ask(query, { id: statement }), await bretagne.ask(query, { id: statement })];

  expect(answers.map(({ node }) => node)).toEqual([
    { issuer: { code: 'DGS-CCS' }, incident: { id } },
    { issuer: { code: 'DGS-CCS' }, incident: null },
  ]);
});

test('an incident open to all is read by who does not follow it, without its journal head', async () => {
  const { id } = await declareOpenly(dgs);
  const query = 'query ($id: ID!) { incident(id: $id) { title journalHead { number } journal { totalCount } } }';

  const before = await bretagne.ask(query, { id });
  await involve(dgs, id, bretagne);
  const after = await bretagne.ask(query, { id });

  expect(before.incident).toMatchObject({ title: 'Cyberattaque', journalHead: null });
  expect(after.incident.journalHead.number).toBe(after.incident.journal.totalCount);
});

const paged = `query ($first: Int, $after: String, $filter: IncidentFilter, $orderBy: IncidentOrder!) {
  incidents(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges { node { title } } pageInfo { hasNextPage endCursor }
  }
}`;

async function listed(by: Party, args: object): Promise<string[]> {
  return titlesOf((await by.ask(paged, { orderBy: 'SEVERITY', ...args })).incidents);
}

interface Page {
  readonly edges: readonly { readonly node: { readonly title: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function titlesOf({ edges }: Pick<Page, 'edges'>): string[] {
  return edges.map(({ node }) => node.title);
}
