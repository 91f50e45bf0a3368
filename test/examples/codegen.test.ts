import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSchema, parse, validate } from 'graphql';
import { packageRoot } from '../../src/kernel/package-root';

const runs = promisify(execFile);
const configuration = join(packageRoot, 'docs/examples/codegen/codegen.yml');
const operations = join(packageRoot, 'schema/operations');
const text = (file: string) => readFileSync(file, 'utf8');

let folder: string;
beforeAll(() => {
  mkdirSync(join(packageRoot, 'dist'), { recursive: true });
  folder = mkdtempSync(join(packageRoot, 'dist', 'frontend-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The examples of the package that this schema has: the released one may be behind. */
function documentsOf(schemaFile: string): string[] {
  const schema = buildSchema(text(schemaFile));
  return readdirSync(operations)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => join(operations, name))
    .filter((file) => validate(schema, parse(text(file))).length === 0);
}

const consumer = `import { ApolloClient } from '@apollo/client';
import { DashboardDocument, WriteAnEntryDocument, type WriteAnEntryMutationVariables } from './cellule';

export async function use(apollo: ApolloClient): Promise<void> {
  const { data } = await apollo.query({ query: DashboardDocument, variables: { reference: 'ARS-BRE-2024-7KQ2' } });
  const code: string | undefined = data?.incident?.affectedRegions[0]?.region.code;
  const restored: boolean = data?.incident?.status === 'RESTORED';
  // @ts-expect-error There is no such status.
  const gone: boolean = data?.incident?.status === 'GONE';
  const input: WriteAnEntryMutationVariables['input'] = { incidentId: 'x', entry: { text: 'y', to: undefined, from: null } };
  await apollo.mutate({ mutation: WriteAnEntryDocument, variables: { input } });
  // @ts-expect-error An entry has an incident.
  await apollo.mutate({ mutation: WriteAnEntryDocument, variables: { input: { entry: {} } } });
  console.log(code, restored, gone);
}
`;

test.each(['schema.graphql', 'released.graphql'])('what it makes of %s type-checks, strictly', async (name) => {
  const schema = join(packageRoot, 'schema', name);
  const generator = join(__dirname, 'generate.mjs');
  const { stdout: generated } = await runs(process.execPath, [
    generator,
    configuration,
    schema,
    ...documentsOf(schema),
  ]);
  writeFileSync(join(folder, 'cellule.ts'), generated);
  writeFileSync(join(folder, 'use.ts'), consumer);

  const strict = ['--ignoreConfig', '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck'];
  const modules = ['--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2023,dom'];
  const tsc = require.resolve('typescript/bin/tsc');
  const { stdout } = await runs(process.execPath, [tsc, ...strict, ...modules, join(folder, 'use.ts')]).catch(
    (error) => error,
  );

  expect(stdout).toBe('');
});

test('the configuration names every scalar of the schema, and finds the schema in the package', () => {
  const scalars = [...text(join(packageRoot, 'schema/schema.graphql')).matchAll(/^scalar (\w+)/gm)];

  for (const [, scalar] of scalars) expect(text(configuration)).toContain(`${scalar}: string`);
  expect(text(configuration)).toContain('\nschema: node_modules/cellule/schema/schema.graphql ');
  expect(JSON.parse(text(join(packageRoot, 'package.json'))).files).toContain('schema');
});
