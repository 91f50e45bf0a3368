import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { argumentsOf } from '../kernel/input';
import type { Ask } from './asks';
import type { LookedUp, Lookup } from './lookups';
import type { Parts, Shown } from './shown';

type Info = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;
type Field = GraphQLField<unknown, unknown>;

/** How many levels below a field are looked ahead to, and how many look-ups one statement holds. */
const [mostLevels, mostAsks] = [5, 24];

/**
 * What one statement can find for a field: what it shows itself, and what the fields below it show that say how they are
 * found (`FoundBy`). What those need that do not say it is looked up when they are reached.
 */
export function asksOf(field: FieldNode, type: GraphQLNamedType, lookup: Lookup, info: Info): Ask[] {
  return new Outlook(info).from(field, type, lookup);
}

/** A field below rows that are asked for. */
interface Below {
  readonly ask: number;
  readonly node: FieldNode;
  readonly field: Field;
  readonly lookedUp: LookedUp;
}

class Outlook {
  private readonly asks: Ask[] = [];
  private below: Below[] = [];

  constructor(private readonly info: Info) {}

  from(node: FieldNode, type: GraphQLNamedType, lookup: Lookup): Ask[] {
    this.extend(this.add(lookup), type, node);
    for (let level = 1; level < mostLevels && this.below.length > 0; level += 1) this.descend();
    return this.asks;
  }

  private descend(): void {
    const [level, first] = [this.below, this.asks.length];
    this.below = [];
    for (const { ask, node, field, lookedUp } of level) {
      const lookup = this.lookupOf(node, field, lookedUp);
      if (!lookup) continue;
      const known =
        'page' in lookup.finds ? -1 : this.asks.findIndex((one, at) => at >= first && one.lookup.name === lookup.name);
      if (known < 0 && this.asks.length >= mostAsks) continue;
      const at = known < 0 ? this.add(lookup) : known;
      this.asks[at]?.sources.push({ ask, by: lookedUp.by, many: lookedUp.many, field: node });
      this.extend(at, getNamedType(field.type), node);
    }
  }

  private add(lookup: Lookup): number {
    const needs = new Set([...(lookup.thing.always ?? []), ...(lookup.needs ?? [])]);
    const isPage = 'page' in lookup.finds;
    return this.asks.push({ lookup, needs, sources: [], rows: !isPage, placed: false, counted: false }) - 1;
  }

  /** Arguments that are refused are refused by the field itself. */
  private lookupOf(node: FieldNode, field: Field, { args, lookup }: LookedUp): Lookup | undefined {
    if (!args) return lookup({});
    try {
      const found = lookup(argumentsOf(args, getArgumentValues(field, node, this.info.variableValues)));
      return found.isFleeting ? undefined : found;
    } catch {
      return undefined;
    }
  }

  /** Adds to what is asked for what a field of this type shows of it. */
  private extend(at: number, type: GraphQLNamedType, node: FieldNode): void {
    const ask = this.asks[at] as Ask;
    const sets = node.selectionSet ? [node.selectionSet] : [];
    if ('page' in ask.lookup.finds) this.extendPage(at, type as GraphQLObjectType, sets);
    else this.show(at, type, sets);
  }

  private extendPage(at: number, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): void {
    const ask = this.asks[at] as Ask;
    const parts = this.fieldsOf(type, sets);
    if (parts.has('pageInfo')) ask.placed = true;
    if (parts.has('totalCount') || parts.has('totalCountIsExact')) ask.counted = true;
    if (parts.has('pageInfo') || parts.has('edges') || !ask.counted) ask.rows = true;
    const edge = getNamedType(type.getFields()['edges']?.type) as GraphQLObjectType;
    const inEdge = this.fieldsOf(edge, setsOf(parts.get('edges')));
    if (inEdge.has('cursor')) ask.placed = true;
    this.show(at, getNamedType(edge.getFields()['node']?.type) as GraphQLNamedType, setsOf(inEdge.get('node')));
  }

  private show(at: number, type: GraphQLNamedType, sets: readonly SelectionSetNode[]): void {
    const types = isAbstractType(type) ? this.info.schema.getPossibleTypes(type) : [type as GraphQLObjectType];
    for (const one of types) this.showAs(at, one, sets);
  }

  private showAs(at: number, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): void {
    const ask = this.asks[at] as Ask;
    const shown = type.extensions['shown'] as Shown<object> | undefined;
    for (const [name, nodes] of this.fieldsOf(type, sets, 'alias')) {
      const field = type.getFields()[nodes[0]?.name.value ?? name];
      if (!field) continue;
      const lookedUp = field.extensions['lookedUp'] as LookedUp | undefined;
      const needs = (field.extensions['needs'] ?? shown?.[field.name]?.needs) as
        | Shown<object>[string]['needs']
        | undefined;
      if (lookedUp) {
        ask.needs?.add(lookedUp.by);
        // What several selections are merged into is not told apart by its place in the document.
        if (nodes.length === 1) this.below.push({ ask: at, node: nodes[0] as FieldNode, field, lookedUp });
      } else if (!needs) ask.needs = null;
      else if (!('of' in needs)) for (const need of needs) ask.needs?.add(need);
      else this.needParts(ask, needs, field, nodes);
    }
  }

  private needParts(
    ask: Ask,
    { of, parts }: { of: readonly string[]; parts: Parts },
    field: Field,
    nodes: FieldNode[],
  ): void {
    const type = getNamedType(field.type) as GraphQLObjectType;
    for (const name of this.fieldsOf(type, setsOf(nodes)).keys()) {
      if (name === '__typename') continue;
      for (const one of of)
        for (const part of parts[name] ?? ['']) ask.needs?.add(part === '' ? one : `${one}.${part}`);
    }
  }

  /** What is asked of a type, by name, or by alias; what fragments hold stands in their place. */
  private fieldsOf(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    by: 'name' | 'alias' = 'name',
    found = new Map<string, FieldNode[]>(),
  ): Map<string, FieldNode[]> {
    for (const selection of sets.flatMap(({ selections }) => selections)) {
      if (!this.isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (by === 'alias' ? (selection.alias ?? selection.name) : selection.name).value;
        const known = found.get(name);
        if (!known) found.set(name, [selection]);
        else if (!known.includes(selection)) known.push(selection);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.info.fragments[selection.name.value];
      if (fragment && this.applies(fragment.typeCondition?.name.value, type))
        this.fieldsOf(type, [fragment.selectionSet], by, found);
    }
    return found;
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const abstract = this.info.schema.getType(condition);
    return isAbstractType(abstract) && this.info.schema.isSubType(abstract, type);
  }

  private isIncluded(node: SelectionNode): boolean {
    if (!node.directives?.length) return true;
    const { variableValues } = this.info;
    const { if: skipped } = getDirectiveValues(GraphQLSkipDirective, node, variableValues) ?? {};
    const { if: included } = getDirectiveValues(GraphQLIncludeDirective, node, variableValues) ?? {};
    return skipped !== true && included !== false;
  }
}

function setsOf(nodes: readonly FieldNode[] | undefined): SelectionSetNode[] {
  return (nodes ?? []).flatMap(({ selectionSet }) => selectionSet ?? []);
}
