import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { Refusal } from '../errors';
import { ownerSession, type Postmaster } from './postmaster';
import { isAlive, messageOf } from './system';

interface ServerLockOptions {
  readonly dataDir: string;
  /** Finds the cluster again after its session broke, and starts it if it has gone. */
  readonly revive: () => Promise<Postmaster>;
  readonly progress: (text: string) => void;
  readonly onLost: (refusal: Refusal) => void;
}

const SERVING = [0x63656c6c, 2];
const SESSION_NAME = 'cellule server ';
const POLL_MS = 50;
const REVIVAL_MS = 500;
/** PostgreSQL needs a moment to notice that a process was killed. */
const PATIENCE_MS = 5_000;

/** Held by a session, so that it goes with the process however that ends. */
export class ServerLock {
  private session: Client | undefined;
  private released = false;
  private told = '';
  private retaking: Promise<void> = Promise.resolve();

  constructor(private readonly options: ServerLockOptions) {}

  async take(postmaster: Postmaster): Promise<void> {
    const session = await lockedSession(postmaster, this.options.dataDir);
    session.once('end', () => {
      if (!this.released) this.retaking = this.retake();
    });
    this.session = session;
  }

  async release(): Promise<void> {
    this.released = true;
    await this.retaking;
    await this.session?.end();
  }

  /** PostgreSQL was restarted. Until we are back, a second server could come in: then it is the one. */
  private async retake(): Promise<void> {
    this.session = undefined;
    while (!this.released) {
      try {
        await this.take(await this.options.revive());
        return;
      } catch (error) {
        if (error instanceof HeldElsewhere) return this.options.onLost(error);
        this.tell(`PostgreSQL does not answer yet: ${messageOf(error)}`);
      }
      await setTimeout(REVIVAL_MS);
    }
  }

  /** Once, however often it is tried. */
  private tell(trouble: string): void {
    if (trouble !== this.told) this.options.progress(trouble);
    this.told = trouble;
  }
}

class HeldElsewhere extends Refusal {}

async function lockedSession(postmaster: Postmaster, dataDir: string): Promise<Client> {
  const session = await ownerSession(postmaster, `${SESSION_NAME}${process.pid}`);
  try {
    await lock(session, dataDir);
    return session;
  } catch (error) {
    await session.end();
    throw error;
  }
}

async function lock(session: Client, dataDir: string): Promise<void> {
  const giveUp = Date.now() + PATIENCE_MS;
  for (;;) {
    const tried = await session.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', SERVING);
    if (tried.rows[0]?.taken === true) return;
    const holder = await holderPid(session);
    if ((holder !== undefined && isAlive(holder)) || Date.now() > giveUp) {
      throw new HeldElsewhere(
        `A Cellule server (pid ${holder ?? 'unknown'}) already runs on ${dataDir}: stop it first, or give this one another DATA_DIR.`,
      );
    }
    await setTimeout(POLL_MS);
  }
}

async function holderPid(session: Client): Promise<number | undefined> {
  const found = await session.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND granted AND (classid, objid) = ($1, $2)`,
    SERVING,
  );
  const name = found.rows[0]?.name;
  return name === undefined ? undefined : Number(name.slice(SESSION_NAME.length));
}
