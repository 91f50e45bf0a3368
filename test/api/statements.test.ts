import { asParty, declare, plan, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { countingStatements } from '../support/statements';

const codes = ['53', '52', '28'];
let cellule: TestCellule;
let dgs: Party;
let bretagne: Party;
let counting: ReturnType<typeof countingStatements>;
beforeAll(async () => {
  cellule = await startTestCellule({ env: { SWEEP_SECONDS: '3600' } });
  [dgs, bretagne] = [await cellule.party('DGS-CCS'), await cellule.party('ARS-BRE')];
  counting = countingStatements(cellule);
});
afterAll(() => cellule.stop());

const list = `{ incidents(first: 50) { edges { node {
  reference title status severity operator { code }
  affectedRegions { status region { name } authority { code } }
} } } }`;

test('a list of incidents with their regions takes one statement, however many there are', async () => {
  const declared = (some: readonly string[]) =>
    declare(dgs, { operatorId: bretagne.stakeholder, regions: regionsOf(some) });
  const few = await grownBy(() => declared(['52']), list);
  const many = await grownBy(() => severally(10, () => declared(codes)), list);

  expect(few).toEqual(['incident']);
  expect(many).toEqual(few);
});

test('to know who asks takes one statement, and none for who comes again until the registry grows', async () => {
  await cellule.colleague(bretagne);
  const lookUps = async () => {
    const before = counting.signIns.length;
    await dgs.attempt(list);
    return counting.signIns.length - before;
  };

  const first = await lookUps();
  const again = await lookUps();
  await cellule.colleague(bretagne);
  const afterwards = await lookUps();

  expect([first, again, afterwards]).toEqual([1, 0, 1]);
});

const listWithTimes = '{ incidents(first: 50) { totalCount edges { node { title updatedAt } } } }';

test('to count them takes no statement more, and to tell when each was updated takes one for all', async () => {
  const few = await grownBy(() => declare(dgs), listWithTimes);
  const many = await grownBy(() => severally(5, () => declare(dgs)), listWithTimes);

  // The page and the count; the last readable line of each.
  expect(few).toEqual(['a value', 'incident']);
  expect(many).toEqual(few);
});

const listWithCounts = '{ incidents(first: 50) { edges { node { title actions(first: 0) { totalCount } } } } }';

test('to count something of each of them takes no statement more', async () => {
  const few = await grownBy(() => declare(dgs), listWithCounts);
  const many = await grownBy(() => severally(5, () => declare(dgs)), listWithCounts);

  expect(few).toEqual(['incident']);
  expect(many).toEqual(few);
});

const dashboard = `query ($id: ID!) { incident(id: $id) {
  title status severity journalHead { number } operator { name } milestones { status }
  affectedRegions { status region { name } authority { name } }
  affectedServices { name status }
  involvements { role access stakeholder { name } }
  actions(first: 100) { edges { node { title status overdue owner { name } addressees { name } } } }
  journal(last: 20) { edges { node { ... on JournalEntry { number text author { person { name } stakeholder { name } } } } } }
} }`;

test('the dashboard of an incident takes one statement and one for each kind of party in its journal, however long the crisis', async () => {
  const { id } = await declare(dgs, { operatorId: bretagne.stakeholder, regions: regionsOf(['53']) });
  const few = await grownBy(() => plan(dgs, id), dashboard, { id });
  const grow = async () => {
    await severally(8, () => plan(dgs, id, { addresseeIds: [bretagne.stakeholder] }));
    await severally(8, () => write(bretagne, id, 'Point de situation.'));
  };
  const many = await grownBy(grow, dashboard, { id });

  // The incident with its lists; then, of all lines, the persons and the stakeholders that wrote.
  expect(few).toEqual(['incident', 'person', 'stakeholder']);
  expect(many).toEqual(few);
});

const journal = `query ($id: ID!) { incident(id: $id) { journal(first: 200) { edges { node { ... on JournalEntry {
  number text marking { label originator { code } } author { person { name } stakeholder { code } }
  replies { number } correctedBy { number }
} } } } } }`;

test('a page of a journal with its authors takes as many statements for many lines as for few', async () => {
  const { id } = await declare(dgs, { parties: [asParty(bretagne)] });
  const few = await grownBy(() => write(dgs, id, 'Premier point.'), journal, { id });
  const many = await grownBy(() => severally(20, () => write(bretagne, id, 'Encore un point.')), journal, { id });

  // The incident with the page; its answers and its corrections; the persons and the stakeholders that wrote or marked.
  expect(few).toEqual(['incident', 'journal_line', 'journal_line', 'person', 'stakeholder']);
  expect(many).toEqual(few);
});

const reach = 'incidents(first: 5) { edges { node { title } } } actions(first: 5) { edges { node { title } } }';

test('the incidents and the actions of all regions take a statement each', async () => {
  const statements = await grownBy(() => declare(dgs, { regions: regionsOf(codes) }), `{ regions { name ${reach} } }`);

  expect(statements).toEqual(['action', 'incident']);
});

const search = (selection: string) => `{ search(text: "prévenir officines") { ${selection} } }`;
const withNodes = 'edges { snippet { text } node { __typename ... on Action { title } ... on JournalEntry { text } } }';

test('a search takes a statement for each type, and as many to count, however much it finds', async () => {
  const { id } = await declare(dgs);
  const find = () => write(dgs, id, 'Les officines sont prévenues.');
  const few = await grownBy(find, search(withNodes));
  const many = await grownBy(() => severally(10, () => plan(dgs, id).then(find)), search(withNodes));
  const counted = await grownBy(find, search('totalCount totalCountIsExact'));

  expect(few).toEqual(['action', 'incident', 'journal_line', 'stakeholder']);
  expect(many).toEqual(few);
  expect(counted).toEqual([...few, ...few].sort());
});

const regionsOf = (some: readonly string[]): object[] => some.map((region) => ({ region }));

async function severally(times: number, make: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time++) await make();
}

/** What each statement reads that the question takes once there is more to tell. */
async function grownBy(grow: () => Promise<unknown>, query: string, variables: object = {}): Promise<string[]> {
  await grow();
  return counting.during(() => dgs.ask(query, variables));
}
