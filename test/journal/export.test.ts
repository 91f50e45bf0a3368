import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExportOptions, exportJournalTo } from '../../src/commands/export-journal';
import { verifyJournal } from '../../src/commands/verify-journal';
import { done } from '../support/builders';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';
import { workedExample } from './chain-example';
import { type Declared, declare, involvementOf, journalOf, note, oneTo, release, viewerOf, write } from './crisis';
import { independently } from './independently';

// biome-ignore lint/suspicious/noExplicitAny: lines have the shape that docs/chain.md gives them.
type Line = any;

let cellule: TestCellule;
let bretagne: Party;
let dgs: Party;
let incident: Declared;
let directory: string;
let said: string[];
const environment = { ...process.env };
beforeAll(async () => {
  cellule = await startTestCellule();
  process.env['DATABASE_URL'] = cellule.databaseUrl;
  process.env['LOG_LEVEL'] = 'fatal';
  [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
  incident = await declare(bretagne, { parties: [dgs] });
  await write(bretagne, incident.id, 'Pour tous.');
  await write(bretagne, incident.id, 'Pour une seule personne.', { marking: { tlp: 'TLP_RED' } });
  await write(bretagne, incident.id, 'Pour tous encore : « œuvre », 😀.');
});
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cellule-export-'));
  said = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(directory, { recursive: true });
});
afterAll(async () => {
  process.env = environment;
  await cellule.stop();
});

test('an export holds what its reader sees: every line, those above its rights sealed', async () => {
  const [header, ...lines] = await exported({ incident: incident.reference, stakeholder: 'DGS-CCS' });

  const journal = await journalOf(dgs, incident.id);
  expect(header).toMatchObject({
    format: 'cellule-journal',
    version: 1,
    stream: incident.key,
    incidentId: incident.id,
    reference: incident.reference,
    viewer: { kind: 'system', stakeholder: 'DGS-CCS', personId: null },
    complete: true,
    head: { number: 6, chainHash: journal.at(-1).chainHash },
  });
  expect(lines.map(({ number, contentHash, chainHash }) => ({ number, contentHash, chainHash }))).toEqual(
    journal.map(({ number, contentHash, chainHash }) => ({ number, contentHash, chainHash })),
  );
  expect(lines.map(({ content }) => content?.text)).toEqual(journal.map(({ text }) => text));
  expect(Object.keys(lines[4])).toEqual(['number', 'contentHash', 'chainHash']);
});

test('an entry that was marked anew says so in an export, and verifies as it was recorded', async () => {
  const other = await declare(bretagne, { parties: [dgs] });
  const { id } = await write(bretagne, other.id, 'Pour une seule personne.', { marking: { tlp: 'TLP_RED' } });
  const marking = { tlp: 'TLP_AMBER_STRICT', audience: 'INVOLVED' };
  await done(bretagne, 'changeMarking', { thingId: id, expectedVersion: 1, marking });

  const whole = await exported({ incident: other.reference, stakeholder: 'DGS-CCS' });

  const lines = whole.slice(1);
  const [first, last] = lines.filter(({ content }) => ['NOTE', 'MARKING_CHANGED'].includes(content.kind));
  expect(first).toMatchObject({
    content: { marking: { tlp: 'TLP_RED' } },
    marking: { tlp: 'TLP_AMBER_STRICT', audience: 'INVOLVED' },
  });
  expect(last).not.toHaveProperty('marking');
  await verifyJournal({ file: await kept(whole) });
});

test('the author of an entry for one person finds it in an export made for that person, by id as by reference', async () => {
  const own = { stakeholder: 'ARS-BRE', person: bretagne.person };

  const [, ...lines] = await exported({ incident: incident.id, ...own });

  expect(lines[4].content.text).toBe('Pour une seule personne.');
});

