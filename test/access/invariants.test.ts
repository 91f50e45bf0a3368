import { Client } from 'pg';
import { newId } from '../../src/kernel/ids';
import { type Declared, declare, follow, linesOf, numbersOf, reaches, viewerOf, write } from '../journal/crisis';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

// biome-ignore lint/suspicious/noExplicitAny: lines have the shape of their documents.
type Shown = any;

let cellule: TestCellule;
let bretagne: Party;
let anssi: Party;
let dgs: Party;
let stranger: Party;
let incident: Declared;
let shared: Shown;
let hidden: Shown;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  anssi = await cellule.party('ANSSI');
  dgs = await cellule.party('DGS-CCS');
  stranger = await cellule.party('ARS-NOR');
  incident = await declare(bretagne, { parties: [anssi, dgs] });
  shared = await write(bretagne, incident.id, 'Pour tous.');
  hidden = await write(bretagne, incident.id, 'Pour l’ANSSI.', { marking: listed(), repliesTo: shared.id });
  const { correctEntry } = await bretagne.ask(
    'mutation ($input: CorrectEntryInput!) { correctEntry(input: $input) { entry { id } } }',
    { input: { entryId: shared.id, entry: { text: 'Corrigé, pour l’ANSSI.', marking: listed() } } },
  );
  expect(correctEntry.entry.id).toBeDefined();
});
afterEach(() => dgs.leave());
afterAll(() => cellule.stop());

describe('no change without an entry', () => {
  test('a command that records nothing leaves nothing behind', async () => {
    const stream = newId();

    const running = cellule.cellule.record.work.run(viewerOf(bretagne), { mutation: 'none', input: {} }, (work) =>
      work.openStream(stream),
    );

    await expect(running).rejects.toThrow('A command recorded nothing');
    expect(await headsOf(stream)).toEqual([]);
  });

  test('a command that fails after recording leaves neither its change nor its entry', async () => {
    const stream = newId();
    const before = numbersOf(await seenBy(bretagne));

    const running = cellule.cellule.record.work.run(
      viewerOf(bretagne),
      { mutation: 'none', input: {} },
      async (work) => {
        await work.openStream(stream);
        const marking = {
          tlp: 'TLP_AMBER' as const,
          audience: 'INVOLVED' as const,
          pap: null,
          stakeholders: [],
          persons: [],
          originator: newId(),
          author: null,
          delegate: null,
          version: 1,
        };
        work.record({ kind: 'NOTE', stream: incident.key, marking });
        await work.finish();
        throw new Error('Given up.');
      },
    );

    await expect(running).rejects.toThrow('Given up.');
    expect(await headsOf(stream)).toEqual([]);
    expect(numbersOf(await seenBy(bretagne))).toEqual(before);
  });
});

describe('a subscription is the journal query, continued', () => {
  test.each(['listed', 'not listed', 'the author'])(
    'a reader who is %s gets by replay and live what it gets by query',
    async (who) => {
      const reader = who === 'listed' ? anssi : who === 'not listed' ? dgs : bretagne;
      const other = await declare(bretagne, { parties: [anssi, dgs] });
      await write(bretagne, other.id, 'Pour tous.');
      await write(bretagne, other.id, 'Pour l’ANSSI.', { marking: listed() });
      const live = follow(reader, { incidents: [other.id], after: [] });
      await reaches(live, other.id, 6);

      await write(bretagne, other.id, 'Pour l’ANSSI, encore.', { marking: listed() });
      await write(bretagne, other.id, 'Pour tous, encore.');

      const delivered = await reaches(live, other.id, 8);
      expect(delivered).toEqual(await seenBy(reader, other));
      expect(delivered.map(({ __typename }) => __typename === 'SealedEntry')).toEqual(
        [1, 2, 3, 4, 5, 6, 7, 8].map((number) => who === 'not listed' && (number === 6 || number === 7)),
      );
      await reader.leave();
    },
  );
});

