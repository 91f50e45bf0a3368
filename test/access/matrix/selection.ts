import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parseValue,
  print,
  type ValueNode,
} from 'graphql';
import { paging, samples } from './samples';
import type { World } from './world';

/** How much of a type is selected. */
interface Extent {
  /** How deep things are opened, whatever has an id; beyond they are shown by it. */
  readonly hops: number;
  /** Each list is asked in every way that `samples.ts` knows. */
  readonly everyWay?: boolean;
  /** Lists are counted too: a statement each. */
  readonly counted?: boolean;
}

/** Selections of everything that the schema lets one ask: a new field is in them by itself. */
export class Selection {
  /** `Type.field` of all that was asked for. */
  readonly asked = new Set<string>();

  constructor(
    readonly schema: GraphQLSchema,
    private readonly world: World,
    /** `Type.field` of what is left out. */
    private readonly without: readonly string[] = [],
  ) {}

  /** All fields of a type. */
  of(type: GraphQLNamedType, extent: Extent): string {
    if (isLeafType(type)) return '';
    if (isInterfaceType(type)) return `{ __typename ${Object.keys(type.getFields()).join(' ')} }`;
    if (isUnionType(type)) {
      return `{ __typename ${type.getTypes().map((one) => `... on ${one.name} ${this.below(one, extent)}`)} }`;
    }
    const fields = Object.values((type as GraphQLObjectType).getFields());
    return `{ __typename ${fields.flatMap((field) => this.field(type.name, field, extent)).join(' ')} }`;
  }

  /** One root field, in each way in which it can be asked. */
  root(field: GraphQLField<unknown, unknown>): string {
    return `{ ${this.field('Query', field, { hops: 0, everyWay: true, counted: true }).join(' ')} }`;
  }

  private field(owner: string, field: GraphQLField<unknown, unknown>, extent: Extent): string[] {
    const place = `${owner}.${field.name}`;
    if (this.without.includes(place) || (!extent.counted && field.name.startsWith('totalCount'))) return [];
    this.asked.add(place);
    const { hops, everyWay = false, counted = false } = extent;
    const type = getNamedType(field.type);
    return this.calls(place, field.args, everyWay).map((call, n) =>
      n === 0
        ? `${field.name}${call} ${this.below(type, { hops, counted })}`
        : `${field.name}_${n}: ${field.name}${call} ${this.below(type, { hops: 0 })}`,
    );
  }

  private below(type: GraphQLNamedType, { hops, counted = false }: Extent): string {
    const isThing = 'getInterfaces' in type && type.getInterfaces().some(({ name }) => name === 'Node');
    if (!isThing) return this.of(type, { hops, counted });
    return hops > 0 ? this.of(type, { hops: hops - 1 }) : '{ __typename id }';
  }

  /** The arguments of each way to ask: the least that is required first, then each optional one by itself. */
  private calls(place: string, args: readonly GraphQLArgument[], isWhole: boolean): string[] {
    const required = args.filter(isRequiredArgument).map((arg) => this.values(place, arg));
    const optional = args.filter((arg) => !isRequiredArgument(arg) && !paging.has(arg.name));
    const longest = args.some(({ name }) => name === 'first') ? ['first: 500'] : [];
    const least = [...required.map(([first]) => first as string), ...longest];
    const more = [...required.flatMap((all) => all.slice(1)), ...optional.flatMap((arg) => this.values(place, arg))];
    const besides = (value: string) => least.filter((one) => one.split(':')[0] !== value.split(':')[0]);
    const calls = [least, ...(isWhole ? more.map((value) => [value, ...besides(value)]) : [])];
    return calls.map((call) => (call.length === 0 ? '' : `(${call.join(', ')})`));
  }

  private values(place: string, { name, type }: GraphQLArgument): string[] {
    const named = getNamedType(type);
    if (isInputObjectType(named)) {
      return Object.values(named.getFields()).flatMap((field) =>
        this.literals(`${named.name}.${field.name}`, field.type).map((value) => `${name}: { ${field.name}: ${value} }`),
      );
    }
    const own = `${place}(${name})`;
    return this.literals(own in samples ? own : named.name, type, own).map((value) => `${name}: ${value}`);
  }

  private literals(name: string, type: GraphQLInputType, place = name): string[] {
    const sample = samples[name];
    if (!sample) throw new Error(`The matrix does not know what to ask ${place} with: add a sample to samples.ts.`);
    return sample(this.world).map((value) => {
      const literal = getNamedType(type).name === '_Any' ? anything(value) : astFromValue(value, type);
      if (!literal) throw new Error(`The sample of ${place} is no value of its type.`);
      return print(literal);
    });
  }
}

/** What gateways say of things is of no type that could write it down. */
function anything(value: unknown): ValueNode {
  return parseValue(JSON.stringify(value).replace(/"(\w+)":/g, '$1: '));
}

/** `Type.field` of all that a question or a subscription can reach. */
export function reachable(schema: GraphQLSchema): string[] {
  const places = new Set<string>();
  const seen = new Set<GraphQLNamedType>();
  const visit = (type: GraphQLNamedType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(visit);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      places.add(`${type.name}.${field.name}`);
      visit(getNamedType(field.type));
    }
  };
  for (const root of [schema.getQueryType(), schema.getSubscriptionType()]) if (root) visit(root);
  return [...places].filter((place) => !place.startsWith('Subscription.'));
}
