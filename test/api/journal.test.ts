import { asParty, atMinute, declare, done, plan, write } from '../support/builders';
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
  const told = (by: Party, text: string, hour: number | null, more: object = {}) =>
    done(by, 'writeEntry', {
      incidentId: incident,
      entry: { text, ...(hour !== null && { occurred: atMinute(`2024-10-19T${hour}:00:00+02:00`) }), ...more },
    });
  await told(dgs, 'midi', 12);
  await told(bretagne, 'dix heures', 10, { category: 'FACT' });
  await told(dgs, 'sans heure', null, { category: 'DECISION' });
  await told(bretagne, 'encore midi', 12);
});
afterAll(() => cellule.stop());

const page = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: JournalFilter, $afterNumber: Int, $orderBy: JournalOrder!) {
  incident(id: $id) { journal(first: $first, after: $after, last: $last, before: $before, filter: $filter, afterNumber: $afterNumber, orderBy: $orderBy) {
    edges { cursor node { __typename ... on JournalEntry { number text } ... on SealedEntry { number } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount totalCountIsExact
  } }
}`;

test('a journal is read from its first line on, page by page', async () => {
  const numbers = await walk({ first: 2 }, 'forwards');

  expect(numbers).toEqual([[1, 2], [3, 4], [5, 6], [7]]);
});

test('a journal is read from its last line back, each page in the order of the lines', async () => {
  const numbers = await walk({ last: 3 }, 'backwards');

  expect(numbers).toEqual([[5, 6, 7], [2, 3, 4], [1]]);
});

test('a page says what lies before and after it', async () => {
  const whole = await read({});
  const inner = await read({ first: 2, after: whole.edges[1].cursor, before: whole.edges[5].cursor });
  const nothing = await read({ first: 0 });

  expect(whole.pageInfo).toMatchObject({
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: whole.edges[0].cursor,
  });
  expect(numbersOf(inner)).toEqual([3, 4]);
  expect(inner.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  expect(nothing).toMatchObject({ edges: [], pageInfo: { hasNextPage: true, startCursor: null, endCursor: null } });
});

test('the count is of the whole list, whatever the page, and says that it is exact', async () => {
  const first = await read({ first: 1 });
  const decisions = await read({ first: 1, filter: { categories: ['DECISION'] } });

  expect(first).toMatchObject({ totalCount: 7, totalCountIsExact: true });
  expect(decisions).toMatchObject({ totalCount: 1, totalCountIsExact: true });
});

test('a cursor stays where it was while lines are added', async () => {
  const { id } = await declare(dgs);
  const [one, two] = [await write(dgs, id, 'un'), await write(dgs, id, 'deux')];
  const before = await read({ first: 2 }, id);
  await write(dgs, id, 'trois');

  const after = await read({ after: before.pageInfo.endCursor }, id);
  const back = await read({ last: 2, before: after.edges[0].cursor }, id);

  expect([one.number, two.number]).toEqual([3, 4]);
  expect(numbersOf(after)).toEqual([3, 4, 5]);
  expect(numbersOf(back)).toEqual([1, 2]);
});

test('by occurrence the lines come in the order in which things happened, those without a time left out', async () => {
  const whole = await read({ orderBy: 'OCCURRED' });
  const pages = await walk({ first: 1, orderBy: 'OCCURRED' }, 'forwards');
  const backwards = await walk({ last: 2, orderBy: 'OCCURRED' }, 'backwards');

  expect(textsOf(whole)).toEqual(['dix heures', 'midi', 'encore midi']);
  expect(pages.flat()).toEqual(numbersOf(whole));
  expect(backwards).toEqual([[4, 7], [5]]);
});

test.each<[string, () => object, (string | null)[]]>([
  ['by category', () => ({ categories: ['DECISION', 'FACT'], kinds: ['NOTE'] }), ['dix heures', 'sans heure']],
  ['by kind', () => ({ kinds: ['NOTE'] }), ['midi', 'dix heures', 'sans heure', 'encore midi']],
  ['by author', () => ({ author: bretagne.stakeholder }), ['dix heures', 'encore midi']],
  ['by author and category', () => ({ author: bretagne.stakeholder, categories: ['FACT'] }), ['dix heures']],
  ['by a time to come', () => ({ since: '2199-01-01T00:00:00Z' }), []],
  [
    'by a time long gone',
    () => ({ since: '1999-01-01T00:00:00Z', author: bretagne.stakeholder }),
    ['dix heures', 'encore midi'],
  ],
  ['by no kind at all', () => ({ kinds: [] }), []],
])('lines are found %s', async (_, filter, texts) => {
  expect(textsOf(await read({ filter: filter() }))).toEqual(texts);
});

test('lines are found by what they are about', async () => {
  const { id } = await declare(dgs);
  const action = await plan(dgs, id, { title: 'Prévenir' });
  await write(dgs, id, 'au sujet de l’action', { subject: action.id });
  await write(dgs, id, 'au sujet de l’incident');
  await done(dgs, 'startAction', { actionId: action.id, expectedVersion: 1 });

  const about = await read({ filter: { subject: action.id } }, id);
  const whole = await read({ filter: { subject: id } }, id);

  expect(textsOf(about)).toEqual([null, 'au sujet de l’action', null]);
  expect(textsOf(whole)).toEqual([null, 'au sujet de l’incident']);
});

test('lines are found from the instant on at which one of them was recorded', async () => {
  const { id } = await declare(dgs);
  const { id: entry } = await write(dgs, id, 'un');
  await write(dgs, id, 'deux');
  const { node } = await dgs.ask('query ($id: ID!) { node(id: $id) { ... on JournalEntry { recordedAt } } }', {
    id: entry,
  });

  expect(textsOf(await read({ filter: { since: node.recordedAt, kinds: ['NOTE'] } }, id))).toEqual(['un', 'deux']);
});

test('what changed since a line is what comes after its number, in pages, in any order and under any filter', async () => {
  const whole = await read({ afterNumber: 4 });
  const pages = await walk({ first: 2, afterNumber: 4 }, 'forwards');
  const backwards = await walk({ last: 2, afterNumber: 4 }, 'backwards');
  const byOccurrence = await read({ afterNumber: 4, orderBy: 'OCCURRED' });
  const facts = await read({ afterNumber: 4, filter: { categories: ['FACT'] } });
  const nothing = await read({ afterNumber: 7 });

  expect(numbersOf(whole)).toEqual([5, 6, 7]);
  expect(whole).toMatchObject({ totalCount: 3, pageInfo: { hasPreviousPage: false } });
  expect(pages).toEqual([[5, 6], [7]]);
  expect(backwards).toEqual([[6, 7], [5]]);
  expect(textsOf(byOccurrence)).toEqual(['dix heures', 'encore midi']);
  expect(textsOf(facts)).toEqual(['dix heures']);
  expect(nothing).toMatchObject({ edges: [], totalCount: 0 });
});

test('no line has a number below 0', async () => {
  const { extensions } = await dgs.refused(page, { id: incident, afterNumber: -1, orderBy: 'NUMBER' });

  expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', inputPath: ['afterNumber'] });
});

test('a line above the rights of a party is sealed in the whole journal, and absent from any filter', async () => {
  const { id } = await declare(dgs, { parties: [asParty(bretagne)] });
  await done(dgs, 'writeEntry', { incidentId: id, entry: { text: 'secret', marking: { tlp: 'TLP_RED' } } });
  const one = 'query ($id: ID!) { incident(id: $id) { entry(number: 4) { __typename } } }';

  const whole = await read({}, id, bretagne);
  const filtered = await read({ filter: { kinds: ['NOTE'] } }, id, bretagne);
  const { incident: found } = await bretagne.ask(one, { id });

  const types = whole.edges.map(({ node }: { node: { __typename: string } }) => node.__typename);
  expect(types).toEqual(['JournalEntry', 'JournalEntry', 'JournalEntry', 'SealedEntry']);
  expect(filtered).toMatchObject({ edges: [], totalCount: 0 });
  expect(found.entry).toEqual({ __typename: 'SealedEntry' });
});

test('one line is found by its number', async () => {
  const query =
    'query ($id: ID!) { incident(id: $id) { entry(number: 5) { ... on JournalEntry { number text incident { id } } } } }';

  const { incident: found } = await bretagne.ask(query, { id: incident });

  expect(found.entry).toEqual({ number: 5, text: 'dix heures', incident: { id: incident } });
});

// biome-ignore lint/suspicious/noExplicitAny: it has the shape of the document above.
type Page = any;

async function read(args: object, id = incident, by = dgs): Promise<Page> {
  return (await by.ask(page, { id, orderBy: 'NUMBER', ...args })).incident.journal;
}

async function walk(args: object, way: 'forwards' | 'backwards'): Promise<number[][]> {
  const pages: number[][] = [];
  for (let next: object | null = {}; next; ) {
    const got: Page = await read({ ...args, ...next });
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = got.pageInfo;
    pages.push(numbersOf(got));
    if (way === 'forwards') next = hasNextPage ? { after: endCursor } : null;
    else next = hasPreviousPage ? { before: startCursor } : null;
  }
  return pages;
}

function numbersOf({ edges }: Page): number[] {
  return edges.map(({ node }: { node: { number: number } }) => node.number);
}

function textsOf({ edges }: Page): (string | null)[] {
  return edges.map(({ node }: { node: { text: string | null } }) => node.text);
}
