import { ownerSession, type Postmaster } from './postmaster';

const BUILDING = [0x63656c6c, 1];

/** Makes the role that the server works as, and the database, where they are missing. */
export async function layFoundation(postmaster: Postmaster): Promise<void> {
  const session = await ownerSession(postmaster);
  try {
    if (await isComplete()) return;
    // Of two that start together one waits here; the lock goes with the session.
    await session.query('SELECT pg_advisory_lock($1, $2)', BUILDING);
    await session.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cellule_runtime') THEN
        CREATE ROLE cellule_runtime LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
      END IF;
    END $$`);
    if (!(await isComplete())) await session.query('CREATE DATABASE cellule OWNER cellule_owner');
  } finally {
    await session.end();
  }

  async function isComplete(): Promise<boolean> {
    const answer = await session.query<{ complete: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cellule_runtime')
          AND EXISTS (SELECT FROM pg_database WHERE datname = 'cellule') AS complete`,
    );
    return answer.rows[0]?.complete === true;
  }
}