test('an export verifies, with Cellule and with a program that has nothing of it', async () => {
  const file = join(directory, 'journal.ndjson');
  await exportJournalTo({ incident: incident.reference, stakeholder: 'DGS-CCS', out: file });

  await verifyJournal({ file });

  expect(said.join('')).toMatch(
    /: 6 lines, 1 sealed, 0 not in the file, intact up to line 6, chain hash [0-9a-f]{64}\n$/,
  );
  expect(await independently(file)).toEqual({ code: 0, said: '6 lines hold\n' });
});

test('where the declaration cannot be read, the reference is told by the header alone, and that is said', async () => {
  const file = join(directory, 'sealed.ndjson');
  await exportJournalTo({ incident: incident.reference, stakeholder: 'DGS-CCS', out: file });
  const [header = '', first = '', ...rest] = (await readFile(file, 'utf8')).split('\n');
  const { content: _, ...sealed } = JSON.parse(first);
  await writeFile(file, [header, JSON.stringify(sealed), ...rest].join('\n'));

  await verifyJournal({ file });

  expect(said.join('')).toContain(`${incident.reference} (by the header alone): 6 lines, 2 sealed`);
  expect((await independently(file)).code).toBe(0);
});

test('a file that is no export is refused in a sentence', async () => {
  const empty = await kept([]);
  const other = join(directory, 'other');
  await writeFile(other, 'Bonjour.\n');

  await expect(verifyJournal({ file: empty })).rejects.toMatchObject({
    name: 'Refusal',
    message: expect.stringContaining('empty'),
  });
  await expect(verifyJournal({ file: other })).rejects.toMatchObject({ name: 'Refusal' });
  await expect(verifyJournal({ file: join(directory, 'absent') })).rejects.toMatchObject({ name: 'Refusal' });
});

test('an incident that the reader may not see is refused as one that is not there', async () => {
  const hidden = await declare(bretagne);
  const left = await declare(bretagne, { parties: [dgs] });
  await release(bretagne, involvementOf(left, dgs));
  const sentence = (reference: string) => `There is no incident ${reference}, or this viewer may not see it.`;

  for (const { reference, id } of [
    hidden,
    left,
    { reference: 'ARS-BRE-2024-7KQ2', id: hidden.id.replace(/.$/, 'z') },
  ]) {
    await expect(exported({ incident: reference, stakeholder: 'DGS-CCS' })).rejects.toThrow(sentence(reference));
    await expect(exported({ incident: id, stakeholder: 'DGS-CCS' })).rejects.toThrow(sentence(id));
  }
  expect(await readdir(directory)).toEqual([]);
});

test('an export for a person who does not act for the stakeholder, or for nobody, is refused', async () => {
  const of = { incident: incident.reference };

  await expect(exported({ ...of, stakeholder: 'DGS-CCS', person: bretagne.person })).rejects.toThrow(
    'does not act for DGS-CCS',
  );
  await expect(exported({ ...of, stakeholder: 'NOBODY' })).rejects.toThrow(
    'There is no stakeholder with the code NOBODY.',
  );
  await expect(exported(of)).rejects.toThrow('--stakeholder');
  await expect(exported({ stakeholder: 'DGS-CCS' })).rejects.toThrow('--incident or --registry');
});

test('who reads an open incident without following it exports what it reads, and the gaps are no fault', async () => {
  const open = await declare(bretagne, { marking: { tlp: 'TLP_GREEN', audience: 'ENROLLED' } });
  await write(bretagne, open.id, 'Entre nous.', { marking: { tlp: 'TLP_AMBER', audience: 'INVOLVED' } });
  await write(bretagne, open.id, 'Pour tous.');
  const [header, ...lines] = await exported({ incident: open.reference, stakeholder: 'DGS-CCS' });
  const file = await kept([header, ...lines]);

  await verifyJournal({ file });

  expect(header).toMatchObject({ complete: false, head: { number: 4 } });
  expect(lines.map(({ number }) => number)).toEqual([1, 2, 4]);
  expect(said.join('')).toContain('3 lines, 0 sealed, 1 not in the file');
  expect(await independently(file)).toMatchObject({ code: 0 });
});

