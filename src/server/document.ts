import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  type ParseOptions,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../access/viewer';
import type { Config } from '../kernel/config';
import { AppError } from '../kernel/errors';
import type { Limits } from '../kernel/limits';
import { costOf } from './cost';
import { excessOf, measure } from './measures';
import { isWithin } from './variables-size';

const charactersToKeep = 500_000;

export interface DocumentsOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly introspection: Config['introspection'];
}

interface Request {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

type Faults = readonly GraphQLError[];

/** What is true of a document whoever sends it, and with whatever variables. */
interface Verdict {
  readonly faults: Faults;
  readonly introspects: boolean;
}

/** What is accepted, over HTTP and over WebSocket alike; faults come with the codes that clients know from Apollo. */
export class Documents {
  readonly parseOptions: ParseOptions;
  private readonly verdicts = new WeakMap<DocumentNode, Verdict>();
  /** Many subscribers ask the same: it is parsed once, and kept in memory once. */
  private readonly parsed = new LRUCache<string, DocumentNode>({
    maxSize: charactersToKeep,
    sizeCalculation: (_, text) => text.length + 1,
  });

  constructor(private readonly options: DocumentsOptions) {
    this.parseOptions = { maxTokens: options.limits.tokens };
  }

  parse(text: string): DocumentNode | Faults {
    try {
      this.requireShort(text);
      const document = this.parsed.get(text) ?? parse(text, this.parseOptions);
      this.parsed.set(text, document);
      return document;
    } catch (error) {
      return [error instanceof AppError ? refusal(error) : coded('GRAPHQL_PARSE_FAILED', error as GraphQLError)];
    }
  }

  requireShort({ length }: string): void {
    const { documentLength: limit } = this.options.limits;
    if (length <= limit) return;
    const message = `A document has at most ${limit} characters, and this one ${length}.`;
    throw new AppError('TOO_COSTLY', message, { measure: 'documentLength', limit, found: length });
  }

  /** Why an operation is not run for this viewer; none if it is. */
  faultsOf(request: Request, viewer: Viewer): Faults {
    const faults = this.allFaultsOf(request, viewer);
    return viewer.kind === 'anonymous' ? faults.map(withoutSuggestion) : faults;
  }

  private allFaultsOf({ document, operationName, variables }: Request, viewer: Viewer): Faults {
    const { faults, introspects } = this.verdictOn(document);
    if (faults.length > 0) return faults;
    const secret = introspects ? this.secretFrom(viewer) : undefined;
    if (secret) return [refusal(secret)];
    const operation = getOperationAST(document, operationName);
    if (!operation) return [unresolved(operationName)];
    return this.faultsInUse({ document, operation, variables: variables ?? {} });
  }

  private verdictOn(document: DocumentNode): Verdict {
    let verdict = this.verdicts.get(document);
    if (!verdict) {
      const { schema, limits } = this.options;
      const measured = measure(document);
      const excess = excessOf(measured, limits);
      const faults = excess ? [refusal(excess)] : validate(schema, document).map(invalid);
      verdict = { faults, introspects: measured.introspects };
      this.verdicts.set(document, verdict);
    }
    return verdict;
  }

  private secretFrom(viewer: Viewer): AppError | undefined {
    const { introspection } = this.options;
    if (introspection === 'everybody') return undefined;
    if (introspection === 'nobody') return new AppError('FORBIDDEN', 'This server shows its schema to nobody.');
    if (viewer.kind !== 'anonymous') return undefined;
    const message = 'The schema is shown to those who sign in: send "Authorization: Bearer", and a token.';
    return new AppError('UNAUTHENTICATED', message);
  }

  private faultsInUse({ document, operation, variables }: Use): Faults {
    const { schema, limits } = this.options;
    if (!isWithin(limits.variablesSize, variables)) {
      const { variablesSize: limit } = limits;
      const message = `The variables of an operation hold at most ${limit} characters, and these more.`;
      return [refusal(new AppError('TOO_COSTLY', message, { measure: 'variablesSize', limit }))];
    }
    const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: 50,
    });
    if (errors) return errors;
    const cost = costOf({ schema, document, operation, variables: coerced });
    if (cost <= limits.cost) return [];
    const message = `An operation costs at most ${limits.cost}, and this one up to ${cost}: ask for less, or for smaller pages.`;
    return [refusal(new AppError('TOO_COSTLY', message, { cost, limit: limits.cost }))];
  }
}

interface Use {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

function unresolved(operationName: string | null | undefined): GraphQLError {
  const message = operationName
    ? `Unknown operation named "${operationName}".`
    : 'Must provide one operation, or its name.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}

export function refusal(error: AppError): GraphQLError {
  return new GraphQLError(error.message, { originalError: error });
}

const invalid = (error: GraphQLError) => coded('GRAPHQL_VALIDATION_FAILED', error);

function coded(code: string, error: GraphQLError, message = error.message): GraphQLError {
  const { nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}

/** Suggestions spell out the schema, bit by bit. */
function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean [^?]*\?/g, '');
  if (message === error.message) return error;
  const { nodes = null, source = null, positions = null, originalError = null, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, originalError, extensions });
}
