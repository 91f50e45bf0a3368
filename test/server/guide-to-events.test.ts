import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { declare, write } from '../journal/crisis';
import { startTestCellule } from '../support/cellule';

const root = join(__dirname, '../..');
const guide = readFileSync(join(root, 'docs/sse.md'), 'utf8');

test('the guide’s EventSource follows a journal', async () => {
  const cellule = await startTestCellule();
  const bretagne = await cellule.party('ARS-BRE');
  const { id } = await declare(bretagne);
  await write(bretagne, id, 'Une panne est déclarée.');
  const [, snippet = ''] = /```js\n(import \{ EventSource.*?)```/s.exec(guide) ?? [];
  const file = join(root, 'dist', `events-${process.pid}.mjs`);
  await writeFile(file, `${snippet}\nsource.addEventListener('next', () => source.close());\n`);

  const env = { ...process.env, CELLULE: cellule.cellule.url, TOKEN: bretagne.token };
  const running = promisify(execFile)(process.execPath, [file], { env });
  const { stdout } = await running.finally(() => rm(file));
  await cellule.stop();

  expect(stdout).toMatch(/^1 .*\n2 .*\n3 Une panne est déclarée\.\n$/);
});
