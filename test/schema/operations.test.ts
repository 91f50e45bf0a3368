import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, getOperationAST, parse, validate } from 'graphql';
import { celluleSchema } from '../../src/schema';
import { type ToldCase, tellCase } from '../demo/told-case';
import { done, draft } from '../support/builders';

const directory = join(__dirname, '../../schema/operations');
const names = readdirSync(directory)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.slice(0, -'.graphql'.length))
  .sort();
const subscriptions = names.filter((name) => kindOf(name) === 'subscription');
const requests = names.filter((name) => kindOf(name) !== 'subscription');

let told: ToldCase;
/**
 * What the placeholders stand for: the incident as GraphiQL fills it in; the rest as a person would, such as an entry
 * of the party that runs the operations, which it may reply to, correct and mark.
 */
let filled: Readonly<Record<string, string | undefined>>;
beforeAll(async () => {
  told = await tellCase();
  const { viewer } = await told.as('ARS-BRE').ask('{ viewer { stakeholder { id } } }');
  const { journal } = await told.incidentAs(
    'ARS-BRE',
    `journal(first: 1, filter: { author: "${viewer.stakeholder.id}" }) { edges { node { ... on JournalEntry { id } } } }`,
  );
  const [stakeholder, another] = ['DGS-CCS', 'CERP-BA'].map((code) => told.as(code).stakeholder);
  filled = {
    ...{ reference: told.incident.reference, incident: told.incident.id },
    ...{ entry: journal.edges[0].node.id, draft: await clearDraft(), stakeholder, another },
  };
});
afterAll(() => told.cellule.stop());

function textOf(name: string): string {
  return readFileSync(join(directory, `${name}.graphql`), 'utf8');
}

function documentOf(name: string): DocumentNode {
  return parse(textOf(name));
}

function kindOf(name: string): string | undefined {
  return getOperationAST(documentOf(name))?.operation;
}

/** The id of a draft that was prepared among authorities, and then marked TLP:CLEAR. */
async function clearDraft(): Promise<string> {
  const by = told.as('ARS-BRE');
  const { id } = await draft(by, told.incident.id, { marking: { tlp: 'TLP_AMBER', audience: 'AUTHORITIES' } });
  await done(by, 'changeMarking', { thingId: id, expectedVersion: 1, marking: { tlp: 'TLP_CLEAR' } });
  return id;
}

function variablesOf(name: string): Record<string, unknown> {
  const path = join(directory, `${name}.variables.json`);
  if (!existsSync(path)) return {};
  return JSON.parse(readFileSync(path, 'utf8').replace(/{{(\w+)}}/g, (all, name: string) => filled[name] ?? all));
}

test.each(names)('%s says in a line of English what it is for, and has a name', (name) => {
  expect(textOf(name)).toMatch(/^# [A-Z][^\n]+\.\n[^#]/);
  expect(getOperationAST(documentOf(name))?.name?.value).toMatch(/^[A-Z]\w+$/);
});

test.each(names)('%s is valid', async (name) => {
  expect(validate(await celluleSchema(), documentOf(name))).toEqual([]);
});

test.each(subscriptions)('%s delivers at once', async (name) => {
  const live = told.as('ARS-BRE').subscribe(textOf(name), variablesOf(name));

  const [first] = await live.until((events) => events.length > 0);

  expect(Object.values(first)).toEqual([expect.objectContaining({ __typename: expect.any(String), caughtUp: true })]);
  expect(live.errors).toEqual([]);
  await told.as('ARS-BRE').leave();
});

test.each(requests)('%s runs on the case, as ARS Bretagne', async (name) => {
  const data = await told.as('ARS-BRE').ask(textOf(name), variablesOf(name));

  for (const answer of Object.values(data)) expect(answer).not.toBeNull();
});

test('nothing but documents and their variables lies beside them', () => {
  const files = readdirSync(directory).filter((file) => !file.endsWith('.graphql'));

  expect(files.filter((file) => !names.includes(file.replace(/\.variables\.json$/, '')))).toEqual([]);
});
