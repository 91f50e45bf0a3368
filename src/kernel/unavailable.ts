/**
 * PostgreSQL going away, starting or full; a database that is not there or not written to, while it is restored or another
 * server takes over; and the conflicts between transactions that are left after all attempts.
 */
const states = /^(08...|53...|57P0[123]|3D000|25006|40001|40P01)$/;
const connectionFaults = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** `pg` and TypeORM give these no code. */
const messages =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end|Client was closed|Driver not Connected|Connection with .* is not established|DataSource is not|database .* is not currently accepting connections|(Database connection provided by a )?query ?runner (was )?already released)/i;

/** Whether an error says that the database cannot be asked just now, so that the same request may work later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && (states.test(code) || connectionFaults.has(code))) return true;
  if (code === 'ENOENT' && syscall === 'connect') return true;
  return messages.test(error.message) || isUnavailable(error.cause);
}
