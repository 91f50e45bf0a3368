import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type DatabaseAddress, dataSourceOf, type Model } from './database';
import { Refusal } from './errors';
import { packageRoot } from './package-root';

/** The role that grants.sql speaks of. */
const runtimeRole = 'cellule_runtime';
/** Any number will do, as long as every node takes the same: "cellule" in ASCII, cut to fit. */
const migrationLock = 0x63656c6c;

export interface Database {
  /** Who migrates. */
  readonly owner: DatabaseAddress;
  /** Who serves. */
  readonly runtime: DatabaseAddress;
  /** The server's role there, which grants are for. */
  readonly role: string;
}

/**
 * Makes a database ready under a lock, so that nodes that start together take turns: migrations, grants, and what
 * `afterwards` adds. The second node finds nothing to do.
 */
export async function makeReady(database: Database, model: Model, afterwards: () => Promise<void>): Promise<string[]> {
  const dataSource = await connected(dataSourceOf(database.owner, model, 2));
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    if (await ownsJournal(dataSource)) await grant(dataSource, database.role);
    await afterwards();
    return done.map(({ name }) => name);
  } finally {
    // The lock is its session's: it goes with the connection.
    await lock.release();
    await dataSource.destroy();
  }
}

export async function connected(dataSource: DataSource): Promise<DataSource> {
  try {
    return await dataSource.initialize();
  } catch (error) {
    // Where a name has several addresses, the reason is in the code.
    const { message, code } = error as NodeJS.ErrnoException;
    throw new Refusal(`The database does not answer: ${message || code}`);
  }
}

async function ownsJournal(dataSource: DataSource): Promise<boolean> {
  const [row] = await dataSource.query(
    `SELECT pg_has_role(relowner, 'USAGE') AS owned FROM pg_class WHERE oid = 'journal_line'::regclass`,
  );
  return row.owned;
}

async function grant(dataSource: DataSource, role: string): Promise<void> {
  const quoted = `"${role.replaceAll('"', '""')}"`;
  const [{ exists }] = await dataSource.query('SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS exists', [
    role,
  ]);
  try {
    if (!exists) await dataSource.query(`CREATE ROLE ${quoted} NOLOGIN`);
    const [{ member }] = await dataSource.query(`SELECT pg_has_role(current_user, $1, 'MEMBER') AS member`, [role]);
    if (!member) await dataSource.query(`GRANT ${quoted} TO CURRENT_USER`);
  } catch (error) {
    throw new Refusal(
      `The server runs as the role ${role}, which cannot be made ready (${(error as Error).message}): ` +
        'create it as docs/database.md says, or give its login in DATABASE_URL and the owner in DATABASE_OWNER_URL.',
    );
  }
  await dataSource.query(
    readFileSync(join(packageRoot, 'migrations', 'grants.sql'), 'utf8').replaceAll(runtimeRole, quoted),
  );
}

/** Where the owner and the server log in. Without an owner of its own, the server takes on the runtime role. */
export function externalDatabase(url: string, ownerUrl: string | undefined): Database {
  if (ownerUrl === undefined) return { owner: { url }, runtime: { url, role: runtimeRole }, role: runtimeRole };
  return { owner: { url: ownerUrl }, runtime: { url }, role: decodeURIComponent(new URL(url).username) };
}

const oldestMajor = 15;

/** Refuses to serve from a role that could rewrite a journal. */
export async function checkRuntimeRole(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query(`
    SELECT current_user AS role, bool_or(has_table_privilege(name, right_)) OR bool_or(has_any_column_privilege(name, 'UPDATE')) AS may_rewrite
    FROM unnest(ARRAY['journal_line', 'journal_entry', 'journal_marking']) AS name, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS right_`);
  const [{ version }] = await dataSource.query(`SELECT current_setting('server_version_num')::int / 10000 AS version`);
  if (version < oldestMajor) throw new Refusal(`This is PostgreSQL ${version}: Cellule needs ${oldestMajor} or later.`);
  if (row.may_rewrite) {
    throw new Refusal(
      `The role ${row.role} may change or remove lines of a journal: serve as another one, as docs/database.md says.`,
    );
  }
}

export async function migrationsAreCurrent(dataSource: DataSource): Promise<boolean> {
  return !(await dataSource.showMigrations());
}
