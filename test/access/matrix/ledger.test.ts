import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { celluleSchema } from '../../../src/schema';
import { type Fields, ledger, waysIn } from './ledger';
import { rows } from './paths';
import { typesOfKinds } from './things';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await celluleSchema();
});

test('every field of every type stands in the ledger, under one rule', () => {
  const forgotten = placesOf(schema).filter((place) => rulesOf(place).length !== 1);

  expect(forgotten.map((place) => `${place}: say in ledger.ts by which rule it is shown, once`)).toEqual([]);
});

test('nothing stands in the ledger that the schema no longer has', () => {
  const stale = Object.entries(ledger).flatMap(([type, fields]) =>
    Object.values(fields)
      .flatMap((names) => names.split(' ').map((name) => `${type}.${name}`))
      .filter((place) => !placesOf(schema).includes(place)),
  );

  expect(stale).toEqual([]);
});

test('each rule is one of those that there are, and names the type that the field leads to', () => {
  const wrong = Object.entries(ledger).flatMap(([type, fields]) =>
    Object.entries(fields)
      .flatMap(([rule, names]) => names.split(' ').map((name) => ({ rule, type, name })))
      .filter(({ rule, name }) => !fits(rule, fieldOf(`${type}.${name}`)))
      .map(({ rule, name }) => `${type}.${name}: ${rule}`),
  );

  expect(wrong).toEqual([]);
});

test('what leads to a thing with readers of its own says so, and is null where the thing is hidden', () => {
  const wrong = placesOf(schema).filter((place) => {
    const { type } = fieldOf(place) as GraphQLField<unknown, unknown>;
    const [rule = ''] = rulesOf(place);
    return leadsToGuarded(type) && !(rule.startsWith('ref:') && !isNonNullType(type)) && !/^(list|item):/.test(rule);
  });

  expect(wrong.map((place) => `${place}: a reference is nullable, and stands under ref:, list: or item:`)).toEqual([]);
});

test('every type with an id, and every type that carries a marking, is a kind of thing in the matrix', () => {
  const kinds = [...Object.values(typesOfKinds), 'Stakeholder', 'Region'];
  const forgotten = objectTypes(schema).filter((type) => {
    const isNode = type.getInterfaces().some(({ name }) => name === 'Node');
    return (isNode || 'marking' in type.getFields()) && !kinds.includes(type.name);
  });

  expect(forgotten.map(({ name }) => `${name}: make things of it in things.ts or world.ts`)).toEqual([]);
});

test('every way in stands in the ledger, with paths that there are', () => {
  const roots = [schema.getQueryType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`),
  );
  const known = [...rows.map(([kinds, name]) => `${kinds}: ${name}`), 'the overview', 'the journal'];

  expect(Object.keys(waysIn).sort()).toEqual(roots.sort());
  expect(
    Object.values(waysIn)
      .flat()
      .filter((path) => !known.includes(path)),
  ).toEqual([]);
});

function objectTypes(of: GraphQLSchema): GraphQLObjectType[] {
  const roots = [of.getQueryType(), of.getMutationType(), of.getSubscriptionType()];
  return Object.values(of.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !roots.includes(type) && !type.name.startsWith('__'));
}

function placesOf(of: GraphQLSchema): string[] {
  return objectTypes(of).flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));
}

function leadsToGuarded(type: GraphQLOutputType): boolean {
  const guarded = [...Object.values(typesOfKinds), 'Stakeholder'];
  const named = getNamedType(type);
  const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
  return possible.some(({ name }) => guarded.includes(name));
}

function rulesOf(place: string): string[] {
  const [type = '', name = ''] = place.split('.');
  const fields: Fields = ledger[type] ?? {};
  return Object.entries(fields).flatMap(([rule, names]) =>
    names.split(' ').flatMap((one) => (one === name ? rule : [])),
  );
}

function fieldOf(place: string): GraphQLField<unknown, unknown> | undefined {
  const [type = '', name = ''] = place.split('.');
  return (schema.getType(type) as GraphQLObjectType | undefined)?.getFields()[name];
}

/** What stays in its row leads to no thing; a list may be one of pages. */
function fits(rule: string, field: GraphQLField<unknown, unknown> | undefined): boolean {
  if (!field) return true;
  const [kind, target] = rule.split(':');
  const named = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  switch (kind) {
    case 'row':
    case 'derived':
    case 'residue':
    case 'public':
    case 'once':
      return target === undefined;
    case 'ref':
    case 'item':
      return named.name === target && !isList && isCompositeType(named);
    case 'list':
      return isList ? named.name === target : named.name === `${target}Connection`;
    default:
      return false;
  }
}
