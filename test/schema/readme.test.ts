import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { celluleSchema } from '../../src/schema';
import { startTestCellule } from '../support/cellule';

const root = join(__dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, code = '']) => code);
}

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await celluleSchema();
});

test.each(blocks('graphql'))('what the README shows can be asked: %s', (document) => {
  expect(validate(schema, parse(document))).toEqual([]);
});

test('the README’s client follows a journal', async () => {
  const cellule = await startTestCellule();
  const bretagne = await cellule.party('ARS-BRE');
  await bretagne.ask(
    'mutation ($input: DeclareIncidentInput!) { declareIncident(input: $input) { entries { number } } }',
    {
      input: { title: 'Panne', nature: 'OTHER', severity: 'MINOR', entry: { text: 'Une panne est déclarée.' } },
    },
  );
  const [snippet = ''] = blocks('js');
  // As a reader would, but at this server, and until lines have come.
  const program = snippet
    .replace('http://127.0.0.1:4000', cellule.cellule.url)
    .replace("without words)');", '$&\n    process.exit(0);');
  const file = join(root, 'dist', `readme-client-${process.pid}.mjs`);
  await writeFile(file, program);

  const running = promisify(execFile)(process.execPath, [file], { env: { ...process.env, TOKEN: bretagne.token } });
  const { stdout } = await running.finally(() => rm(file));

  expect(stdout).toBe('1 Une panne est déclarée.\n2 (sealed, or without words)\n');
  await cellule.stop();
});

test('every variable that the server reads stands in the README', () => {
  const config = readFileSync(join(root, 'src/kernel/config.ts'), 'utf8');
  const names = [...config.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name = '']) => name);

  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
