import { asParty, declare, done, plan, write } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let dgs: Party;
let bretagne: Party;
let incident: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  [dgs, bretagne] = [await cellule.party('DGS-CCS'), await cellule.party('ARS-BRE')];
  const declared = await declare(dgs, {
    title: 'Cyberattaque contre un répartiteur pharmaceutique',
    summary: 'Œuvre d’un groupe de rançongiciel.',
    parties: [asParty(bretagne)],
  });
  incident = declared.id;
});
afterAll(() => cellule.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
type Answer = any;

const question = `query ($text: String!, $types: [SearchType!], $first: Int, $after: String, $last: Int, $before: String) {
  search(text: $text, types: $types, first: $first, after: $after, last: $last, before: $before) {
    totalCount totalCountIsExact pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
    edges { cursor snippet { text isMatch } node {
      __typename ... on Incident { title } ... on JournalEntry { text } ... on Action { title } ... on Stakeholder { code }
    } }
  } }`;

async function search(by: Party, text: string, more: object = {}): Promise<Answer> {
  return (await by.ask(question, { text, ...more })).search;
}

async function found(by: Party, text: string, types = ['JOURNAL_ENTRY']): Promise<string[]> {
  const { edges } = await search(by, text, { types });
  return edges.map(({ node }: Answer) => node.text ?? node.title ?? node.code);
}

const told = 'Les pharmacies de l’hôpital ont été coupées du réseau (cerp-ba.fr), 3 500 officines prévenues';

describe('an entry is found', () => {
  beforeAll(() => write(bretagne, incident, told));

  test.each([
    ['by a word', 'officines'],
    ['by a word in the singular', 'officine '],
    ['by a word of the same stem', 'pharmacie '],
    ['by another form of a verb', 'couper '],
    ['without accents', 'hopital reseau'],
    ['with accents of its own', 'hôpital'],
    ['with accents in two characters', 'hôpital'.normalize('NFD')],
    ['in capitals', 'HÔPITAL'],
    ['by the beginning of a word', 'pharm'],
    ['by a beginning beyond the stem', 'pharmaci'],
    ['by a beginning with an accent', 'prév'],
    ['by a part of a name with dots', 'cerp'],
    ['by a number', '500'],
    ['by several words in any order', 'réseau pharmacie'],
    ['by words among common ones', 'la pharmacie de l’hôpital à la'],
    ['while a common word is typed', 'pharmacie de'],
    ['among quotes and operators', '"pharmacie" & (réseau | !hôpital:*) <-> \'officine'],
  ])('%s', async (_, text) => {
    expect(await found(dgs, text)).toEqual([told]);
  });

  test.each([
    ['by a word that is not there', 'pharmacie absente'],
    ['by the end of a word', 'macies'],
    ['by the beginning of a word that others follow', 'pharm réseau'],
    ['by an unfinished word that a blank ends', 'pharm '],
    ['by the end of an accented word', 'pital'],
  ])('but not %s', async (_, text) => {
    expect(await found(dgs, text)).toEqual([]);
  });
});

test.each([
  '&',
  '!',
  "''",
  '\\',
  ':*',
  '()',
  '<->',
  '« »',
  '% _',
  'de la ',
  'a',
  '\u0301',
  '😀',
  '½',
  "it's:*&|!()",
  'x'.repeat(200),
  'é '.repeat(100),
  '漢字',
  '<b>&amp;</b>',
])('%j is answered without an error', async (text) => {
  const { data, errors } = await dgs.attempt(question, { text });

  expect(errors).toBeUndefined();
  expect(data.search.totalCountIsExact).toBe(true);
});

test.each([
  ['too long', { text: 'x'.repeat(201) }, 'text'],
  ['blank', { text: '  ' }, 'text'],
  ['for no type', { text: 'pharmacie', types: [] }, 'types'],
])('a text that is %s is refused', async (_, variables, inputPath) => {
  const refused = await dgs.refused(question, variables);

  expect(refused.extensions).toEqual({ code: 'BAD_USER_INPUT', inputPath: [inputPath] });
});

test('incidents, actions and stakeholders are found with entries, what is called so before what mentions it', async () => {
  await plan(dgs, incident, { title: 'Recenser les grossistes', description: 'Par téléphone.' });
  await write(dgs, incident, 'Le grossiste ne livre plus.');
  await cellule.named('GROSSISTE-OUEST', 'OTHER');
  await declare(dgs, { title: 'Panne chez un grossiste' });

  const { edges, totalCount } = await search(dgs, 'grossiste');

  const types = edges.map(({ node }: Answer) => node.__typename);
  expect([...types].sort()).toEqual(['Action', 'Incident', 'JournalEntry', 'Stakeholder']);
  expect(types[3]).toBe('JournalEntry');
  expect(totalCount).toBe(4);
  expect(await found(dgs, 'grossistes téléphone', ['ACTION'])).toEqual(['Recenser les grossistes']);
  expect(await found(dgs, 'oeuvre', ['INCIDENT'])).toEqual(['Cyberattaque contre un répartiteur pharmaceutique']);
});

test('a snippet is the text as it was written, in pieces, with the words that match told apart', async () => {
  const text = `${'Rien de neuf. '.repeat(30)}<b>Déclaration</b> faite & déclarée à la CNIL. ${'Rien de plus. '.repeat(30)}`;
  await write(dgs, incident, text);

  const { edges } = await search(dgs, 'déclarer cnil', { types: ['JOURNAL_ENTRY'] });

  const parts: Answer[] = edges[0].snippet;
  expect(parts.filter(({ isMatch }) => isMatch).map((part) => part.text)).toEqual(['Déclaration', 'déclarée', 'CNIL']);
  const whole = parts.map((part) => part.text).join('');
  expect(text).toContain(whole.slice(1, -1));
  expect(whole.length).toBeLessThanOrEqual(302);
  expect(whole).toMatch(/^….*<b>Déclaration<\/b> faite & déclarée.*…$/);
});

test('pages follow each other without a gap or a double, whatever is written in between', async () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await write(dgs, incident, `Pagination ${n}`);
  const all = await found(dgs, 'pagination');

  const pages: string[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await search(dgs, 'pagination', { types: ['JOURNAL_ENTRY'], first: 3, after });
    pages.push(...edges.map(({ node }: Answer) => node.text));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
    await write(dgs, incident, 'Pagination encore');
  }
  const { edges } = await search(dgs, 'pagination 3', { last: 1 });

  expect(all).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `Pagination ${n}`));
  expect(pages).toEqual(all);
  expect(edges.map(({ node }: Answer) => node.text)).toEqual(['Pagination 3']);
});

