import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '../../../src/kernel/errors';
import { attachCluster, type ClusterAddress, serveCluster } from '../../../src/kernel/postgres/cluster';
import { aSession, ask, House, isAlive, isPresent, postmasterPid, until } from './house';
import { anInstallation, type Installation } from './installation';

let installation: Installation;
const house = new House(() => installation);

beforeAll(async () => {
  installation = await anInstallation('as here');
});
afterEach(() => house.empty());
afterAll(() => installation.remove());

const log = (dataDir: string) => readFileSync(join(dataDir, 'postgres.log'), 'utf8');

/** Those who are present at a cluster, by the pids of their guards. */
const guards = (dataDir: string) => readdirSync(join(dataDir, 'run/present')).map((name) => Number.parseInt(name, 10));

const SERVING = `${0x63656c6c}, 2`;
const LOCKS = `FROM pg_locks WHERE locktype = 'advisory' AND (classid, objid) = (${SERVING})`;

const maintenance = ({ host, port, owner }: ClusterAddress) => ({ host, port, user: owner, database: 'postgres' });

async function serving(address: ClusterAddress): Promise<number> {
  const session = await aSession(maintenance(address));
  const found = await session.query(`SELECT pid ${LOCKS} AND granted`);
  await session.end();
  return found.rows.length;
}

const allKept = `SELECT array_agg(id ORDER BY id) AS ids FROM kept`;

test('after kill -9 of the server PostgreSQL stops cleanly within seconds, and no acknowledged row is lost', async () => {
  const dataDir = await house.aNewDataDirectory();
  const server = house.serves(dataDir);
  await ask(await server.tells('address'), 'CREATE TABLE kept (id integer GENERATED ALWAYS AS IDENTITY)');
  const postmaster = postmasterPid(dataDir);

  for (let writer = 0; writer < 4; writer += 1) server.say('write');
  await until(() => server.told.length > 500, 'rows have been acknowledged');
  await server.killed();
  const killedAt = Date.now();
  await until(() => !isAlive(postmaster), 'PostgreSQL has stopped');

  expect(Date.now() - killedAt).toBeLessThan(5000);
  const acknowledged = server.told.flatMap((event) => event.acknowledged ?? []);
  const next = await serveCluster({ dataDir });
  const [kept] = await ask<{ ids: number[] }>(next.address, allKept);
  await next.stop();
  expect(acknowledged.filter((id) => !kept?.ids.includes(id))).toEqual([]);
  expect(log(dataDir)).not.toMatch(/not properly shut down|interrupted/);
});

test('after kill -9 of everything, no acknowledged row is lost, and the old postmaster.pid is no obstacle', async () => {
  const dataDir = await house.aNewDataDirectory();
  const server = house.serves(dataDir);
  await ask(await server.tells('address'), 'CREATE TABLE kept (id integer GENERATED ALWAYS AS IDENTITY)');
  const postmaster = postmasterPid(dataDir)!;

  server.say('write');
  await until(() => server.told.length > 200, 'rows have been acknowledged');
  for (const guard of guards(dataDir)) process.kill(guard, 'SIGKILL');
  await server.killed();
  process.kill(postmaster, 'SIGKILL');
  await until(() => !isAlive(postmaster), 'PostgreSQL is dead');

  const acknowledged = server.told.flatMap((event) => event.acknowledged ?? []);
  expect(postmasterPid(dataDir)).toBe(postmaster);
  const next = await serveCluster({ dataDir });
  const [kept] = await ask<{ ids: number[] }>(next.address, allKept);
  await next.stop();
  expect(acknowledged.filter((id) => !kept?.ids.includes(id))).toEqual([]);
  expect(isPresent(dataDir)).toBe(false);
});

test('kill -9 of a tool does not stop the cluster under the server', async () => {
  const { dataDir } = house;
  const server = await serveCluster({ dataDir });
  const tool = house.attaches(dataDir);
  await tool.tells('address');
  const postmaster = postmasterPid(dataDir);

  await tool.killed();
  await until(() => guards(dataDir).length === 1, "the tool's guard has left");

  expect(await ask(server.address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(postmasterPid(dataDir)).toBe(postmaster);
  await server.stop();
});

test('kill -9 of the server does not stop the cluster under a tool, and makes room for another server', async () => {
  const { dataDir } = house;
  const server = house.serves(dataDir);
  await server.tells('address');
  const tool = await attachCluster({ dataDir });
  const postmaster = postmasterPid(dataDir);

  await server.killed();
  const next = await serveCluster({ dataDir });

  expect(postmasterPid(dataDir)).toBe(postmaster);
  await next.stop();
  expect(await ask(tool.address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await tool.stop();
  expect(isAlive(postmaster)).toBe(false);
});

test('a PostgreSQL that was left behind is adopted, and stopped by the last one out', async () => {
  const { dataDir } = house;
  const server = house.serves(dataDir);
  await server.tells('address');
  const postmaster = postmasterPid(dataDir);
  for (const guard of guards(dataDir)) process.kill(guard, 'SIGKILL');
  await server.killed();

  const tool = await attachCluster({ dataDir });

  expect(postmasterPid(dataDir)).toBe(postmaster);
  await tool.stop();
  expect(isAlive(postmaster)).toBe(false);
});

test('a server finds its cluster again when PostgreSQL was killed, and is still the only one', async () => {
  const { dataDir } = house;
  const server = await serveCluster({ dataDir });
  const postmaster = postmasterPid(dataDir)!;

  process.kill(postmaster, 'SIGKILL');
  await until(() => ![undefined, postmaster].includes(postmasterPid(dataDir)), 'PostgreSQL is back');
  const tool = await attachCluster({ dataDir });
  await until(async () => (await serving(tool.address)) === 1, 'the server is back');
  await tool.stop();

  expect(postmasterPid(dataDir)).not.toBe(postmaster);
  expect(await house.serves(dataDir).tells('refused')).toContain(`(pid ${process.pid})`);
  await server.stop();
  expect(isPresent(dataDir)).toBe(false);
});

test('a server hears that another one took its place while PostgreSQL restarted', async () => {
  const { dataDir } = house;
  const lost: Refusal[] = [];
  const server = await serveCluster({ dataDir, onLost: (refusal) => lost.push(refusal) });

  const usurper = await aSession({
    ...maintenance(server.address),
    application_name: `cellule server ${process.ppid}`,
  });
  const taken = usurper.query(`SELECT pg_advisory_lock(${SERVING})`);
  const session = await aSession(maintenance(server.address));
  await until(async () => (await session.query(`SELECT pid ${LOCKS} AND NOT granted`)).rows.length === 1, 'it waits');
  await session.query(`SELECT pg_terminate_backend(pid) ${LOCKS} AND granted`);
  await taken;
  await until(() => lost.length > 0, 'the server has heard');

  expect(lost[0]?.message).toContain(`(pid ${process.ppid}) already runs on`);
  await Promise.all([usurper.end(), session.end(), server.stop()]);
});

test('Ctrl-C in the terminal leaves PostgreSQL to the server, which ends its own work first', async () => {
  const { dataDir } = house;
  const server = house.serves(dataDir);
  await server.tells('address');

  server.signal('SIGINT');

  expect(await server.tells('stopped')).toBe(true);
  expect(isPresent(dataDir)).toBe(false);
});

test('no process that ends elsewhere shares the group of the terminal', async () => {
  const { dataDir } = house;
  const server = house.serves(dataDir);
  await server.tells('address');

  const groups = [postmasterPid(dataDir), ...guards(dataDir)].map((pid) =>
    Number(execFileSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' })),
  );

  expect(groups).not.toContain(server.pid);
});
