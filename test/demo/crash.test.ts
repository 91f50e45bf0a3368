import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Invitation } from '../../src/demo/invitation';
import type { Party } from '../support/party';
import { build, guest, RunningDemo } from './running-demo';

const root = join(__dirname, '../..');
const dataDir = join(tmpdir(), `cellule-crash-${process.pid}`);
const codes = ['CERP-BA', 'ARS-BRE', 'ARS-CVL', 'DGS-CCS'];
const writing = 'mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { number } } }';
const following = `subscription ($after: [JournalPositionInput!]) { journal(after: $after) {
  ... on JournalBatch { lines { ... on JournalEntry { number text } ... on SealedEntry { number } } head { incidentId number chainHash } }
} }`;

let demo: RunningDemo;
beforeAll(build, 180_000);
afterAll(async () => {
  await demo.interrupt();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a server that is killed while all write loses nothing that it acknowledged, and a reader resumes without a gap', async () => {
  demo = new RunningDemo(dataDir, ['--json', '--at-once']);
  const before = await demo.invitation();
  const reader = guest(before, 'HFDS');
  const live = reader.subscribe(following);
  await live.until((events) => events.length === 1);
  const acknowledged = new Map<number, string>();

  const writers = codes.map((code) => writeUntilItFails(guest(before, code), before, acknowledged));
  await live.until(() => acknowledged.size >= 100);
  await demo.kill();
  await Promise.all(writers);
  await live.ending();
  await reader.leave();
  demo = new RunningDemo(dataDir, ['--json', '--keep']);
  const after = await demo.invitation();

  const heard = live.events.flatMap(({ journal }) => journal.lines);
  const { head } = live.events.at(-1).journal;
  const returned = guest(after, 'HFDS');
  const rest = returned.subscribe(following, { after: [head] });
  const highest = Math.max(...acknowledged.keys());
  await rest.until((events) => (events.at(-1)?.journal.head?.number ?? 0) >= highest);
  const all = [...heard, ...rest.events.flatMap(({ journal }) => journal.lines)];
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => all[0].number + index));
  for (const [number, text] of acknowledged) expect(all.find((line) => line.number === number)?.text).toBe(text);
  await returned.leave();
  await expect(verified()).resolves.toMatch(/./);
});

async function writeUntilItFails(
  party: Party,
  { incident }: Invitation,
  acknowledged: Map<number, string>,
): Promise<void> {
  for (let turn = 1; ; turn++) {
    const text = `${party.code} ${turn}`;
    const answer = await party
      .attempt(writing, { input: { incidentId: incident.id, entry: { text } } })
      .catch(() => undefined);
    if (!answer?.data) return;
    acknowledged.set(answer.data.writeEntry.entry.number, text);
  }
}

async function verified(): Promise<string> {
  const env = { ...process.env, DATA_DIR: join(dataDir, 'demo'), DATABASE_URL: '' };
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'dist/src/main.js'), 'verify-journal'], {
    env,
  });
  return stdout;
}
