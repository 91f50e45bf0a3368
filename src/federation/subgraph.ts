import {
  type ConstDirectiveNode,
  GraphQLObjectType,
  GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { isFederated, keysOfTypes } from './keys';

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;
const machinery = { types: ['_Any', '_Entity', '_Service'], fields: ['_entities', '_service'] };
/** Of Relay, and the same in every graph. */
const shared = ['PageInfo'];

/** The schema as clients see it: without what only gateways ask. */
export function contractOf(schema: GraphQLSchema): GraphQLSchema {
  const { query, types, ...config } = schema.toConfig();
  if (!query) return schema;
  const { fields, ...root } = query.toConfig();
  const asked = Object.fromEntries(Object.entries(fields).filter(([name]) => !machinery.fields.includes(name)));
  return new GraphQLSchema({
    ...config,
    query: new GraphQLObjectType({ ...root, fields: asked }),
    types: types.filter((type) => type !== query && !machinery.types.includes(type.name)),
  });
}

/** The same as a subgraph of Apollo Federation 2: nothing but directives is added, and nothing is left out. */
export function subgraphOf(schema: GraphQLSchema): string {
  const document = parse(printSchema(lexicographicSortSchema(contractOf(schema))));
  const keyed = visit(document, {
    enter: (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION
        ? { ...node, directives: [...(node.directives ?? []), ...directivesOf(node.name.value)] }
        : undefined,
  });
  return `${link}\n\n${print(keyed)}\n`;
}

function directivesOf(type: string): ConstDirectiveNode[] {
  const keys = isFederated(type) ? keysOfTypes[type].map((fields) => directive('key', { fields })) : [];
  return shared.includes(type) ? [...keys, directive('shareable')] : keys;
}

function directive(name: string, given: Readonly<Record<string, string>> = {}): ConstDirectiveNode {
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
  return {
    kind: Kind.DIRECTIVE,
    name: named(name),
    arguments: Object.entries(given).map(([argument, value]) => ({
      kind: Kind.ARGUMENT,
      name: named(argument),
      value: { kind: Kind.STRING, value },
    })),
  };
}
