import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

interface Question {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What two subscribers must have in common to be handed the same answers, and what makes them. */
export interface Shared {
  readonly key: string;
  readonly isPlain: boolean;
}

interface Nature {
  readonly isPlain: boolean;
  /** Its variables, without those that only say where to begin; what else is sent says nothing, and may be anything. */
  readonly named: readonly string[];
  readonly beginnings: readonly string[];
}

/** Tells which subscriptions ask the same. */
export class Sharing {
  private readonly natures = new WeakMap<OperationDefinitionNode, Nature>();

  constructor(private readonly schema: GraphQLSchema) {}

  of(text: string, { document, operationName, variables }: Question): Shared | undefined {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'subscription') return undefined;
    const { isPlain, named } = this.natureOf(document, operation);
    const asked = named.flatMap((name) =>
      variables && Object.hasOwn(variables, name) ? [[name, variables[name]]] : [],
    );
    const question = JSON.stringify([text, operationName ?? null, asked]);
    return { key: createHash('sha256').update(question).digest('base64'), isPlain };
  }

  /** The variables once it has begun: where to begin may be a thousand positions, and would be read again for each event. */
  onceBegun({ document, operationName, variables }: Question): Question['variables'] {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'subscription' || !variables) return variables;
    const given = this.natureOf(document, operation).beginnings.filter((name) => variables[name] != null);
    return given.length === 0 ? variables : { ...variables, ...Object.fromEntries(given.map((name) => [name, []])) };
  }

  private natureOf(document: DocumentNode, operation: OperationDefinitionNode): Nature {
    const known = this.natures.get(operation);
    if (known) return known;
    const beginnings = beginningsOf(this.schema, document);
    const all = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    const named = all.filter((name) => !beginnings.includes(name));
    const nature = { isPlain: isPlain(this.schema, document), named, beginnings };
    this.natures.set(operation, nature);
    return nature;
  }
}

/** No field but those of the root is worked out: the event has them all as properties. */
function isPlain(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  const roots = [schema.getSubscriptionType(), schema.getQueryType(), schema.getMutationType()];
  let plain = true;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name: { value: name } }) {
        const parent = types.getParentType();
        if (!parent || name.startsWith('__') || roots.some((root) => root === parent)) return;
        const shown = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
        if (shown.some((type) => isObjectType(type) && type.getFields()[name]?.resolve)) plain = false;
      },
    }),
  );
  return plain;
}

/** Those given as `after` of a subscription, and for nothing else. */
function beginningsOf(schema: GraphQLSchema, document: DocumentNode): string[] {
  const types = new TypeInfo(schema);
  const [begun, used]: [string[], string[]] = [[], []];
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition() {
        return false;
      },
      Field({ arguments: given }) {
        if (types.getParentType() !== schema.getSubscriptionType()) return;
        const after = given?.find(({ name }) => name.value === 'after')?.value;
        if (after?.kind === Kind.VARIABLE) begun.push(after.name.value);
      },
      Variable({ name }) {
        used.push(name.value);
      },
    }),
  );
  return begun.filter((name) => used.filter((one) => one === name).length === 1);
}
