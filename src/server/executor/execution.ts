import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLSchema,
  OperationDefinitionNode,
  SourceLocation,
} from 'graphql';
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
  /** How often something was shown that may not be kept: it came from elsewhere than the thing and what was found with it, failed, or is too much. */
  unkept: number;
  /** Where the fields that failed stand in the document. */
  readonly locations: Map<readonly FieldNode[], readonly SourceLocation[]>;
}
