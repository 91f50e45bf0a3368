import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { assumedSize, type CostNote } from '../kernel/cost';
import { defaultPage, largestPage } from '../kernel/paging';

interface Question {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As coerced: with their defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a selection costs once, and what it costs for each item of the page that it is asked of. */
interface Price {
  readonly once: number;
  readonly perItem: number;
}

/** A change is a transaction of its own. */
const changeWeight = 100;

interface Known {
  readonly cost: number;
  /** What it hung on: the variables that were looked at, as they were. */
  readonly looked: ReadonlyMap<string, unknown>;
}

/**
 * The most values that the answer of a valid operation can hold, at the sizes of pages that it asks for; what costs more
 * than a value weighs more. Of a subscription, that of one event. Linear in the document: a fragment is priced once.
 */
export class Costs {
  /** Worked out anew only where another value is given for something that the last cost hung on. */
  private readonly known = new WeakMap<OperationDefinitionNode, Known>();

  of(question: Question): number {
    const { operation, variables } = question;
    const known = this.known.get(operation);
    if (known && [...known.looked].every(([name, value]) => variables[name] === value)) return known.cost;
    const found = priced(question);
    this.known.set(operation, found);
    return found.cost;
  }
}

function priced(question: Question): Known {
  const { schema, operation } = question;
  const root = schema.getRootType(operation.operation);
  if (!root) return { cost: 0, looked: new Map() };
  const pricing = new Pricing(question);
  const { once, perItem } = pricing.of(root, operation.selectionSet);
  return { cost: once + perItem, looked: pricing.looked };
}

type Parent = GraphQLCompositeType;

class Pricing {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, Price>();
  readonly looked = new Map<string, unknown>();

  constructor(private readonly question: Question) {
    for (const one of question.document.definitions) {
      if (one.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(one.name.value, one);
    }
  }

  of(parent: Parent, set: SelectionSetNode): Price {
    let [once, perItem] = [0, 0];
    for (const selection of set.selections) {
      if (!this.isIncluded(selection)) continue;
      const price = this.ofSelection(parent, selection);
      once += price.once;
      perItem += price.perItem;
    }
    return { once, perItem };
  }

  private ofSelection(parent: Parent, selection: SelectionNode): Price {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.ofField(parent, selection);
      case Kind.INLINE_FRAGMENT:
        return this.of(this.typeNamed(selection.typeCondition?.name.value) ?? parent, selection.selectionSet);
      default:
        return this.ofFragment(selection.name.value);
    }
  }

  private ofFragment(name: string): Price {
    const known = this.known.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    const parent = this.typeNamed(fragment?.typeCondition.name.value);
    const price = fragment && parent ? this.of(parent, fragment.selectionSet) : { once: 0, perItem: 0 };
    this.known.set(name, price);
    return price;
  }

  private ofField(parent: Parent, node: FieldNode): Price {
    const { schema } = this.question;
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    const inner = isCompositeType(type) && node.selectionSet ? this.of(type, node.selectionSet) : undefined;
    const note = (field?.extensions['cost'] ?? {}) as CostNote;
    const weight = note.weight ?? (parent === schema.getMutationType() ? changeWeight : 1);
    if (!field || !inner) return { once: weight, perItem: 0 };
    const items = inner.perItem * (isPaged(type) ? this.pageOf(node) : 1);
    if (note.page) return { once: 0, perItem: weight + inner.once + items };
    return { once: weight + this.sizeOf(node, field.type, note) * (inner.once + items), perItem: 0 };
  }

  private sizeOf(node: FieldNode, type: GraphQLOutputType, { size = assumedSize }: CostNote): number {
    if (!isListType(isNonNullType(type) ? type.ofType : type)) return 1;
    return typeof size === 'number' ? size : this.lengthOf(node, size.argument);
  }

  private lengthOf(node: FieldNode, argument: string): number {
    const value = this.argument(node, argument);
    return Array.isArray(value) ? value.length : 1;
  }

  /** A page beyond the largest is refused where it is asked for, with a clearer word. */
  private pageOf(node: FieldNode): number {
    const asked = ['first', 'last'].map((name) => this.argument(node, name)).filter((one) => typeof one === 'number');
    return asked.length === 0 ? defaultPage : Math.min(Math.max(0, ...asked), largestPage);
  }

  private argument({ arguments: given = [] }: FieldNode, name: string): unknown {
    const value = given.find((one) => one.name.value === name)?.value;
    switch (value?.kind) {
      case Kind.VARIABLE:
        return this.variable(value.name.value);
      case Kind.INT:
        return Number(value.value);
      case Kind.LIST:
        return value.values;
      default:
        return undefined;
    }
  }

  private variable(name: string): unknown {
    const value = this.question.variables[name];
    this.looked.set(name, value);
    return value;
  }

  private isIncluded(node: SelectionNode): boolean {
    const { variables } = this.question;
    for (const { arguments: given = [] } of node.directives ?? [])
      for (const { value } of given) if (value.kind === Kind.VARIABLE) this.variable(value.name.value);
    const { if: skipped } = getDirectiveValues(GraphQLSkipDirective, node, variables) ?? {};
    const { if: included } = getDirectiveValues(GraphQLIncludeDirective, node, variables) ?? {};
    return skipped !== true && included !== false;
  }

  private typeNamed(name: string | undefined): Parent | undefined {
    const type = name === undefined ? undefined : this.question.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

/** Fields of the root that no type declares. */
const ofEverySchema = [SchemaMetaFieldDef, TypeMetaFieldDef];

function fieldOf(parent: Parent, name: string): GraphQLField<unknown, unknown> | undefined {
  const own = isUnionType(parent) ? undefined : parent.getFields()[name];
  return own ?? ofEverySchema.find((field) => field.name === name);
}

/** Its items are counted by `first` or `last` of the field that answers with it. */
function isPaged(type: unknown): boolean {
  return isObjectType(type) && hasPage(type);
}

function hasPage(type: GraphQLObjectType): boolean {
  return Object.values(type.getFields()).some(({ extensions }) => (extensions['cost'] as CostNote | undefined)?.page);
}
