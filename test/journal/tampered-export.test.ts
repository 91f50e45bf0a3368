import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJournal } from '../../src/journal/export';
import { verifyExport } from '../../src/journal/verify-export';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { declare, viewerOf, write } from './crisis';
import { independently } from './independently';

// biome-ignore lint/suspicious/noExplicitAny: lines have the shape that docs/chain.md gives them.
type Line = any;

let cellule: TestCellule;
let directory: string;
let lines: Line[];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cellule-export-'));
  cellule = await startTestCellule();
  const [bretagne, dgs] = [await cellule.party('ARS-BRE'), await cellule.party('DGS-CCS')];
  const { id, key, reference } = await declare(bretagne, { parties: [dgs] });
  await write(bretagne, id, 'Pour tous.');
  await write(bretagne, id, 'Pour une seule personne.', { marking: { tlp: 'TLP_RED' } });
  await write(bretagne, id, 'Pour tous encore.');
  const shown = { kind: 'person', stakeholder: 'DGS-CCS', personId: dgs.person } as const;
  const header = { viewer: shown, exportedAt: new Date().toISOString(), complete: true, incidentId: id, reference };
  lines = [];
  for await (const text of exportJournal(cellule.cellule.record.reads, {
    viewer: viewerOf(dgs),
    streamId: key,
    header,
  }))
    lines.push(JSON.parse(text));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
  await cellule.stop();
});

test('an export that nobody touched verifies', async () => {
  expect(await verified(lines)).toEqual({ faults: 0, code: 0 });
});

const tamperings: [string, (lines: Line[]) => void][] = [
  [
    'a word is changed',
    (lines) => {
      lines[4].content.text = 'Pour personne.';
    },
  ],
  [
    'an hour is changed',
    (lines) => {
      lines[1].content.recordedAt = '2024-10-19T08:00:00.000Z';
    },
  ],
  [
    'a marking is widened',
    (lines) => {
      lines[4].content.marking.audience = 'ENROLLED';
    },
  ],
  [
    'a property is added',
    (lines) => {
      lines[4].content.note = null;
    },
  ],
  [
    'a salt is lost',
    (lines) => {
      delete lines[4].content.salt;
    },
  ],
  [
    'a content hash is made to fit',
    (lines) => {
      lines[4].contentHash = lines[1].contentHash;
      lines[4].content = lines[1].content;
    },
  ],
  [
    'a sealed line is replaced',
    (lines) => {
      lines[5].contentHash = 'a'.repeat(64);
    },
  ],
  [
    'a line is removed',
    (lines) => {
      lines.splice(3, 1);
    },
  ],
  [
    'two lines are exchanged',
    (lines) => {
      [lines[2], lines[3]] = [lines[3], lines[2]];
    },
  ],
  [
    'a line is repeated',
    (lines) => {
      lines.splice(3, 0, lines[3]);
    },
  ],
  [
    'the end is cut off',
    (lines) => {
      lines.pop();
    },
  ],
  [
    'the lines are those of another journal',
    (lines) => {
      lines[0].stream = '00000000-0000-0000-0000-000000000000';
    },
  ],
  [
    'the header gives it another reference',
    (lines) => {
      lines[0].reference = 'ARS-BRE-2024-7KQ2';
    },
  ],
  [
    'the header names another incident',
    (lines) => {
      lines[0].incidentId = Buffer.from(`Incident:${lines[0].stream.replace(/.$/, 'z')}`).toString('base64url');
    },
  ],
];
test.each(tamperings)('an export does not verify if %s', async (_, tamper) => {
  const tampered = structuredClone(lines);
  tamper(tampered);

  const { faults, code } = await verified(tampered);

  expect(faults).toBeGreaterThan(0);
  expect(code).toBe(1);
});

/** What Cellule says of it, and what another program does. */
async function verified(exported: readonly Line[]): Promise<{ faults: number; code: number }> {
  const texts = exported.map((line) => JSON.stringify(line));
  const file = join(directory, 'journal.ndjson');
  await writeFile(file, `${texts.join('\n')}\n`);
  let faults = 0;
  for await (const _ of verifyExport(eachOf(texts))) faults++;
  return { faults, code: (await independently(file)).code };
}

async function* eachOf(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}
