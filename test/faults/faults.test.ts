import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from '../demo/running-demo';

const root = join(__dirname, '../..');

beforeAll(build, 180_000);

test('nothing is lost, doubled, out of order or leaked while sockets, nodes and PostgreSQL fail', async () => {
  const { stdout } = await run(['--quick', '--minutes=1', '--subscribers=40', '--seed=20241019']);

  expect(stdout).toContain('Nothing lost, doubled, out of order or leaked.');
}, 600_000);

test('a run in which a line is spoilt on its way says so, and fails', async () => {
  const spoilt = run(['--quick', '--seed=7', '--only=at random', '--break=double']);

  await expect(spoilt).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/\| doubled +\| +[1-9]/) });
}, 300_000);

function run(args: readonly string[]): Promise<{ stdout: string }> {
  return promisify(execFile)(process.execPath, [join(root, 'test/faults/faults.mjs'), ...args], { cwd: root });
}
