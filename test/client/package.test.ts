import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/kernel/package-root';
import { declare, oneTo, write } from '../journal/crisis';
import { startTestCellule, type TestCellule } from '../support/cellule';
import type { Party } from '../support/party';

let cellule: TestCellule;
let bretagne: Party;
let folder: string;
beforeAll(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  folder = mkdtempSync(join(tmpdir(), 'cellule-client-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cellule.stop();
});

/** Runs the example until it has printed this, and answers with all that it printed. */
async function followed(until: string): Promise<string[]> {
  const env = {
    ...process.env,
    CELLULE_URL: `${cellule.cellule.url}/graphql`,
    CELLULE_TOKEN: bretagne.token,
    POSITIONS: join(folder, 'positions.json'),
  };
  const example = spawn(process.execPath, [join(packageRoot, 'docs/examples/follow.mjs')], { env });
  let complaints = '';
  example.stderr.on('data', (data) => {
    complaints += data;
  });
  const printed: string[] = [];
  for await (const line of createInterface(example.stdout)) {
    printed.push(line);
    if (line.endsWith(until)) example.kill('SIGINT');
  }
  const [code] = example.exitCode === null ? await once(example, 'exit') : [example.exitCode];
  expect({ code, complaints }).toEqual({ code: 0, complaints: 'connecting\nfollowing\n' });
  return printed;
}

test('the example prints each line once, over its restarts', async () => {
  const { id } = await declare(bretagne);
  for (const place of oneTo(3)) await write(bretagne, id, `Ligne ${place}`);

  const first = await followed('Ligne 3');
  await write(bretagne, id, 'Ligne 4');
  const second = await followed('Ligne 4');

  const printed = [...first, ...second];
  expect(second).toHaveLength(1);
  expect(printed.slice(-4).map((line) => line.replace(/^\d+ /, ''))).toEqual(oneTo(4).map((place) => `Ligne ${place}`));
  expect(printed.map((line) => Number.parseInt(line, 10))).toEqual(oneTo(printed.length));
  expect(JSON.parse(readFileSync(join(folder, 'positions.json'), 'utf8'))).toMatchObject([{ number: printed.length }]);
});

const program = `import { followJournal, type Position } from 'cellule/client';
const following = followJournal<{ text: string | null }>({ url: 'x', fields: 'text', onUpdate(update, positions) {
  const held: readonly Position[] = positions;
  if (update.kind === 'lines') for (const line of update.lines) {
    const text: string | null = line.__typename === 'JournalEntry' ? line.text : null;
    // @ts-expect-error A sealed line has no text.
    if (line.__typename === 'SealedEntry') line.text;
  }
} });
following.stop();
`;

/** Inside the package, which imports itself by its name. */
async function withProgram<Done>(name: string, text: string, use: (file: string) => Promise<Done>): Promise<Done> {
  const file = join(packageRoot, 'dist', `consumer-${process.pid}${name}`);
  writeFileSync(file, text);
  try {
    return await use(file);
  } finally {
    rmSync(file);
  }
}

test.each([
  ['an ES module', '.mts', 'nodenext', []],
  ['CommonJS', '.cts', 'nodenext', []],
  ['CommonJS by what package.json does not say', '.ts', 'node16', []],
  ['what a bundler takes', '.ts', 'esnext', ['--moduleResolution', 'bundler']],
])('its types are found by %s, and are those of what comes', async (_, name, module, more) => {
  const tsc = require.resolve('typescript/bin/tsc');
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--module', module, '--lib', 'es2022,dom', ...more];

  const complaints = await withProgram(name, program, async (file) => {
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, ...options, file]).catch((error) => error);
    return stdout;
  });

  expect(complaints).toBe('');
});

test('a program of CommonJS follows too', async () => {
  const { id } = await declare(bretagne);
  const text = `const { followJournal } = require('cellule/client');
    const following = followJournal({ url: '${cellule.cellule.url}/graphql', token: '${bretagne.token}',
      webSocket: require('ws'), incidents: ['${id}'], after: [], checksContent: true, onUpdate(update) {
        console.log(update.lines[0].kind);
        following.stop();
      } });`;

  const told = await withProgram('.cjs', text, (file) => promisify(execFile)(process.execPath, [file]));

  expect(told).toEqual({ stdout: 'INCIDENT_DECLARED\n', stderr: '' });
});
