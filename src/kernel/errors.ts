import { randomUUID } from 'node:crypto';

/** The closed list of codes that a client can meet, besides Apollo's own; each has its line in docs/errors.md. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'ILLEGAL_TRANSITION'
  | 'RATE_LIMITED'
  | 'TOO_COSTLY'
  | 'UNAVAILABLE';

/** An answer that a client is meant to read. Anything else that is thrown is ours, and masked at the edge. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Shown to the client as `extensions`: `inputPath` says where in the arguments the fault lies. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'AppError';
  }
}

/** Why a command or the server does not start: one sentence for the person at the terminal, no stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

export function badInput(message: string, inputPath?: string): AppError {
  return new AppError('BAD_USER_INPUT', message, inputPath === undefined ? {} : { inputPath: inputPath.split('.') });
}

export function notFound(what: string, inputPath?: string): AppError {
  return new AppError(
    'NOT_FOUND',
    `There is no such ${what}, or you may not see it.`,
    inputPath === undefined ? {} : { inputPath: inputPath.split('.') },
  );
}

/** For the end of a `switch` over a union: a case that was forgotten does not compile. */
export function unreachable(value: never): Error {
  return new Error(`Unreachable: ${String(value)}`);
}

export function newErrorId(): string {
  return randomUUID();
}
