// Does what the command line of the code generator does with a configuration, which wants a later Node than we do.
//   node generate.mjs CONFIGURATION SCHEMA DOCUMENT…
import { readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import { parse as parseYaml } from 'yaml';

const [configuration, schema, ...documents] = process.argv.slice(2);
const text = (file) => readFileSync(file, 'utf8');

for (const [filename, { plugins, config }] of Object.entries(parseYaml(text(configuration)).generates)) {
  const generated = await codegen({
    filename,
    schema: parse(text(schema)),
    documents: documents.map((location) => ({ location, document: parse(text(location)) })),
    config: {},
    plugins: plugins.map((name) => ({ [name]: config })),
    pluginMap: { 'typescript-operations': operations, 'typed-document-node': typedDocuments },
  });
  process.stdout.write(generated);
}
