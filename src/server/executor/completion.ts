import {
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
} from 'graphql';
import type { Execution } from './execution';

/** Where a value stands in the answer. */
export interface Place {
  readonly prev: Place | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
}

/** Makes what is answered of what a resolver gave; null goes up from here as an error that is thrown. */
export type Complete = (value: unknown, place: Place | undefined, execution: Execution) => unknown;

/** What completion has to know of the field that it works for. */
export interface Completing {
  readonly schema: GraphQLSchema;
  readonly nodes: readonly FieldNode[];
  /** `Type.field`. */
  readonly name: string;
  showObject(type: GraphQLObjectType, source: unknown, place: Place | undefined, execution: Execution): unknown;
}

export function isLater(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

/** Fails once all that was begun is over: nothing goes on behind the back of who is answered. */
export async function afterwards(begun: readonly unknown[], error: unknown): Promise<never> {
  await Promise.allSettled(begun);
  throw error;
}

function pathOf(place: Place | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let one = place; one; one = one.prev) path.push(one.key);
  return path.reverse();
}

interface Failing {
  readonly nodes: readonly FieldNode[];
  readonly mayBeNull: boolean;
}

/** What comes of an error: null, and the error is kept; or, where null cannot stand, the error goes up. */
export function failed(error: unknown, { nodes, mayBeNull }: Failing, place: Place, execution: Execution): null {
  const located = locatedIn(execution, error, nodes, place);
  if (!mayBeNull) throw located;
  execution.errors.push(located);
  execution.unkept += 1;
  return null;
}

/** As `locatedError` makes it, but each field is looked for in the document once: a list may hold thousands of errors. */
function locatedIn({ locations }: Execution, error: unknown, nodes: Failing['nodes'], place: Place): GraphQLError {
  const path = pathOf(place);
  const known = locations.get(nodes);
  // What is a GraphQLError already may know better where it belongs.
  if (!known || !(error instanceof Error) || error instanceof GraphQLError) {
    const located = locatedError(error, nodes, path);
    if (located.nodes === nodes && located.locations) locations.set(nodes, located.locations);
    return located;
  }
  const located = new GraphQLError(error.message, { path, originalError: error });
  return Object.assign(located, { nodes, locations: known });
}

/** By type, as section 6.4.3 of the specification of GraphQL has it. */
export function completion(type: GraphQLOutputType, field: Completing): Complete {
  if (!isNonNullType(type)) return orNull(completionOf(type, field));
  const complete = orNull(completionOf(type.ofType, field));
  return (value, place, execution) => {
    const completed = complete(value, place, execution);
    if (completed === null) throw new Error(`Cannot return null for non-nullable field ${field.name}.`);
    return completed;
  };
}

function orNull(complete: Complete): Complete {
  return (value, place, execution) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(value, place, execution);
  };
}

function completionOf(type: GraphQLOutputType, field: Completing): Complete {
  if (isListType(type)) return listCompletion(type.ofType, field);
  if (isLeafType(type)) {
    return (value) => {
      const written = type.serialize(value);
      if (written === null || written === undefined)
        throw new Error(`${field.name} has no value that ${type.name} writes.`);
      return written;
    };
  }
  if (isObjectType(type)) return (value, place, execution) => field.showObject(type, value, place, execution);
  return (value, place, execution) => {
    const name = (value as { readonly __typename?: string }).__typename;
    const shown = field.schema.getType(name ?? '');
    if (!isAbstractType(type) || !isObjectType(shown) || !field.schema.isSubType(type, shown)) {
      throw new Error(`${field.name} is said to be of type ${name}.`);
    }
    return field.showObject(shown, value, place, execution);
  };
}

function listCompletion(type: GraphQLOutputType, field: Completing): Complete {
  const complete = completion(type, field);
  const failing = { nodes: field.nodes, mayBeNull: !isNonNullType(type) };
  const item = (value: unknown, place: Place, execution: Execution): unknown => {
    try {
      const completed = isLater(value)
        ? value.then((found) => complete(found, place, execution))
        : complete(value, place, execution);
      return isLater(completed) ? completed.catch((error) => failed(error, failing, place, execution)) : completed;
    } catch (error) {
      return failed(error, failing, place, execution);
    }
  };
  return (values, prev, execution) => {
    if (!isIterable(values)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${field.name}".`);
    }
    const items: unknown[] = [];
    let waits = false;
    try {
      for (const value of values) {
        const completed = item(value, { prev, key: items.length, typename: undefined }, execution);
        if (isLater(completed)) waits = true;
        items.push(completed);
      }
    } catch (error) {
      if (waits) return afterwards(items, error);
      throw error;
    }
    return waits ? Promise.all(items) : items;
  };
}

function isIterable(values: unknown): values is Iterable<unknown> {
  return typeof values === 'object' && values !== null && Symbol.iterator in values;
}
