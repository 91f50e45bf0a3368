// Writes the types of the dashboard's operations from the contract; with --check, says whether they are current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const folder = import.meta.dirname;
const file = join(folder, 'api', 'generated.ts');

const documents = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => ({ location: name, document: parse(readFileSync(join(folder, name), 'utf8')) }));

const config = {
  enumType: 'string-literal',
  useTypeImports: true,
  skipTypename: false,
  scalars: { DateTime: 'string', RegionCode: 'string' },
  avoidOptionals: false,
  inputMaybeValue: 'T | null | undefined',
  maybeValue: 'T | null',
};

const generated = await codegen({
  filename: file,
  schema: parse(readFileSync(join(folder, '../../schema/schema.graphql'), 'utf8')),
  documents,
  config,
  plugins: [{ operations: {} }, { documents: {} }],
  pluginMap: { operations, documents: typedDocuments },
});

if (!process.argv.includes('--check')) {
  writeFileSync(file, generated);
} else if (readFileSync(file, 'utf8') !== generated) {
  process.stderr.write(
    'src/dashboard/api/generated.ts is not what the contract says: run "npm run dashboard:types".\n',
  );
  process.exitCode = 1;
}
