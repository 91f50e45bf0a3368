import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import type { Operation } from '../access/operation';
import type { Viewer } from '../access/viewer';
import type { Documents } from './document';
import { notPersisted, type PersistedDocuments } from './persisted';
import type { Shared, Sharing } from './sharing';
import type { SubscriptionArgs } from './subscribe';

/** What a client asks for, however it came. */
export interface Asked {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface PreparationOptions {
  readonly schema: GraphQLSchema;
  readonly newOperation: (viewer: Viewer) => Operation;
  readonly documents: Documents;
  readonly persisted: PersistedDocuments | undefined;
  readonly sharing: Sharing;
}

export interface Prepared {
  readonly args: SubscriptionArgs & { readonly contextValue: Operation };
  readonly shared: Shared | undefined;
}

/** Examines what is asked for by who stays on the line; faults if it is not to be run. */
export function prepared(
  asked: Asked,
  viewer: Viewer,
  { documents, persisted, schema, newOperation, sharing }: PreparationOptions,
): Prepared | readonly GraphQLError[] {
  const text = persisted ? persisted.textOf(asked) : String(asked.query ?? '');
  if (text === undefined) return [notPersisted()];
  const document = documents.parse(text);
  if (!isDocument(document)) return document;
  const { operationName, variables } = asked;
  const examined = documents.examine({ document, operationName, variables }, viewer);
  if ('faults' in examined) return examined.faults;
  const question = { document, operationName, variables };
  const [contextValue, variableValues] = [newOperation(viewer), variables ?? null];
  const onceBegun = sharing.onceBegun(question) ?? null;
  return {
    args: { schema, document, contextValue, operationName: operationName ?? null, variableValues, onceBegun },
    shared: sharing.of(text, question),
  };
}

function isDocument(parsed: DocumentNode | readonly GraphQLError[]): parsed is DocumentNode {
  return 'kind' in parsed;
}
