import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type ParseOptions,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';

/** What Apollo is told for HTTP and `readDocument` applies for WebSockets: what one refuses, the other refuses. */
export const parseOptions: ParseOptions = { maxTokens: 15_000 };
export const furtherRules: ValidationRule[] = [];

interface Request {
  readonly query: string;
  readonly operationName?: string | null | undefined;
}

/** Parses and validates; faults come with the codes that Apollo gives them. */
export function readDocument(schema: GraphQLSchema, { query, operationName }: Request): DocumentNode | GraphQLError[] {
  let document: DocumentNode;
  try {
    document = parse(query, parseOptions);
  } catch (error) {
    return [coded('GRAPHQL_PARSE_FAILED', error as GraphQLError)];
  }
  const faults = validate(schema, document, [...specifiedRules, ...furtherRules]);
  if (faults.length > 0) return faults.map((fault) => coded('GRAPHQL_VALIDATION_FAILED', fault));
  if (getOperationAST(document, operationName)) return document;
  const message = operationName
    ? `Unknown operation named "${operationName}".`
    : 'Must provide one operation, or its name.';
  return [new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })];
}

function coded(code: string, error: GraphQLError): GraphQLError {
  const { message, nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
