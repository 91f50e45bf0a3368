import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { absent, isSystemError, messageOf } from './system';

/** A PostgreSQL server, as it describes itself in its postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
  /** Whether it said that it takes connections; after a crash it may not be there to do so. */
  readonly ready: boolean;
}

/** The one that runs on this data, or ran there last: the file outlives a crash. */
export async function recordedPostmaster(pg: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(pg, 'postmaster.pid'), 'utf8').catch(absent);
  // Lines: pid, data, start time, port, socket directory, address listened to, memory, state. They come one by one.
  const [pid, , , port, socketDirectory, listened, , state] = (text ?? '').split('\n');
  const host = socketDirectory || listened;
  if (!pid || !port || !host) return undefined;
  return { pid: Number(pid), port: Number(port), host, ready: state?.trim() === 'ready' };
}

/** A session of the owner, in the database that every cluster has and nobody uses. */
export async function ownerSession(at: { host: string; port: number }, name = 'cellule'): Promise<Client> {
  const client = new Client({
    host: at.host,
    port: at.port,
    user: 'cellule_owner',
    database: 'postgres',
    application_name: name,
    ssl: false,
  });
  // Without a listener, a session that breaks between two statements would end the process; the next statement tells.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export type Answer = 'ready' | 'not yet' | 'silent';

export async function knock(postmaster: Postmaster): Promise<Answer> {
  try {
    const client = await ownerSession(postmaster);
    await client.end();
    return 'ready';
  } catch (error) {
    // cannot_connect_now: it starts, recovers or shuts down.
    if (isSystemError(error, '57P03')) return 'not yet';
    if (isSystemError(error, 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE') || isHangUp(error)) return 'silent';
    throw error;
  }
}

/** pg's own error for a connection that ended before its greeting has no code. */
function isHangUp(error: unknown): boolean {
  return messageOf(error) === 'Connection terminated unexpectedly';
}
