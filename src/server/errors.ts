import {
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
} from 'graphql';
import type { Logger } from 'pino';
import { AppError, newErrorId } from '../kernel/errors';
import { isUnavailable } from '../kernel/unavailable';

/** The one way in which an error reaches a client, over HTTP and over WebSocket. */
export type FormatError = (error: unknown) => GraphQLFormattedError;

type Result = { readonly [Part in keyof ExecutionResult]: ExecutionResult[Part] | undefined };

/** A result whose errors are as clients get them; undefined if it has none. */
export function formatted(
  { errors, ...result }: Result,
  formatError: FormatError,
): FormattedExecutionResult | undefined {
  return errors && ({ ...result, errors: errors.map(formatError) } as FormattedExecutionResult);
}

interface Answer {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** What the machinery before execution answers, with codes of its own. */
const passed = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
]);

export function errorFormat(log: Logger): FormatError {
  return (error) => {
    const chain = chainOf(error);
    const answer = answerOf(chain) ?? masked(chain.at(-1), log);
    const located = chain.find((link) => link instanceof GraphQLError && link.path) ?? chain[0];
    if (!(located instanceof GraphQLError)) return answer;
    const { locations, path } = located;
    return { ...answer, ...(locations && { locations }), ...(path && { path }) };
  };
}

/** An error, and what it was made from, down to what was first thrown. */
function chainOf(error: unknown): unknown[] {
  const chain = [error];
  for (let link = error; link instanceof GraphQLError && link.originalError; ) {
    link = link.originalError;
    chain.push(link);
  }
  return chain;
}

function answerOf(chain: readonly unknown[]): Answer | undefined {
  const cause = chain.at(-1);
  for (const link of chain) {
    if (!(link instanceof GraphQLError)) continue;
    const { http: _, stacktrace: __, code, ...extensions } = link.extensions;
    if (code !== 'GRAPHQL_VALIDATION_FAILED' && isInputFault(link)) return inputFault(link.message);
    if (passed.has(String(code))) {
      return { message: shortened(link.message), extensions: { ...extensions, code: String(code) } };
    }
  }
  if (cause instanceof AppError) return { message: cause.message, extensions: { ...cause.details, code: cause.code } };
  return undefined;
}

/** graphql-js gives no code to a variable, or to an argument made from one, that its type refuses. */
function isInputFault({ nodes, message }: GraphQLError): boolean {
  const [node] = nodes ?? [];
  if (message.startsWith('Too many errors processing variables')) return true;
  return node?.kind === Kind.VARIABLE_DEFINITION || (node !== undefined && message.startsWith('Argument "'));
}

function inputFault(message: string): Answer {
  return { message: shortened(message), extensions: { code: 'BAD_USER_INPUT', inputPath: inputPathOf(message) } };
}

/** Where in the input the fault lies, as the messages of graphql-js have it: `… at "input.regions[0].code"; …`. */
function inputPathOf(message: string): string[] {
  const [, name = '', path = ''] = /^(?:Variable "\$|Argument ")(\w+)"(?:.*? at "\1([^"]*)"; )?/s.exec(message) ?? [];
  const [, field] = /; Field "(\w+)" (?:of required type|is not defined)/.exec(message) ?? [];
  return [name, ...path.split(/[.[\]]+/), field ?? ''].filter((part) => part !== '');
}

/** A message quotes what was sent, which may be as long as the request. */
export function shortened(message: string): string {
  return message.length <= 1000 ? message : `${message.slice(0, 500)} … ${message.slice(-450)}`;
}

function masked(cause: unknown, log: Logger): Answer {
  const errorId = newErrorId();
  if (isUnavailable(cause)) {
    log.warn({ errorId, err: cause }, 'the database cannot be asked');
    return { message: 'The server cannot answer just now. Try again.', extensions: { code: 'UNAVAILABLE' } };
  }
  log.error({ errorId, err: cause }, 'an error that no one answered');
  const message = 'Something went wrong on the server. Its log has the cause under the errorId.';
  return { message, extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } };
}
