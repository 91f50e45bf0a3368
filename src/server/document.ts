import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  NoFragmentCyclesRule,
  type OperationDefinitionNode,
  type ParseOptions,
  parse,
  UniqueFragmentNamesRule,
  type ValidationRule,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../access/viewer';
import type { Config } from '../kernel/config';
import { AppError } from '../kernel/errors';
import type { Limits } from '../kernel/limits';
import { Costs } from './cost';
import { shortened } from './errors';
import { excessOf, type Measured, measure } from './measures';
import { isTooDeep, mostLevels } from './nesting';
import { pairsOf } from './pairs';
import { isWithin } from './variables-size';

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

interface Use {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An operation that may be run, with its variables as coerced. */
export type Examined = Use | { readonly faults: Faults };

/** Of what was parsed: in memory, each takes up to some forty bytes. */
const keptCharacters = 500_000;
/** Of a document's faults: who corrects ten finds the others. */
const mostFaults = 10;
const mostPlaces = 10;
/** Each fault in variables quotes the value that it lies in: of larger ones only the first is told. */
const mostQuoted = 20_000;
/** Of two fragments of one name, the search for cycles follows the first, and whoever spreads it the last. */
const untangled = [UniqueFragmentNamesRule, NoFragmentCyclesRule];

/** What is true of a document whoever sends it, and with whatever variables. */
interface Verdict {
  readonly faults: Faults;
  readonly introspects: boolean;
}

/** What is accepted, over HTTP and over WebSocket alike; faults come with the codes that clients know from Apollo. */
export class Documents {
  readonly parseOptions: ParseOptions;
  private readonly verdicts = new WeakMap<DocumentNode, Verdict>();
  private readonly costs = new Costs();
  /** Many subscribers ask the same: it is parsed once, and kept in memory once. */
  private readonly parsed = new LRUCache<string, DocumentNode>({
    maxSize: keptCharacters,
    sizeCalculation: (_, text) => Math.max(1, text.length),
  });

  constructor(private readonly options: DocumentsOptions) {
    this.parseOptions = { maxTokens: options.limits.tokens };
  }

  parse(text: string): DocumentNode | Faults {
    const known = this.parsed.get(text);
    if (known) return known;
    const unfit = this.unfitness(text);
    if (unfit) return [unfit];
    try {
      const document = parse(text, this.parseOptions);
      this.parsed.set(text, document);
      return document;
    } catch (error) {
      return [coded('GRAPHQL_PARSE_FAILED', error as GraphQLError)];
    }
  }

  /** Why a text is not even parsed. */
  unfitness(text: string): GraphQLError | undefined {
    const [{ documentLength: limit }, { length }] = [this.options.limits, text];
    if (length > limit) {
      const message = `A document has at most ${limit} characters, and this one ${length}.`;
      return refusal(new AppError('TOO_COSTLY', message, { measure: 'documentLength', limit, found: length }));
    }
    if (!isTooDeep(text)) return undefined;
    const message = `The document is nested too deeply: its brackets are more than ${mostLevels} levels deep.`;
    return new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }

  /** The operation that is to be run for this viewer, or why it is not. */
  examine(request: Request, viewer: Viewer): Examined {
    const examined = this.examineFor(request, viewer);
    if (viewer.kind !== 'anonymous' || !('faults' in examined)) return examined;
    return { faults: examined.faults.map(withoutSuggestion) };
  }

  private examineFor({ document, operationName, variables }: Request, viewer: Viewer): Examined {
    const { faults, introspects } = this.verdictOn(document);
    if (faults.length > 0) return { faults };
    const secret = introspects ? this.secretFrom(viewer) : undefined;
    if (secret) return { faults: [refusal(secret)] };
    const operation = getOperationAST(document, operationName);
    if (!operation) return { faults: [unresolved(operationName)] };
    try {
      return this.examineUse({ document, operation, variables: variables ?? {} });
    } catch (error) {
      return { faults: [orRethrown(error)] };
    }
  }

