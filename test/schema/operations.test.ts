import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, getOperationAST, parse, validate } from 'graphql';
import { celluleSchema } from '../../src/schema';
import { type ToldCase, tellCase } from '../demo/told-case';

const directory = join(__dirname, '../../schema/operations');
const names = readdirSync(directory)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.slice(0, -'.graphql'.length))
  .sort();
const subscriptions = names.filter((name) => kindOf(name) === 'subscription');
const requests = names.filter((name) => kindOf(name) !== 'subscription');

let told: ToldCase;
/** An entry of the party that runs the operations: what it may reply to and correct. */
let entry: string;
beforeAll(async () => {
  told = await tellCase();
  const { viewer } = await told.as('ARS-BRE').ask('{ viewer { stakeholder { id } } }');
  const { journal } = await told.incidentAs(
    'ARS-BRE',
    `journal(first: 1, filter: { author: "${viewer.stakeholder.id}" }) { edges { node { ... on JournalEntry { id } } } }`,
  );
  entry = journal.edges[0].node.id;
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

/** The variables as GraphiQL fills them in, and the entry as a person would. */
function variablesOf(name: string): Record<string, unknown> {
  const path = join(directory, `${name}.variables.json`);
  if (!existsSync(path)) return {};
  const filled = { ...told.incident, incident: told.incident.id, entry };
  return JSON.parse(
    readFileSync(path, 'utf8').replace(/{{(\w+)}}/g, (_all, placeholder: keyof typeof filled) => filled[placeholder]),
  );
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
