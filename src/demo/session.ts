import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { discardCluster } from '../kernel/postgres/cluster';

const session = z.object({
  tokenKey: z.string().min(32),
  incident: z.object({ id: z.string(), reference: z.string() }),
  parties: z.array(z.object({ code: z.string(), name: z.string(), personId: z.string(), stakeholderId: z.string() })),
});

/** What a later run needs to go on with the data of this one: the links that were handed out stay good. */
export type Session = Readonly<z.infer<typeof session>>;

export function newTokenKey(): string {
  return randomBytes(32).toString('base64url');
}

/** What the last run left in the demo's directory, if it came as far as telling of the incident. */
export async function lastSession(dataDir: string): Promise<Session | undefined> {
  if (!existsSync(join(dataDir, 'pg')) || !existsSync(fileIn(dataDir))) return undefined;
  const { data } = session.safeParse(JSON.parse(await readFile(fileIn(dataDir), 'utf8')));
  return data;
}

/** Holds the key of the demo's tokens: for its owner alone. */
export async function keepSession(dataDir: string, kept: Session): Promise<void> {
  await writeFile(fileIn(dataDir), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
}

/** Forgets the last run. */
export async function startClean(dataDir: string): Promise<void> {
  await discardCluster({ dataDir });
  await rm(fileIn(dataDir), { force: true });
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'session.json');
}
