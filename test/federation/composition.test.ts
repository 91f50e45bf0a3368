import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSchema, type GraphQLSchema, isObjectType, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { contractOf, subgraphOf } from '../../src/federation/subgraph';
import { celluleSchema } from '../../src/schema';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await celluleSchema();
});

const vulnerabilities = readFileSync(join(__dirname, 'vulnerabilities.graphql'), 'utf8');
const establishments = readFileSync(join(__dirname, 'establishments.graphql'), 'utf8');

test('it composes with the graphs of an agency and of an authority, without a hint', () => {
  const {
    errors,
    hints,
    schema: whole,
  } = composeServices([
    { name: 'cellule', typeDefs: parse(subgraphOf(schema)) },
    { name: 'vulnerabilities', typeDefs: parse(vulnerabilities) },
    { name: 'establishments', typeDefs: parse(establishments) },
  ]);

  expect(errors).toBeUndefined();
  expect(hints?.map(({ message }) => message)).toEqual([]);
  expect(whole?.toAPISchema().type('Incident')).toBeDefined();
});

test('another graph that names things of this one has the key for its own', () => {
  const external = vulnerabilities
    .replace('["@key"]', '["@key", "@external"]')
    .replace('reference: String!', 'reference: String! @external');

  const { errors } = composeServices([
    { name: 'cellule', typeDefs: parse(subgraphOf(schema)) },
    { name: 'vulnerabilities', typeDefs: parse(external) },
  ]);

  expect(errors?.map(({ message }) => message).join('\n')).toContain(
    'field "Incident.reference" is not resolvable because marked @external',
  );
});

test('nothing is lost on the way: without its directives it is the schema of clients', () => {
  const bare = subgraphOf(schema)
    .replace(/^extend schema[^)]*\)/, '')
    .replaceAll(/ @(key\(fields: "\w+"\)|shareable)/g, '');

  expect(printSchema(buildSchema(bare))).toBe(printSchema(lexicographicSortSchema(contractOf(schema))));
});

test('what a gateway asks is no part of the schema of clients', () => {
  const names = Object.keys(contractOf(schema).getTypeMap()).filter((name) => /^_[^_]/.test(name));

  expect(names).toEqual([]);
  expect(Object.keys(contractOf(schema).getQueryType()?.getFields() ?? {})).not.toContain('_entities');
});

test('what is asked and what it costs stays as it is served', () => {
  const notes = (from: GraphQLSchema) =>
    Object.values(from.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).map(
          (field) => `${type.name}.${field.name} ${JSON.stringify(field.extensions)}`,
        ),
      );
  const ofClients = (note: string) => !/^(_Service|Query\._)/.test(note);

  expect(notes(contractOf(schema)).sort()).toEqual(notes(schema).filter(ofClients).sort());
});
