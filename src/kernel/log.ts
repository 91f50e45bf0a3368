import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config';

const secrets = ['authorization', 'token', 'password', 'key'];

/**
 * The log: lines of JSON on the error stream, since the output stream of a command is its product. They carry ids, never
 * texts and never tokens: say what happened to which thing, not what it says.
 */
export function createLog(level: Config['logLevel'], destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      serializers: { err: shownError },
    },
    destination,
  );
}

/** A database error carries the statement and its values along; those stay out. */
function shownError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  return { type: error.name, message: error.message, code, constraint, table, stack: error.stack };
}