test('who is not involved finds nothing of an incident, and learns no number', async () => {
  const outsider = await cellule.party('ANSSI');
  await write(dgs, incident, 'Exfiltration confirmée');

  const { edges, totalCount } = await search(outsider, 'exfiltration');

  expect({ edges, totalCount }).toEqual({ edges: [], totalCount: 0 });
  expect(await found(bretagne, 'exfiltration')).toEqual(['Exfiltration confirmée']);
});

test('a line that is sealed to who searches takes no place, and changes no number', async () => {
  const sealed = { marking: { tlp: 'TLP_RED' } };
  await write(dgs, incident, 'Chiffrement du serveur');
  const before = await search(bretagne, 'chiffrement');

  await write(dgs, incident, 'Chiffrement', { entry: { text: 'Chiffrement', ...sealed } });
  await write(dgs, incident, 'Chiffrement', { entry: { text: 'Chiffrement, chiffrement', ...sealed } });
  const after = await search(bretagne, 'chiffrement');

  expect(await found(dgs, 'chiffrement')).toHaveLength(3);
  expect(after).toEqual(before);
});

test('an entry that is marked anew is found by its new readers, and by them only', async () => {
  const listed = { tlp: 'TLP_AMBER', audience: 'LISTED', stakeholders: [dgs.stakeholder] };
  const { id } = await write(dgs, incident, 'Indice de compromission', {
    entry: { text: 'Indice de compromission', marking: listed },
  });
  const before = await found(bretagne, 'compromission');

  await done(dgs, 'changeMarking', {
    thingId: id,
    expectedVersion: 1,
    marking: { tlp: 'TLP_AMBER', audience: 'INVOLVED' },
  });
  const widened = await found(bretagne, 'compromission');
  await done(dgs, 'changeMarking', { thingId: id, expectedVersion: 2, marking: listed });
  const narrowed = await found(bretagne, 'compromission');

  expect([before, widened, narrowed]).toEqual([[], ['Indice de compromission'], []]);
});

test('without a token nothing is searched', async () => {
  const refused = await cellule.anonymous.refused(question, { text: '&' });

  expect(refused.extensions.code).toBe('UNAUTHENTICATED');
});

test('what was found is in the read log', async () => {
  await write(bretagne, incident, 'Lecture suivie');
  await search(dgs, 'lecture suivie', { types: ['JOURNAL_ENTRY'] });

  const administrator = await cellule.colleague(bretagne, ['ADMINISTER']);
  const { readLog } = await administrator.ask(
    '{ readLog(first: 50) { edges { node { means stakeholder { code } entries { from to } } } } }',
  );

  expect(readLog.edges.map(({ node }: Answer) => node.stakeholder.code)).toContain('DGS-CCS');
});
