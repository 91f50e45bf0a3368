import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/kernel/package-root';
import { asParty, declare, plan, write } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { countingStatements } from '../support/statements';

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600', INTROSPECTION: 'authenticated' } });
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
});
afterAll(() => cellule.stop());

const document = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename
  ... on Incident { id title }
  ... on Action { id }
  ... on JournalEntry { id }
  ... on Region { id name }
  ... on Stakeholder { id code }
} }`;

function entities(viewer: Party, representations: readonly object[]) {
  return viewer.attempt(document, { representations });
}

test('a thing is found by each of its keys', async () => {
  const incident = await declare(bretagne, { parties: [asParty(dgs)] });
  const region = { __typename: 'Region', id: expect.any(String), name: 'Bretagne' };
  const entry = await write(bretagne, incident.id, 'Les officines confirment.');
  const action = await plan(bretagne, incident.id);

  const { data } = await entities(dgs, [
    { __typename: 'Incident', id: incident.id },
    { __typename: 'Incident', reference: incident.reference },
    { __typename: 'Stakeholder', code: 'ARS-BRE' },
    { __typename: 'Stakeholder', id: bretagne.stakeholder },
    { __typename: 'Region', code: '53' },
    { __typename: 'Region', isoCode: 'FR-BRE' },
    { __typename: 'JournalEntry', id: entry.id },
    { __typename: 'Action', id: action.id },
  ]);

  const ofIncident = { __typename: 'Incident', id: incident.id, title: expect.any(String) };
  const ofParty = { __typename: 'Stakeholder', id: bretagne.stakeholder, code: 'ARS-BRE' };
  expect(data?._entities).toEqual([
    ...[ofIncident, ofIncident, ofParty, ofParty, region, region],
    { __typename: 'JournalEntry', id: entry.id },
    { __typename: 'Action', id: action.id },
  ]);
});

test('what the viewer does not see is null, as what is not there', async () => {
  const { id, reference } = await declare(bretagne);

  const { data, errors } = await entities(dgs, [
    { __typename: 'Incident', id },
    { __typename: 'Incident', reference },
    { __typename: 'Incident', reference: 'ARS-BRE-1999-0000' },
    { __typename: 'Stakeholder', code: 'NOBODY' },
    { __typename: 'Region', isoCode: 'FR-XXX' },
    { __typename: 'Region', code: '00' },
  ]);

  expect([data?._entities, errors]).toEqual([[null, null, null, null, null, null], undefined]);
});

test.each([
  ['no type', { id: 'x' }, 'representations.1.__typename'],
  ['a type that no other graph may name', { __typename: 'Credential', id: 'x' }, 'representations.1.__typename'],
  ['no key', { __typename: 'Incident' }, 'representations.1'],
  ['an id that is none', { __typename: 'Incident', id: 'x' }, 'representations.1.id'],
  ['a NUL in its code', { __typename: 'Stakeholder', code: 'A\0' }, 'representations.1.code'],
  ['half a character', { __typename: 'Incident', reference: 'A\ud800' }, 'representations.1.reference'],
  ['an endless reference', { __typename: 'Incident', reference: 'A'.repeat(10_000) }, 'representations.1.reference'],
  ['a member named as one of ours', { fault: 5 }, 'representations.1.__typename'],
  ['a long list inside', { __typename: 'Incident', list: Array(101).fill(1) }, 'representations.1'],
  ['a key that is no text', { __typename: 'Stakeholder', code: { a: 1 } }, 'representations.1.code'],
])('a representation with %s spoils itself only', async (_, spoiled, inputPath) => {
  const region = { __typename: 'Region', code: '53' };
  const others = [
    { __typename: 'Stakeholder', code: 'ARS-BRE' },
    { __typename: 'Incident', reference: 'ARS-BRE-1999-0000' },
  ];

  const { data, errors } = await entities(dgs, [region, spoiled, region, ...others]);

  expect(data?._entities.map((one: { name?: string } | null) => one?.name)).toEqual([
    'Bretagne',
    undefined,
    'Bretagne',
    undefined,
    undefined,
  ]);
  expect(data?._entities[3]).toMatchObject({ code: 'ARS-BRE' });
  expect(errors).toMatchObject([
    { path: ['_entities', 1], extensions: { code: 'BAD_USER_INPUT', inputPath: inputPath.split('.') } },
  ]);
});

test('however many are named, and by whatever keys, each type takes one statement', async () => {
  const incidents = [await declare(bretagne), await declare(bretagne), await declare(bretagne)];
  const statements = countingStatements(cellule);
  const named = (some: typeof incidents) => [
    ...some.map(({ id }) => ({ __typename: 'Incident', id })),
    ...some.map(({ reference }) => ({ __typename: 'Incident', reference })),
    { __typename: 'Stakeholder', id: bretagne.stakeholder },
    ...['ARS-BRE', 'DGS-CCS'].slice(0, some.length).map((code) => ({ __typename: 'Stakeholder', code })),
    ...['53', '28'].slice(0, some.length).map((code) => ({ __typename: 'Region', code })),
  ];
  const asking = (some: typeof incidents) => async () => {
    const { data } = await entities(bretagne, named(some));
    expect(data?._entities).not.toContain(null);
  };
  await asking(incidents)();

  const few = await statements.during(asking(incidents.slice(0, 1)));
  const many = await statements.during(asking(incidents));

  expect(few).toEqual(['incident', 'stakeholder']);
  expect(many).toEqual(few);
});

test('a name is one only under its own key', async () => {
  const { id, reference } = await declare(bretagne);
  const key = keyOf(id);

  const { data, errors } = await entities(bretagne, [
    { __typename: 'Incident', reference: key },
    { __typename: 'Stakeholder', code: reference },
    { __typename: 'Stakeholder', code: keyOf(bretagne.stakeholder) },
    { __typename: 'Incident', reference },
  ]);

  expect(errors).toBeUndefined();
  expect(data?._entities).toEqual([null, null, null, expect.objectContaining({ id })]);
});

test('a gateway names as many things as stand on a page', async () => {
  const { id } = await declare(bretagne);

  const { data, errors } = await entities(bretagne, Array(500).fill({ __typename: 'Incident', id }));

  expect(errors).toBeUndefined();
  expect(new Set(data?._entities.map((one: { id: string }) => one.id))).toEqual(new Set([id]));
});

test('where only registered documents run, those of a gateway do not', async () => {
  const other = await startTestCellule({ env: { PERSISTED_ONLY: '1' } });

  const answer = await cellule.anonymous.at(other.cellule.url).refused(document, { representations: [] });
  await other.stop();

  expect(answer.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
});

test('an anonymous reader finds nothing', async () => {
  const { id } = await declare(bretagne);

  const { data, errors } = await entities(cellule.anonymous, [{ __typename: 'Incident', id }]);

  expect([data?._entities, errors?.[0]?.extensions.code]).toEqual([[null], 'UNAUTHENTICATED']);
});

const service = '{ _service { sdl } }';

test.each([
  ['authenticated', undefined, 'UNAUTHENTICATED'],
  ['everybody', undefined, undefined],
  ['nobody', 'FORBIDDEN', 'FORBIDDEN'],
])('with the schema shown to %s, so is what gateways ask of it', async (INTROSPECTION, whoSignedIn, anybody) => {
  const other = await startTestCellule({ env: { INTROSPECTION } });
  const file = readFileSync(join(packageRoot, 'schema/subgraph.graphql'), 'utf8');
  const sdl = file.slice(file.indexOf('extend schema'));

  const answers = [await other.admin.attempt(service), await other.anonymous.attempt(service)];
  await other.stop();

  const codes = [whoSignedIn, anybody];
  expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(codes);
  expect(answers.map(({ data }) => data?._service.sdl)).toEqual(codes.map((code) => (code ? undefined : sdl)));
});

test('an operation names so many things and no more, under whatever aliases', async () => {
  const query = `query ($some: [_Any!]!, $more: [_Any!]!) {
    _entities(representations: $some) { __typename }
    again: _entities(representations: $more) { __typename }
  }`;
  const some = Array(1999).fill({ __typename: 'Region', code: '53' });

  const asMany = await dgs.attempt(query, { some, more: some.slice(0, 1) });
  const more = await dgs.refused(query, { some, more: some.slice(0, 2) });

  expect(asMany.errors).toBeUndefined();
  expect(more.extensions).toMatchObject({
    code: 'TOO_COSTLY',
    measure: 'representations',
    limit: 2000,
    found: 2001,
  });
});