describe('what you may not see does not exist', () => {
  test('a follower sees that a line is there, sealed: in the journal, by number and in the feed, and nothing else of it', async () => {
    const sealed = (await seenBy(dgs)).find(({ number }) => number === hidden.number);
    const { incident: one } = await dgs.ask(
      `query ($id: ID!, $number: Int!) { incident(id: $id) { entry(number: $number) { ${line} } } }`,
      { id: incident.id, number: hidden.number },
    );
    const live = follow(dgs, { incidents: [incident.id], after: [] });
    await reaches(live, incident.id, 7);

    expect(Object.keys(sealed).sort()).toEqual(['__typename', 'chainHash', 'contentHash', 'number']);
    expect(one.entry).toEqual(sealed);
    expect(linesOf(live.events, incident.id)).toContainEqual(sealed);
  });

  test('it is no node, and what it says is in no other answer: as if it had never been', async () => {
    const answers = await dgs.ask(
      `query ($hidden: ID!, $shared: ID!, $id: ID!) {
        node(id: $hidden) { id }
        nodes(ids: [$hidden, $shared]) { id }
        shared: node(id: $shared) { ... on JournalEntry { replies { id } correctedBy { id } } }
        incident(id: $id) {
          notes: journal(first: 50, filter: { kinds: [NOTE, CORRECTION] }) { totalCount edges { node { ${line} } } }
          all: journal(first: 50) { totalCount }
          written: journal(first: 50, filter: { author: "${bretagne.stakeholder}", subject: "${incident.id}" }) { totalCount } } }`,
      { hidden: hidden.id, shared: shared.id, id: incident.id },
    );

    expect(answers).toEqual({
      node: null,
      nodes: [null, { id: shared.id }],
      shared: { replies: [], correctedBy: [] },
      incident: {
        notes: { totalCount: 1, edges: [{ node: expect.objectContaining({ id: shared.id }) }] },
        all: { totalCount: 7 },
        written: { totalCount: 2 },
      },
    });
  });

  test('who is listed sees all of it', async () => {
    const answers = await anssi.ask(
      `query ($hidden: ID!, $shared: ID!, $id: ID!) {
        node(id: $hidden) { id ... on JournalEntry { repliesTo { id } } }
        shared: node(id: $shared) { ... on JournalEntry { replies { id } correctedBy { text } } }
        incident(id: $id) { notes: journal(first: 50, filter: { kinds: [NOTE, CORRECTION] }) { totalCount } } }`,
      { hidden: hidden.id, shared: shared.id, id: incident.id },
    );

    expect(answers).toEqual({
      node: { id: hidden.id, repliesTo: { id: shared.id } },
      shared: { replies: [{ id: hidden.id }], correctedBy: [{ text: 'Corrigé, pour l’ANSSI.' }] },
      incident: { notes: { totalCount: 3 } },
    });
  });

  test.each([
    ['correctEntry', 'CorrectEntryInput', (id: string) => ({ entryId: id, entry: { text: 'Non.' } })],
    [
      'writeEntry',
      'WriteEntryInput',
      (id: string) => ({ incidentId: incident.id, repliesTo: id, entry: { text: 'Non.' } }),
    ],
  ])('%s refuses a hidden entry as it refuses one that never was', async (mutation, input, of) => {
    const never = Buffer.from(`JournalEntry:${newId()}`).toString('base64url');
    const document = `mutation ($input: ${input}!) { ${mutation}(input: $input) { entry { id } } }`;

    const [ofHidden, ofNone] = [
      await dgs.refused(document, { input: of(hidden.id) }),
      await dgs.refused(document, { input: of(never) }),
    ];

    expect(ofHidden.extensions.code).toBe('NOT_FOUND');
    expect({ ...ofHidden, locations: [] }).toEqual({ ...ofNone, locations: [] });
  });

  test('a hidden entry does not move when the incident was last updated', async () => {
    const { id } = await declare(bretagne, { parties: [anssi, dgs] });
    const updatedAt = async (reader: Party) =>
      (await reader.ask('query ($id: ID!) { incident(id: $id) { updatedAt } }', { id })).incident.updatedAt;
    const before = await updatedAt(dgs);

    await write(bretagne, id, 'Pour l’ANSSI, plus tard.', { marking: listed() });

    expect(await updatedAt(dgs)).toBe(before);
    expect(await updatedAt(anssi)).not.toBe(before);
  });

  test('an incident that a party does not follow answers as one that never was', async () => {
    const never = Buffer.from(`Incident:${newId()}`).toString('base64url');
    const document = 'query ($id: ID!) { incident(id: $id) { journalHead { number } } }';

    const [ofHidden, ofNone] = [
      await stranger.refused(document, { id: incident.id }),
      await stranger.refused(document, { id: never }),
    ];
    const { node, incidents } = await stranger.ask(
      'query ($id: ID!) { node(id: $id) { id } incidents(first: 5) { totalCount } }',
      { id: incident.id },
    );

    expect(ofHidden).toEqual(ofNone);
    expect([node, incidents]).toEqual([null, { totalCount: 0 }]);
  });
});

const line = '__typename ... on NumberedLine { number contentHash chainHash } ... on JournalEntry { id kind text }';

function listed(): object {
  return { tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: [anssi.stakeholder] };
}

async function seenBy(reader: Party, { id } = incident): Promise<Shown[]> {
  const { incident: shown } = await reader.ask(
    `query ($id: ID!) { incident(id: $id) { journal(first: 100) { edges { node { ${line} } } } } }`,
    { id },
  );
  return shown.journal.edges.map(({ node }: Shown) => node);
}

async function headsOf(stream: string): Promise<unknown[]> {
  const client = new Client(cellule.databaseUrl);
  await client.connect();
  const { rows } = await client.query('SELECT FROM journal_head WHERE stream_id = $1', [stream]);
  await client.end();
  return rows;
}
