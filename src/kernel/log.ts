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
  const message = quotesNothing(error, code) ? error.message : error.message.replace(/["'`].*["'`]/s, '"…"');
  const stack = error.stack?.replace(error.message, () => message);
  return { type: error.name, message, code, constraint, table, stack };
}

/** PostgreSQL (class 22) and `JSON.parse` quote the value that they cannot read, which may be a text or a token. */
function quotesNothing(error: Error, code: unknown): boolean {
  return !(error instanceof SyntaxError) && !/^22\w{3}$/.test(String(code));
}
