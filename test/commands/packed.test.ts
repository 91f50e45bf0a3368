import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/kernel/package-root';

const runs = promisify(execFile);
let folder: string;
let app: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cellule-packed-'));
  app = join(folder, 'app');
  mkdirSync(app);
  await runs('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: packageRoot });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  await runs('npm', ['install', '--prefer-offline', '--no-fund', '--no-audit', join(folder, tarball)], { cwd: app });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function cellule(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, DATABASE_URL: '', OIDC_ISSUERS: '', ...settings };
  const {
    code = 0,
    stdout,
    stderr,
  } = await runs('npx', ['cellule', ...args], { cwd: app, env }).catch((error) => error);
  return { code, stdout, stderr };
}

const commands = 'start demo migrate administrator token tokens revoke-token verify-journal export-journal'.split(' ');

test.each(commands)('in an empty folder, %s says what it is for', async (command) => {
  const { code, stdout, stderr } = await cellule([command, '--help']);

  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`Usage: cellule ${command}`);
});

test.each([
  ['an unknown command', ['nonsense'], {}, 2, /unknown command 'nonsense'/],
  ['an option that is missing', ['token'], {}, 2, /required option/],
  ['a database that is none', ['migrate'], { DATABASE_URL: 'foo' }, 1, /DATABASE_URL: expected a URL/],
  ['a folder that cannot be', ['migrate'], { DATA_DIR: '/proc/x' }, 1, /\/proc\/x cannot be used/],
  ['a record that is not there', ['verify-journal'], { DATA_DIR: '/nowhere' }, 1, /There is no record in/],
] as const)('%s is told in a sentence', async (_, args, settings, exitCode, sentence) => {
  const { code, stderr } = await cellule(args, settings);

  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(code).toBe(exitCode);
});

test('a port that is taken is told before anything is made', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;

  const { code, stderr } = await cellule(['start'], { PORT: String(port) });
  other.close();

  expect([code, stderr]).toEqual([1, `Port ${port} on 127.0.0.1 is taken: set PORT.\n`]);
  expect(readdirSync(app)).not.toContain('.data');
});
