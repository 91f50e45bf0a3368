import {
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNullableType,
  isLeafType,
  isNonNullType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type LookedUp, shownAhead } from '../../access/lookups';
import { keptWith } from '../../access/shown';
import { afterwards, type Complete, type Completing, completion, failed, isLater, type Place } from './completion';
import type { Execution } from './execution';
import type { Selections } from './selections';

type Source = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, unknown>;
type Method = (...given: unknown[]) => unknown;

/** What is shown of things of one type at one place of a document. */
export class ShownObject {
  private readonly fields: readonly ShownField[];
  private readonly empty: object | undefined;
  /** Nothing of a thing is shown twice, so that what is kept is not much more than the thing. */
  private readonly showsOnce: boolean;

  constructor(type: GraphQLObjectType, sets: readonly (SelectionSetNode | undefined)[], selections: Selections) {
    this.fields = [...selections.of(type, sets)].flatMap(([key, nodes]) => {
      const field = fieldOf(type, nodes[0]?.name.value ?? '', selections.schema);
      return field ? [new ShownField(key, nodes, { type, field, selections })] : [];
    });
    this.showsOnce = new Set(this.fields.map(({ name }) => name)).size === this.fields.length;
    // Objects of one shape are the fastest to make and to write; `__proto__` would be no property of them.
    const isOrdinary = this.fields.every(({ key }) => key !== '__proto__');
    if (isOrdinary) this.empty = Object.fromEntries(this.fields.map(({ key }) => [key, undefined]));
  }

  /** A thing that is kept is shown as it was here the last time, unless that hung on more than the thing. */
  show(source: unknown, place: Place | undefined, execution: Execution): unknown {
    const kept = keptWith(source);
    if (!kept) return this.showAnew(source, place, execution);
    if (kept.shown?.at === this) return kept.shown.as;
    const { unkept } = execution;
    const as = this.showAnew(source, place, execution);
    if (execution.unkept === unkept && !isLater(as)) kept.shown = { as, at: this };
    return as;
  }

  private showAnew(source: unknown, place: Place | undefined, execution: Execution): unknown {
    if (!this.showsOnce) execution.unkept += 1;
    const shown: Record<string, unknown> = this.empty ? { ...this.empty } : Object.create(null);
    let waits = false;
    try {
      for (const field of this.fields) {
        const value = field.show(source as Source, place, execution);
        if (isLater(value)) waits = true;
        shown[field.key] = value;
      }
    } catch (error) {
      if (waits) return afterwards(Object.values(shown), error);
      throw error;
    }
    return waits ? allOf(shown) : shown;
  }

  /** The same, each field once the one before it has its answer. */
  async showInTurn(source: unknown, execution: Execution): Promise<Record<string, unknown>> {
    const shown: Record<string, unknown> = Object.create(null);
    for (const field of this.fields) shown[field.key] = await field.show(source as Source, undefined, execution);
    return shown;
  }
}

async function allOf(shown: Record<string, unknown>): Promise<object> {
  const keys = Object.keys(shown);
  const values = await Promise.all(Object.values(shown));
  for (const [at, key] of keys.entries()) shown[key] = values[at];
  return shown;
}

interface Standing {
  readonly type: GraphQLObjectType;
  readonly field: Field;
  readonly selections: Selections;
}

/** A field at one place of a document: all that does not hang on the thing of which it is shown. */
class ShownField implements Completing {
  readonly schema: GraphQLSchema;
  readonly name: string;
  private readonly complete: Complete;
  readonly mayBeNull: boolean;
  /** Nothing about it has to know where it stands, but for an error. */
  private readonly isPlain: boolean;
  private readonly lookedUp: LookedUp | undefined;
  private readonly objects = new Map<GraphQLObjectType, ShownObject>();

  constructor(
    readonly key: string,
    readonly nodes: readonly FieldNode[],
    private readonly standing: Standing,
  ) {
    const { type, field, selections } = standing;
    this.schema = selections.schema;
    this.name = `${type.name}.${field.name}`;
    this.complete = completion(field.type, this);
    this.mayBeNull = !isNonNullType(field.type);
    this.isPlain = field === TypeNameMetaFieldDef || (!field.resolve && isLeafType(getNullableType(field.type)));
    // What several selections are merged into is not told apart by its place in the document.
    this.lookedUp = nodes.length === 1 ? (field.extensions['lookedUp'] as LookedUp | undefined) : undefined;
  }

  show(source: Source, prev: Place | undefined, execution: Execution): unknown {
    const place = this.isPlain ? undefined : this.placeUnder(prev);
    try {
      const found = this.find(source, place, execution);
      const shown = isLater(found)
        ? found.then((value) => this.complete(value, place, execution))
        : this.complete(found, place, execution);
      return isLater(shown) ? shown.catch((error) => this.fail(error, prev, execution)) : shown;
    } catch (error) {
      return this.fail(error, prev, execution);
    }
  }

  showObject(type: GraphQLObjectType, source: unknown, place: Place | undefined, execution: Execution): unknown {
    let object = this.objects.get(type);
    if (!object) {
      const sets = this.nodes.map(({ selectionSet }) => selectionSet);
      object = new ShownObject(type, sets, this.standing.selections);
      this.objects.set(type, object);
    }
    return object.show(source, place, execution);
  }

  private find(source: Source, place: Place | undefined, execution: Execution): unknown {
    const { type, field } = this.standing;
    if (field === TypeNameMetaFieldDef) return type.name;
    if (this.lookedUp) {
      const finds = execution.context.foreseen(this.nodes[0] as FieldNode);
      const known = shownAhead(this.lookedUp, source, finds);
      if (known !== undefined) {
        if (!keptWith(source)?.finds.has(finds)) execution.unkept += 1;
        return known;
      }
    }
    if (field.resolve) return this.ask(field.resolve, source, place, execution);
    const value = source?.[field.name];
    return typeof value === 'function' ? this.ask(callingOn(value as Method), source, place, execution) : value;
  }

  private ask(
    resolve: GraphQLFieldResolver<unknown, unknown>,
    source: Source,
    place: Place | undefined,
    execution: Execution,
  ): unknown {
    execution.unkept += 1;
    return resolve(source, this.argumentsIn(execution), execution.context, this.info(place, execution));
  }

  /** Made for each call, since who is called may change them. */
  private argumentsIn({ variables }: Execution): Record<string, unknown> {
    const { field } = this.standing;
    return field.args.length === 0 ? {} : getArgumentValues(field, this.nodes[0] as FieldNode, variables);
  }

  private info(place: Place | undefined, { schema, fragments, operation, variables }: Execution): GraphQLResolveInfo {
    const { type, field } = this.standing;
    return {
      fieldName: field.name,
      fieldNodes: this.nodes,
      returnType: field.type,
      parentType: type,
      path: place as Place,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: variables,
    };
  }

  private placeUnder(prev: Place | undefined): Place {
    return { prev, key: this.key, typename: this.standing.type.name };
  }

  private fail(error: unknown, prev: Place | undefined, execution: Execution): null {
    return failed(error, this, this.placeUnder(prev), execution);
  }
}

function callingOn(method: Method): GraphQLFieldResolver<unknown, unknown> {
  return (source, ...given) => method.apply(source, given);
}

function fieldOf(type: GraphQLObjectType, name: string, schema: GraphQLSchema): Field | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type !== schema.getQueryType()) return type.getFields()[name];
  return [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name) ?? type.getFields()[name];
}
