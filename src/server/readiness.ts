import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** The parts that must hold for the server to be of use. */
export interface Parts {
  readonly database: boolean;
  readonly migrations: boolean;
}

interface ReadinessOptions {
  readonly isReady: () => Promise<Parts>;
  readonly isDraining: () => boolean;
  readonly log: Logger;
}

/** `/ready`: 200, or 503 with the part that fails; the reason is in the log. */
export function readiness({ isReady, isDraining, log }: ReadinessOptions): RequestHandler {
  let asking: Promise<Parts> | undefined;
  const look = () =>
    isReady()
      .catch((error: Error): Parts => {
        log.warn({ err: error }, 'the database cannot be asked');
        return { database: false, migrations: false };
      })
      .finally(() => {
        asking = undefined;
      });
  return async (_request, response) => {
    const draining = isDraining();
    // Anybody may ask without end: the database is asked once at a time.
    asking ??= look();
    const { database, migrations } = await asking;
    const isFit = database && migrations && !draining;
    response.status(isFit ? 200 : 503).set('Cache-Control', 'no-store');
    response.json({ status: isFit ? 'ok' : 'unavailable', database, migrations, draining });
  };
}
