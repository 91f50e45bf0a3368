import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLField, getNamedType, isLeafType, isObjectType } from 'graphql';
import { declare, done, plan } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'), { assumeValid: true });
let cellule: TestCellule;
let dgs: Party;
let id: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  dgs = await cellule.party('DGS-CCS');
  const bretagne = await cellule.party('ARS-BRE');
  const incident = { operatorId: bretagne.stakeholder, regions: [{ region: '53' }] };
  ({ id } = await declare(dgs, incident));
  await plan(dgs, id, { addresseeIds: [bretagne.stakeholder] });
  const marking = { tlp: 'TLP_AMBER', audience: 'AUTHORITIES' };
  await done(bretagne, 'writeEntry', { incidentId: id, entry: { text: 'Point de situation.', marking } });
});
afterAll(() => cellule.stop());

/** Where things of each type are found below an incident. */
const places: Record<string, (selection: string) => string> = {
  Incident: (selection) => selection,
  AffectedRegion: (selection) => `affectedRegions { ${selection} }`,
  Involvement: (selection) => `involvements { ${selection} }`,
  Action: (selection) => `actions(first: 50) { edges { node { ${selection} } } }`,
  JournalEntry: (selection) => `journal(first: 50) { edges { node { ... on JournalEntry { ${selection} } } } }`,
  Stakeholder: (selection) =>
    `operator { ${selection} } actions(first: 2) { edges { node { addressees { ${selection} } owner { ${selection} } } } }`,
};

test.each(Object.keys(places))('each field of %s is the same asked for alone as with all others', async (type) => {
  const ask = (selection: string) =>
    dgs.ask(`query ($id: ID!) { incident(id: $id) { ${places[type]?.(selection)} } }`, { id });
  const whole = flat(await ask(fieldsOf(type).join(' ')));

  for (const field of fieldsOf(type)) expect(whole).toMatchObject(flat(await ask(field)));
});

test('what one field shows of a thing does not hide what another does', async () => {
  const answer = await dgs.ask(
    `query ($id: ID!) {
      one: incident(id: $id) { ...Owners affectedRegions { status } }
      other: incident(id: $id) { title ...Owners affectedRegions { region { code } } }
      merged: incident(id: $id) { operator { code } }
      merged: incident(id: $id) { operator { name } title }
    }
    fragment Owners on Incident { operator { name } actions { edges { node { owner { name } } } } }`,
    { id },
  );

  expect(answer).toMatchObject({
    one: { operator: { name: expect.any(String) }, affectedRegions: [{ status: 'AFFECTED' }] },
    other: { title: expect.any(String), affectedRegions: [{ region: { code: '53' } }] },
    merged: { title: expect.any(String), operator: { code: 'ARS-BRE', name: expect.any(String) } },
  });
});

test('a variable that is null is told from one that is absent, whoever asked before', async () => {
  const document = 'query ($id: ID!, $former: Boolean) { incident(id: $id) { involvements(former: $former) { id } } }';
  const refused = () => dgs.refused(document, { id, former: null });

  const first = await refused();
  const found = await dgs.ask(document, { id });
  const again = await refused();

  expect(found.incident.involvements).toHaveLength(2);
  expect(first.message).toContain('must not be null');
  expect(again).toEqual(first);
});

/** Each field without arguments that has to be given, down to the leaves one level below. */
function fieldsOf(type: string): string[] {
  const object = schema.getType(type);
  if (!isObjectType(object)) throw new Error(`${type} is no object.`);
  return Object.values(object.getFields()).filter(isFree).flatMap(selectionsOf);
}

function selectionsOf({ name, type }: GraphQLField<unknown, unknown>): string[] {
  const inner = getNamedType(type);
  if (isLeafType(inner)) return [name];
  const leaves = isObjectType(inner) ? Object.values(inner.getFields()).filter(isFree) : [];
  const shown = leaves.filter((field) => isLeafType(getNamedType(field.type))).map((field) => field.name);
  return ['__typename', ...shown].map((leaf) => `${name} { ${leaf} }`);
}

const isFree = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.every((arg) => arg.defaultValue !== undefined || !String(arg.type).endsWith('!'));

/** Each value under its path: objects that were asked for in parts are compared by them. */
function flat(value: unknown, path = ''): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return { [path]: value };
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => flat(inner, `${path}.${key}`)));
}
