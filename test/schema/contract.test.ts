import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { contractOf } from '../../src/federation/subgraph';
import { celluleSchema } from '../../src/schema';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await celluleSchema();
});

test('every type, field, argument, enum value and directive says what it means', () => {
  expect(undescribed(schema)).toEqual([]);
});

test('the schema that is reviewed is the one that is served, but for what gateways ask', () => {
  const reviewed = readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8');

  expect(reviewed).toContain(printSchema(lexicographicSortSchema(contractOf(schema))));
});

test('each subscription has the wire types that it was decided to have', () => {
  const members = (name: string) => printSchema(schema).match(new RegExp(`union ${name} = (.*)`))?.[1];

  expect(members('JournalUpdate')).toBe('JournalBatch | JournalHeartbeat | JournalEnded | JournalReset');
  expect(members('JournalLine')).toBe('JournalEntry | SealedEntry');
  expect(members('IncidentsUpdate')).toBe('IncidentsSnapshot | IncidentChanged | IncidentGone');
});

function undescribed(whole: GraphQLSchema): string[] {
  const names: string[] = [];
  const look = (name: string, { description }: { description?: string | null | undefined }) => {
    if (!description?.trim()) names.push(name);
  };
  for (const type of Object.values(whole.getTypeMap())) {
    if (type.name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) continue;
    look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      if ('args' in field) for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name}:)`, arg);
    }
  }
  for (const directive of whole.getDirectives()) {
    look(`@${directive.name}`, directive);
    for (const arg of directive.args) look(`@${directive.name}(${arg.name}:)`, arg);
  }
  return names;
}
