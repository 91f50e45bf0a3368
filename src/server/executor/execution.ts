import type { FragmentDefinitionNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Operation } from '../../access/operation';

/** One run of an operation of a document. */
export interface Execution {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly context: Operation;
  /** As coerced: with their defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: GraphQLError[];
}
