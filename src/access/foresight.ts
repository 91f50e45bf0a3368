import { type ASTNode, type FieldNode, type GraphQLResolveInfo, getNamedType, Kind, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { Plan } from './asks';
import { Excerpt } from './excerpt';
import { asksOf } from './look-ahead';
import type { Lookup } from './lookups';
import { isReader } from './readings';
import type { Shapes } from './shapes';
import type { Viewer } from './viewer';

/** For one field of a document, by the variables that matter to it. */
const mostPlans = 20;

interface Known {
  /** The variables that the field, or what is below it, names. */
  readonly variables: readonly string[];
  readonly plans: LRUCache<string, Plan>;
}

/** The field of the document that is looked up; none where it cannot be told apart, or nobody reads by a membership. */
export function fieldOf(viewer: Viewer, { fieldNodes }: GraphQLResolveInfo): FieldNode | undefined {
  return isReader(viewer) && fieldNodes.length === 1 ? fieldNodes[0] : undefined;
}

/** How fields are looked up together with what is below them: worked out once for each field of a document. */
export class Foresight {
  private readonly known = new WeakMap<FieldNode, Known>();

  constructor(private readonly shapes: Shapes) {}

  planFor(field: FieldNode, lookup: Lookup, info: GraphQLResolveInfo): Plan {
    const { variables, plans } = this.knownOf(field, lookup, info);
    const { parentType, variableValues } = info;
    const key = JSON.stringify([
      parentType.name,
      lookup.name,
      // Absent is not null: then a default holds.
      ...variables.map((name) => (name in variableValues ? [variableValues[name]] : [])),
    ]);
    const known = plans.get(key);
    if (known) return known;
    const asks = asksOf(field, getNamedType(info.returnType), lookup, info);
    const plan = new Plan(
      asks.map((ask) => ({ ask, excerpt: new Excerpt(this.shapes.sourcesOf(ask.lookup.thing), ask.needs) })),
    );
    if (!plan.isFleeting) plans.set(key, plan);
    return plan;
  }

  private knownOf(field: FieldNode, { finds }: Lookup, info: GraphQLResolveInfo): Known {
    const known = this.known.get(field);
    if (known) return known;
    // What a page holds hangs on the arguments of its field; any other argument is a key, of which each run has its own.
    const own = 'page' in finds ? field : { ...field, arguments: [] };
    const one = { variables: variablesIn(own, info), plans: new LRUCache<string, Plan>({ max: mostPlans }) };
    this.known.set(field, one);
    return one;
  }
}

function variablesIn(field: FieldNode, { fragments }: GraphQLResolveInfo): string[] {
  const [names, spread] = [new Set<string>(), new Set<string>()];
  const look = (looked: ASTNode): void => {
    visit(looked, {
      enter(node) {
        if (node.kind === Kind.VARIABLE) names.add(node.name.value);
        if (node.kind !== Kind.FRAGMENT_SPREAD || spread.has(node.name.value)) return;
        spread.add(node.name.value);
        const fragment = fragments[node.name.value];
        if (fragment) look(fragment);
      },
    });
  };
  look(field);
  return [...names];
}
