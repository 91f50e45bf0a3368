import { asParty, carryOut, declare, done, refusal } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let dgs: Party;
let bretagne: Party;
let incident: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  [dgs, bretagne] = [await cellule.party('DGS-CCS'), await cellule.party('ARS-BRE')];
  incident = (await declare(dgs, { parties: [asParty(bretagne)] })).id;
});
afterAll(() => cellule.stop());

const text = 'Les officines restent ouvertes.';

test('a statement is published in the name of who publishes it, and recorded', async () => {
  const input = { incidentId: incident, title: 'Point presse', text, regions: ['53'] };

  const published = await carryOut(
    bretagne,
    'publishStatement',
    input,
    'publicStatement { issuerName issuer { code name } regions { code } } entries { kind category changes { field new } }',
  );

  const { issuerName, issuer, regions } = published.publicStatement;
  expect([issuer.code, issuerName, regions]).toEqual(['ARS-BRE', issuer.name, [{ code: '53' }]]);
  expect(published.entries).toEqual([
    {
      kind: 'STATEMENT_PUBLISHED',
      category: 'COMMUNICATION',
      changes: [
        { field: 'title', new: 'Point presse' },
        { field: 'regions', new: '53' },
        { field: 'issuer', new: 'ARS-BRE' },
      ],
    },
  ]);
});

test('the statements about an incident are read from it, the latest first', async () => {
  const { id } = await declare(dgs);
  for (const title of ['Premier', 'Deuxième', 'Troisième'])
    await done(dgs, 'publishStatement', { incidentId: id, title, text });

  const { incident: found } = await dgs.ask(
    'query ($id: ID!) { incident(id: $id) { publicStatements(first: 2) { totalCount edges { node { title } } } } }',
    { id },
  );

  const titles = found.publicStatements.edges.map(({ node }: { node: { title: string } }) => node.title);
  expect([titles, found.publicStatements.totalCount]).toEqual([['Troisième', 'Deuxième'], 3]);
});

test('only who contributes to an incident speaks to the public about it', async () => {
  const reader = await cellule.colleague(bretagne, ['READ']);
  const outsider = await cellule.party('ARS-NOR');
  const input = { incidentId: incident, title: 'Rumeur', text };

  const refused = [
    await refusal(reader, 'publishStatement', input),
    await refusal(outsider, 'publishStatement', input),
  ];

  const { publicStatements } = await cellule.anonymous.ask('{ publicStatements { edges { node { title } } } }');
  expect(refused.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'NOT_FOUND']);
  expect(JSON.stringify(publicStatements)).not.toContain('Rumeur');
});

test('what may be passed on to anybody is not public until it is published', async () => {
  const { id } = await declare(dgs, { title: 'Tout est clair', marking: { tlp: 'TLP_CLEAR', audience: 'ENROLLED' } });

  const { publicStatements } = await cellule.anonymous.ask('{ publicStatements { edges { node { title } } } }');
  const refused = await cellule.anonymous.refused('query ($id: ID!) { incident(id: $id) { id } }', { id });

  expect(JSON.stringify(publicStatements)).not.toContain('Tout est clair');
  expect(refused.extensions.code).toBe('UNAUTHENTICATED');
});