  private verdictOn(document: DocumentNode): Verdict {
    let verdict = this.verdicts.get(document);
    if (!verdict) {
      const measured = measure(document);
      verdict = { faults: this.faultsIn(document, measured), introspects: measured.introspects };
      this.verdicts.set(document, verdict);
    }
    return verdict;
  }

  /** The cheapest questions first: each may be asked only of what passed those before it. */
  private faultsIn(document: DocumentNode, measured: Measured): Faults {
    const { limits } = this.options;
    const excess = excessOf(measured, limits);
    if (excess) return [refusal(excess)];
    const knots = this.invalidities(document, untangled);
    if (knots.length > 0) return knots;
    const tooManyPairs = excessOf({ pairs: pairsOf(document) }, limits);
    return tooManyPairs ? [refusal(tooManyPairs)] : this.invalidities(document);
  }

  private invalidities(document: DocumentNode, rules?: readonly ValidationRule[]): Faults {
    const found = this.validate(document, rules);
    // Where graphql-js gives up, it says so in place of a fault.
    const faults = found.filter(({ message }) => !message.endsWith('Validation aborted.'));
    if (found.length === 0 || faults.length > 0) return faults.map(invalid);
    return [refusal(new AppError('TOO_COSTLY', 'The document asks for the same fields too often to be validated.'))];
  }

  private validate(document: DocumentNode, rules: readonly ValidationRule[] | undefined): Faults {
    try {
      return validate(this.options.schema, document, rules, { maxErrors: mostFaults });
    } catch (error) {
      return [orRethrown(error)];
    }
  }

  private secretFrom(viewer: Viewer): AppError | undefined {
    const { introspection } = this.options;
    if (introspection === 'everybody') return undefined;
    if (introspection === 'nobody') return new AppError('FORBIDDEN', 'This server shows its schema to nobody.');
    if (viewer.kind !== 'anonymous') return undefined;
    const message = 'The schema is shown to those who sign in: send "Authorization: Bearer", and a token.';
    return new AppError('UNAUTHENTICATED', message);
  }

  private examineUse({ document, operation, variables }: Use): Examined {
    const { schema, limits } = this.options;
    if (!isWithin(limits.variablesSize, variables)) {
      const { variablesSize: limit } = limits;
      const message = `The variables of an operation hold at most ${limit} characters, and these more.`;
      return { faults: [refusal(new AppError('TOO_COSTLY', message, { measure: 'variablesSize', limit }))] };
    }
    const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: isWithin(mostQuoted, variables) ? mostFaults : 1,
    });
    if (errors) return { faults: errors };
    const cost = this.costs.of({ schema, document, operation, variables: coerced });
    if (cost <= limits.cost) return { document, operation, variables: coerced };
    const message = `An operation costs at most ${limits.cost}, and this one up to ${cost}: ask for less, or for smaller pages.`;
    return { faults: [refusal(new AppError('TOO_COSTLY', message, { cost, limit: limits.cost }))] };
  }
}

/** Where a directive is given what it does not take, the engine may throw what it found. */
function orRethrown(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  throw error;
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

/** The engine spells out each pair that does not go together, and says where both are. */
function invalid(error: GraphQLError): GraphQLError {
  return coded('GRAPHQL_VALIDATION_FAILED', error, shortened(error.message));
}

function coded(code: string, error: GraphQLError, message = error.message): GraphQLError {
  const { nodes, source = null, positions } = error;
  const places = { nodes: nodes?.slice(0, mostPlaces) ?? null, positions: positions?.slice(0, mostPlaces) ?? null };
  return new GraphQLError(message, { ...places, source, extensions: { code } });
}

/** Suggestions spell out the schema, bit by bit. They come last; what is before them may quote as much as was sent. */
function withoutSuggestion(error: GraphQLError): GraphQLError {
  const start = error.message.endsWith('?') ? error.message.lastIndexOf(' Did you mean ') : -1;
  if (start === -1) return error;
  const message = error.message.slice(0, start);
  const { nodes = null, source = null, positions = null, originalError = null, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, originalError, extensions });
}