test('the registry is exported as a whole for its operator, and in part for a stakeholder', async () => {
  const [whole, ...lines] = await exported({ registry: true });
  const [part, ...own] = await exported({ registry: true, stakeholder: 'PLATFORM', person: cellule.admin.person });

  expect(whole).toMatchObject({ complete: true, reference: null, head: { number: lines.length } });
  expect(part).toMatchObject({ complete: false, viewer: { kind: 'person', stakeholder: 'PLATFORM' } });
  expect(own.length).toBeGreaterThan(0);
  expect(await independently(await kept([whole, ...lines]))).toMatchObject({ code: 0 });
});

test('a journal of more lines than are read at once is exported whole', async () => {
  const long = await declare(bretagne);
  await cellule.cellule.record.work.run(viewerOf(bretagne), { mutation: 'note', input: {} }, async (work) => {
    for (const _ of oneTo(1200)) await note(work, long);
  });

  const [header, ...lines] = await exported({ incident: long.reference, stakeholder: 'ARS-BRE' });

  expect(lines.map(({ number }) => number)).toEqual(oneTo(1202));
  expect(await independently(await kept([header, ...lines]))).toMatchObject({ code: 0 });
});

test('an export that fails leaves the file that was there, and nothing else', async () => {
  const file = join(directory, 'journal.ndjson');
  await writeFile(file, 'Hier.\n');

  await expect(exportJournalTo({ incident: 'ARS-BRE-2024-7KQ2', stakeholder: 'DGS-CCS', out: file })).rejects.toThrow();
  await expect(
    exportJournalTo({ incident: incident.reference, stakeholder: 'DGS-CCS', out: join(directory, 'absent', 'file') }),
  ).rejects.toMatchObject({ name: 'Refusal' });

  expect(await readdir(directory)).toEqual(['journal.ndjson']);
  expect(await readFile(file, 'utf8')).toBe('Hier.\n');
});

test('without a record there is nothing to export or to verify, and none is begun', async () => {
  const { DATABASE_URL, ...others } = process.env;
  process.env = { ...others, DATA_DIR: directory };

  await expect(verifyJournal({})).rejects.toThrow(`There is no record in ${directory}`);
  await expect(exported({ registry: true })).rejects.toThrow(`There is no record in ${directory}`);

  process.env['DATABASE_URL'] = DATABASE_URL;
  expect(await readdir(directory)).toEqual([]);
});

test('the worked example of docs/chain.md is still what the code does, and verifies: UPDATE_DOCS=1 writes it anew', async () => {
  const chapter = join(__dirname, '../../docs/chain.md');
  const [, before = '', written = '', after = ''] =
    /^(.*still true[^\n]* -->\n\n)(.*)(\n\n<!-- The end.*)$/s.exec(await readFile(chapter, 'utf8')) ?? [];
  const shown = process.env['UPDATE_DOCS'] === '1' ? workedExample() : written;
  if (shown !== written) await writeFile(chapter, `${before}${shown}${after}`);
  const file = join(directory, 'example.ndjson');
  await writeFile(file, /```ndjson\n(.*?\n)```/s.exec(shown)?.[1] ?? '');

  expect(shown).toBe(workedExample());
  await verifyJournal({ file });
  expect(await independently(file)).toEqual({ code: 0, said: '2 lines hold\n' });
});

let made = 0;

async function exported(options: ExportOptions): Promise<Line[]> {
  const out = join(directory, `exported-${++made}`);
  await exportJournalTo({ ...options, out });
  const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
  await rm(out);
  return lines.map((line) => JSON.parse(line));
}

async function kept(lines: readonly Line[]): Promise<string> {
  const file = join(directory, `kept-${++made}`);
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
}
