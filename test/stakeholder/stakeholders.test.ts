import { carryOut, done, refusal } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let operator: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  operator = await cellule.named('CERP', 'OPERATOR');
});
afterAll(() => cellule.stop());

test.each<[string, object, string[]]>([
  ['by code', { codes: ['ARS-NOR', 'ARS-BRE', 'LICORNE'] }, ['ARS-BRE', 'ARS-NOR']],
  ['by kind', { kinds: ['OPERATOR', 'CNIL'] }, ['CERP', 'CNIL']],
  ['by region and kind', { region: '53', kinds: ['ARS'] }, ['ARS-BRE']],
  ['by having accounts', { enrolled: true }, ['ARS-BRE', 'PLATFORM']],
  ['by having none', { enrolled: false, codes: ['ARS-BRE', 'CERP'] }, ['CERP']],
  ['by no code at all', { codes: [] }, []],
])('stakeholders are found %s, in the order of their codes', async (_, args, codes) => {
  expect(await codesOf(args)).toEqual(codes);
});

test('all stakeholders are read page by page, none twice and none left out', async () => {
  const pages: string[] = [];
  let next: string | null = null;
  do {
    const page: Page = (await bretagne.ask(list, { first: 7, after: next })).stakeholders;
    pages.push(...page.edges.map(({ node }) => node.code));
    next = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (next !== null);

  expect(pages).toEqual(await codesOf({ first: 500 }));
  expect(new Set(pages).size).toBe(pages.length);
});

test('a region has its departments, and its code is not that of a department', async () => {
  const { regions, region } = await bretagne.ask(
    '{ regions { code } region(code: "53") { name isoCode departments { code name } } }',
  );

  expect(regions).toHaveLength(18);
  expect(region).toMatchObject({ name: 'Bretagne', isoCode: 'FR-BRE' });
  expect(region.departments.map(({ code }: { code: string }) => code)).toEqual(['22', '29', '35', '56']);
});

test('a branch belongs to its operator, and says so with all that is known of it', async () => {
  const input = {
    ...{
      code: 'CERP-QUIMPER',
      name: 'Agence de Quimper',
      aliases: ['CERP Quimper'],
      kind: 'BRANCH',
      scope: 'DEPARTMENTAL',
    },
    ...{ jurisdiction: ['53'], parentId: operator, siret: '12345678901234', dutyContact: '02 98 00 00 00' },
  };

  const { stakeholder, entries } = await carryOut(
    cellule.admin,
    'registerStakeholder',
    input,
    'stakeholder { code aliases kind scope jurisdiction { code } parent { code } siret dutyContact enrolled } entries { kind }',
  );

  expect(stakeholder).toEqual({
    ...{ code: 'CERP-QUIMPER', aliases: ['CERP Quimper'], kind: 'BRANCH', scope: 'DEPARTMENTAL' },
    ...{ jurisdiction: [{ code: '53' }], parent: { code: 'CERP' }, enrolled: false },
    ...{ siret: '12345678901234', dutyContact: '02 98 00 00 00' },
  });
  expect(entries).toEqual([{ kind: 'STAKEHOLDER_REGISTERED' }]);
});

test('a SIRET, by which people come, is for the administrators of the platform to give', async () => {
  const input = { code: 'FAUX-MINISTERE', name: 'X', kind: 'OTHER', scope: 'LOCAL', siret: '11000001200034' };

  const refused = await refusal(bretagne, 'registerStakeholder', input);

  expect(refused.extensions).toEqual({ code: 'FORBIDDEN', permission: 'STAKEHOLDER_ENROL' });
});

test.each(['ars-bre', 'ARS BRE', 'ARS--BRE', '-ARS', 'ARS-', 'ARS_BRE', 'ÉTAT'])('%s is not a code', async (code) => {
  const refused = await refusal(bretagne, 'registerStakeholder', { code, name: 'X', kind: 'OTHER', scope: 'LOCAL' });

  expect(refused.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'code'] });
});

test.each(['1234567890123', '123 456 789 01234', '1234567890123A'])('%s is not a SIRET', async (siret) => {
  const input = { code: 'SIRET', name: 'X', kind: 'OTHER', scope: 'LOCAL', siret };

  const refused = await refusal(bretagne, 'registerStakeholder', input);

  expect(refused.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input', 'siret'] });
});

test('of several who register the same stakeholder at the same time, one does', async () => {
  const input = { code: 'SIMULTANE', name: 'X', kind: 'OTHER', scope: 'LOCAL' };
  const register =
    'mutation ($input: RegisterStakeholderInput!) { registerStakeholder(input: $input) { entries { id } } }';

  const answers = await Promise.all([1, 2, 3].map(() => bretagne.attempt(register, { input })));

  const codes = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));
  expect(codes).toEqual(['CONFLICT', 'CONFLICT']);
});

test('a record is revised against the version that was read, and only where something changes', async () => {
  const made = await done(cellule.admin, 'registerStakeholder', {
    code: 'REVUE',
    name: 'Nom',
    kind: 'OTHER',
    scope: 'LOCAL',
  });
  const revise = (input: object) => ({ stakeholderId: made.id, expectedVersion: 1, ...input });

  const idle = await refusal(cellule.admin, 'reviseStakeholder', revise({ name: 'Nom', aliases: [] }));
  const revised = await done(cellule.admin, 'reviseStakeholder', revise({ name: 'Autre nom' }));
  const stale = await refusal(cellule.admin, 'reviseStakeholder', revise({ name: 'Un autre encore' }));

  expect(idle.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: ['input'] });
  expect(revised).toMatchObject({ name: 'Autre nom', version: 2 });
  expect(stale.extensions).toEqual({ code: 'CONFLICT', expectedVersion: 1, currentVersion: 2 });
});

interface Page {
  readonly edges: readonly { readonly node: { readonly code: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const list = `query ($first: Int, $after: String, $codes: [String!], $kinds: [StakeholderKind!], $region: RegionCode, $enrolled: Boolean) {
  stakeholders(first: $first, after: $after, codes: $codes, kinds: $kinds, region: $region, enrolled: $enrolled) {
    edges { node { code } } pageInfo { hasNextPage endCursor }
  }
}`;

async function codesOf(args: object): Promise<string[]> {
  const { stakeholders }: { stakeholders: Page } = await bretagne.ask(list, { first: 500, ...args });
  return stakeholders.edges.map(({ node }) => node.code);
}
