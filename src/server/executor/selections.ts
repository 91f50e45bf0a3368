import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What a document selects of a type, once its conditions are settled. */
export class Selections {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;

  constructor(
    readonly schema: GraphQLSchema,
    document: DocumentNode,
    /** Of these, only what `conditionsIn` names matters. */
    private readonly variables: Variables,
  ) {
    this.fragments = Object.fromEntries(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
    );
  }

  /** The fields by response key, in the order in which they first come, each with all places that ask for it. */
  of(type: GraphQLObjectType, sets: readonly (SelectionSetNode | undefined)[]): Map<string, FieldNode[]> {
    const found = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of sets) if (set) this.collect(type, set, { found, spread });
    return found;
  }

  private collect(
    type: GraphQLObjectType,
    set: SelectionSetNode,
    into: { readonly found: Map<string, FieldNode[]>; readonly spread: Set<string> },
  ): void {
    for (const selection of set.selections) {
      if (!this.isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = into.found.get(key);
        if (known) known.push(selection);
        else into.found.set(key, [selection]);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.firstSpread(selection.name.value, into);
      if (part && this.applies(part.typeCondition?.name.value, type)) this.collect(type, part.selectionSet, into);
    }
  }

  private firstSpread(name: string, { spread }: { spread: Set<string> }): FragmentDefinitionNode | undefined {
    if (spread.has(name)) return undefined;
    spread.add(name);
    return this.fragments[name];
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const abstract = this.schema.getType(condition);
    return isAbstractType(abstract) && this.schema.isSubType(abstract, type);
  }

  private isIncluded(node: SelectionNode): boolean {
    if (!node.directives?.length) return true;
    const { if: skipped } = getDirectiveValues(GraphQLSkipDirective, node, this.variables) ?? {};
    const { if: included } = getDirectiveValues(GraphQLIncludeDirective, node, this.variables) ?? {};
    return skipped !== true && included !== false;
  }
}

/** The variables by which a document decides what it leaves out. */
export function conditionsIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
