import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { attachCluster } from '../../../src/kernel/postgres/cluster';
import { ask, House, isPresent, postmasterPid } from './house';
import { anInstallation, type Installation } from './installation';
import { asRoot, lend, nobody } from './users';

let installation: Installation;
const house = new House(() => installation);

beforeAll(async () => {
  installation = await anInstallation('copied');
});
afterEach(() => house.empty());
afterAll(() => installation.remove());

/** What a tool says while it starts the cluster and stops it again. */
async function progressOf(dataDir: string): Promise<string[]> {
  const tool = house.attaches(dataDir);
  await tool.tells('address');
  tool.say('stop');
  await tool.tells('stopped');
  return tool.told.flatMap((event) => event.progress ?? []);
}

const ownerOf = (path: string) => statSync(path).uid;

asRoot('root lends PostgreSQL another account, and keeps the directory that was already there', async () => {
  const dataDir = await house.aNewDataDirectory();
  await mkdir(dataDir);

  const { stop } = await attachCluster({ dataDir });
  const owners = [ownerOf(dataDir), ownerOf(join(dataDir, 'pg'))];
  await stop();

  expect(owners[0]).toBe(0);
  expect(owners[1]).not.toBe(0);
});

asRoot('any other user runs PostgreSQL as themselves', async () => {
  const user = nobody();
  const dataDir = await lend(await house.aNewDataDirectory(), user);

  const server = house.serves(dataDir, { user });
  const address = await server.tells('address');

  expect(await ask(address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(ownerOf(join(dataDir, 'pg'))).toBe(user.uid);
  server.say('stop');
  await server.tells('stopped');
  expect(isPresent(dataDir)).toBe(false);
});

asRoot("root's tools work beside a user's server, wherever its temporary directory is", async () => {
  const user = nobody();
  const dataDir = await lend(await house.aNewDataDirectory(), user);
  const temporary = dirname(dataDir);
  const server = house.serves(dataDir, { user, temporary });
  const address = await server.tells('address');

  const tool = await attachCluster({ dataDir });

  expect(address.host.startsWith(`${temporary}/`)).toBe(true);
  expect(tool.address).toEqual(address);
  await tool.stop();
  expect(await ask(address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

asRoot("root's tools leave a user's data theirs", async () => {
  const user = nobody();
  const dataDir = await lend(await house.aNewDataDirectory(), user);
  const first = house.attaches(dataDir, { user });
  await first.tells('address');
  first.say('stop');
  await first.tells('stopped');

  await (await attachCluster({ dataDir })).stop();

  const again = house.serves(dataDir, { user });
  expect(await ask(await again.tells('address'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

asRoot('data that root restored from a backup is given to the account', async () => {
  const dataDir = await house.aNewDataDirectory();
  await (await attachCluster({ dataDir })).stop();
  execFileSync('chown', ['-R', '0:0', dataDir]);

  const { address, stop } = await attachCluster({ dataDir });

  expect(await ask(address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await stop();
});

asRoot("a user is refused another user's cluster in one sentence", async () => {
  const { dataDir } = house;
  const { stop } = await attachCluster({ dataDir });

  const stranger = house.attaches(dataDir, { user: nobody() });

  expect(await stranger.tells('refused')).toMatch(/^The data directory \S+ cannot be used \(EACCES: .*\)\.$/);
  await stop();
});

asRoot('root is told when the data directory is where PostgreSQL may not go', async () => {
  const dataDir = await house.aNewDataDirectory();
  await chmod(dirname(dataDir), 0o700);

  const refused = attachCluster({ dataDir });

  await expect(refused).rejects.toThrow(/^Root runs PostgreSQL as "\w+", who may not enter \S+: choose a DATA_DIR/);
});

asRoot('binaries that the account cannot read are copied beside the data, once', async () => {
  const dataDir = await house.aNewDataDirectory();
  await chmod(installation.directory, 0o700);

  const [first, second] = [await progressOf(dataDir), await progressOf(dataDir)];
  await chmod(installation.directory, 0o755);

  expect(first).toContainEqual(expect.stringMatching(/^Copying PostgreSQL 18\./));
  expect(second).toEqual([]);
  expect(readdirSync(dataDir)).toContainEqual(expect.stringMatching(/^postgresql-18\.\S+$/));
});

asRoot('binaries that were copied and that root restored from a backup are given to the account, too', async () => {
  const dataDir = await house.aNewDataDirectory();
  await chmod(installation.directory, 0o700);
  await progressOf(dataDir);
  execFileSync('chown', ['-R', '0:0', dataDir]);

  const again = house.attaches(dataDir);
  const answer = await ask(await again.tells('address'), 'SELECT 1 AS one');
  await chmod(installation.directory, 0o755);

  expect(answer).toEqual([{ one: 1 }]);
});

asRoot('a socket directory that somebody else put there first is refused', async () => {
  const { dataDir } = house;
  const { address, stop } = await attachCluster({ dataDir });
  await stop();
  await mkdir(address.host, { mode: 0o777 });

  const refused = attachCluster({ dataDir });

  await expect(refused).rejects.toThrow(
    `${address.host} is needed for PostgreSQL's socket and belongs to somebody else`,
  );
  await rm(address.host, { recursive: true });
});

asRoot('a temporary directory with a long name is no obstacle', async () => {
  const user = nobody();
  const dataDir = await lend(await house.aNewDataDirectory(), user);
  const temporary = join(dirname(dataDir), 'long'.repeat(30));

  const tool = house.attaches(dataDir, { user, temporary });
  const address = await tool.tells('address');

  expect(address.host.startsWith('/tmp/')).toBe(true);
  expect(postmasterPid(dataDir)).toBeDefined();
});
