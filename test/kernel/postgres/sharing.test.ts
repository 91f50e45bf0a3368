import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Refusal } from '../../../src/kernel/errors';
import { attachCluster, serveCluster } from '../../../src/kernel/postgres/cluster';
import { ask, House, isAlive, isPresent, postmasterPid, until } from './house';
import { anInstallation, type Installation } from './installation';

let installation: Installation;
const house = new House(() => installation);

beforeAll(async () => {
  installation = await anInstallation('as here');
});
afterEach(() => house.empty());
afterAll(() => installation.remove());

test('a tool alone starts the cluster and stops it', async () => {
  const dataDir = await house.aNewDataDirectory();

  const tool = await attachCluster({ dataDir });
  const postmaster = postmasterPid(dataDir);
  const answer = await ask(tool.address, 'SELECT 1 AS one');
  await tool.stop();

  expect(answer).toEqual([{ one: 1 }]);
  expect(isAlive(postmaster)).toBe(false);
  expect([isPresent(dataDir), existsSync(tool.address.host)]).toEqual([false, false]);
});

test('a tool that forgets to stop leaves nothing running', async () => {
  const { dataDir } = house;
  const tool = house.attaches(dataDir);
  await tool.tells('address');
  const postmaster = postmasterPid(dataDir);

  await tool.killed();

  await until(() => !isAlive(postmaster), 'PostgreSQL has stopped');
});

test('the cluster keeps what it is told, and only its socket is open, to its own user', async () => {
  const { address, stop } = await attachCluster({ dataDir: await house.aNewDataDirectory() });

  const [settings] = await ask(
    address,
    `SELECT current_setting('fsync') AS fsync, current_setting('data_checksums') AS checksums,
            current_setting('listen_addresses') AS listening, current_setting('TimeZone') AS zone,
            current_setting('server_encoding') AS encoding, datlocprovider AS provider, datlocale AS locale
       FROM pg_database WHERE datname = current_database()`,
  );
  const directory = await stat(address.host);
  await stop();

  expect(settings).toEqual({
    ...{ fsync: 'on', checksums: 'on', listening: '', zone: 'UTC' },
    ...{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' },
  });
  expect(directory.mode & 0o777).toBe(0o700);
  expect(`${address.host}/.s.PGSQL.${address.port}`.length).toBeLessThan(104);
});

test('the runtime role may log in and nothing more, and the owner owns the database', async () => {
  const { address, stop } = await attachCluster({ dataDir: await house.aNewDataDirectory() });

  const roles = await ask(
    address,
    `SELECT current_user AS me, rolname AS name, rolsuper AS super, rolcreatedb AS "createDb", rolcreaterole AS "createRole"
       FROM pg_roles WHERE rolname LIKE 'cellule%' ORDER BY rolname`,
    'runtime',
  );
  const owners = await ask(
    address,
    `SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = 'cellule'`,
  );
  await stop();

  expect(roles).toEqual([
    { me: 'cellule_runtime', name: 'cellule_owner', super: true, createDb: true, createRole: true },
    { me: 'cellule_runtime', name: 'cellule_runtime', super: false, createDb: false, createRole: false },
  ]);
  expect(owners).toEqual([{ owner: 'cellule_owner' }]);
});

test('what was written is there at the next start, which takes well under a second', async () => {
  const dataDir = await house.aNewDataDirectory();
  const first = await attachCluster({ dataDir });
  await ask(first.address, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();

  const second = house.serves(dataDir);
  const address = await second.tells('address');

  expect(await ask(address, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  // 0.1 s on an idle machine; the limit is for a busy one.
  expect(await second.tells('after')).toBeLessThan(2000);
  expect(second.told.filter((event) => event.progress !== undefined)).toEqual([]);
});

test('a tool works beside a running server and does not stop it', async () => {
  const { dataDir } = house;
  const server = await serveCluster({ dataDir });
  const postmaster = postmasterPid(dataDir);

  const tool = house.attaches(dataDir);
  const address = await tool.tells('address');
  tool.say('stop');
  await tool.tells('stopped');

  expect(address).toEqual(server.address);
  expect(await ask(server.address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(postmasterPid(dataDir)).toBe(postmaster);
  await server.stop();
  expect(isPresent(dataDir)).toBe(false);
});

test('a server takes over the cluster that a tool started', async () => {
  const { dataDir } = house;
  const tool = house.attaches(dataDir);
  await tool.tells('address');
  const postmaster = postmasterPid(dataDir);

  const server = await serveCluster({ dataDir });
  tool.say('stop');
  await tool.tells('stopped');

  expect(await ask(server.address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(postmasterPid(dataDir)).toBe(postmaster);
  await server.stop();
});

test('a second server is refused in one sentence, and leaves the first alone', async () => {
  const { dataDir } = house;
  const first = house.serves(dataDir);
  const address = await first.tells('address');

  const second = house.serves(dataDir);

  expect(await second.tells('refused')).toBe(
    `A Cellule server (pid ${first.pid}) already runs on ${dataDir}: stop it first, or give this one another DATA_DIR.`,
  );
  expect(await ask(address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a server that has stopped makes room for the next', async () => {
  const { dataDir } = house;
  const tool = await attachCluster({ dataDir });
  await (await serveCluster({ dataDir })).stop();

  const next = await serveCluster({ dataDir });

  await expect(serveCluster({ dataDir })).rejects.toThrow(Refusal);
  await next.stop();
  await tool.stop();
});

test('several that start at once on an empty directory share one cluster', async () => {
  const dataDir = await house.aNewDataDirectory();

  const tools = [1, 2, 3].map(() => house.attaches(dataDir));
  const server = house.serves(dataDir);
  const addresses = await Promise.all([...tools, server].map((resident) => resident.tells('address')));

  expect(new Set(addresses.map((address) => JSON.stringify(address))).size).toBe(1);
  for (const tool of tools) tool.say('stop');
  await Promise.all(tools.map((tool) => tool.tells('stopped')));
  expect(await ask(addresses[0]!, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('those who come while the last one leaves get a cluster that stays', async () => {
  const { dataDir } = house;
  let last = await attachCluster({ dataDir });

  for (let round = 0; round < 20; round += 1) {
    const [next] = await Promise.all([attachCluster({ dataDir }), last.stop()]);
    expect(await ask(next.address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    last = next;
  }

  await last.stop();
  expect(isPresent(dataDir)).toBe(false);
});
