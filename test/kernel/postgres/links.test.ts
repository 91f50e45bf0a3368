import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { ask, House } from './house';
import { anInstallation, type Installation } from './installation';
import { asRoot, lend, nobody } from './users';

let installation: Installation;
const house = new House(() => installation);

beforeEach(async () => {
  installation = await anInstallation('without links');
});
afterEach(async () => {
  await house.empty();
  await installation.remove();
});

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

// What the package's own list says that it needs; on Windows it is empty.
const LINK = process.platform === 'darwin' ? 'lib/libpq.dylib' : 'lib/libpq.so.5';

test('links that an installation without scripts left out are made', async () => {
  const dataDir = await house.aNewDataDirectory();

  const address = await house.attaches(dataDir).tells('address');

  expect(await ask(address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(isLink(join(installation.native, LINK))).toBe(true);
});

asRoot('where the user may not make them, PostgreSQL runs from a copy', async () => {
  const user = nobody();
  const dataDir = await lend(await house.aNewDataDirectory(), user);

  const tool = house.attaches(dataDir, { user });
  const address = await tool.tells('address');

  expect(await ask(address, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(isLink(join(installation.native, LINK))).toBe(false);
  expect(tool.told[0]?.progress).toMatch(/^Copying PostgreSQL 18\./);
});
