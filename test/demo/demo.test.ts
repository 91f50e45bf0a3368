import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Invitation } from '../../src/demo/invitation';
import { build, guest, postgresPid, RunningDemo } from './running-demo';

const running = new Set<RunningDemo>();
const directories: string[] = [];

// Not made beforehand: whoever PostgreSQL runs as must be able to enter it.
function aDirectory(): string {
  const directory = join(tmpdir(), `cellule-demo-${process.pid}-${directories.length}`);
  directories.push(directory);
  return directory;
}

function aDemo(dataDir: string, args: readonly string[], port?: number): RunningDemo {
  const demo = new RunningDemo(dataDir, args, port);
  running.add(demo);
  return demo;
}

beforeAll(build, 180_000);
afterAll(async () => {
  for (const demo of running) await demo.interrupt();
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

const writing = 'mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { number recordedAt } } }';

async function write(invitation: Invitation): Promise<{ number: number; recordedAt: string }> {
  const input = { incidentId: invitation.incident.id, entry: { text: 'Un essai.' } };
  return (await guest(invitation, 'DGS-CCS').ask(writing, { input })).writeEntry.entry;
}

describe('a demo that runs', () => {
  const dataDir = aDirectory();
  let demo: RunningDemo;
  let invitation: Invitation;
  beforeAll(async () => {
    demo = aDemo(dataDir, ['--json', '--at-once']);
    invitation = await demo.invitation();
  });

  test('invites to the case in one line of JSON', () => {
    expect(demo.output.trim().split('\n')).toHaveLength(1);
    expect(invitation).toMatchObject({
      graphql: `${invitation.url}/graphql`,
      graphiql: `${invitation.url}/graphiql`,
      incident: { reference: expect.stringMatching(/^CERP-BA-2024-[0-9A-Z]{4}$/) },
    });
  });

  test('gives each of the eight parties a token that opens the case', async () => {
    expect(invitation.parties).toHaveLength(8);
    for (const { code, name } of invitation.parties) {
      const { viewer, incidents } = await guest(invitation, code).ask(
        '{ viewer { stakeholder { code name } } incidents(first: 5) { edges { node { id status } } } }',
      );
      expect(viewer.stakeholder).toEqual({ code, name });
      expect(incidents.edges).toEqual([{ node: { id: invitation.incident.id, status: 'RESTORED' } }]);
    }
  });

  test('has a clock that runs on from Sunday evening', async () => {
    expect((await write(invitation)).recordedAt).toMatch(/^2024-10-20T18:3/);
  });

  test('keeps the key of its tokens for its owner alone', () => {
    const { mode } = statSync(join(dataDir, 'demo', 'session.json'));

    expect((mode & 0o777).toString(8)).toBe('600');
  });

  test('is told of in one line by another one that wants its port', async () => {
    const { port } = new URL(invitation.url);
    const other = aDemo(aDirectory(), [], Number(port));

    expect(await other.ended()).toBe(1);
    expect(other.errors).toBe(`Port ${port} on 127.0.0.1 is taken: set PORT.\n`);
  });

  test('does not lose its data to another one in the same place', async () => {
    const other = aDemo(dataDir, []);

    expect(await other.ended()).toBe(1);
    expect(other.errors).toMatch(/^Something runs on \S+: stop it first\.\n$/);
    expect((await write(invitation)).number).toBeGreaterThan(0);
  });
});

test('Ctrl-C ends the demo and its PostgreSQL; --keep goes on with its incident, its links and its hour', async () => {
  const dataDir = aDirectory();
  const first = aDemo(dataDir, ['--json', '--at-once']);
  const before = await first.invitation();
  const written = await write(before);
  const postgres = postgresPid(dataDir);

  const exitCode = await first.interrupt();

  expect(exitCode).toBe(0);
  expect(first.errors).toContain('Stopped.');
  expect(() => process.kill(postgres, 0)).toThrow('ESRCH');

  const kept = await aDemo(dataDir, ['--json', '--keep']).invitation();
  const next = await write({ ...before, url: kept.url });

  expect(kept.incident).toEqual(before.incident);
  expect(next.number).toBe(written.number + 1);
  expect(next.recordedAt > written.recordedAt).toBe(true);
  expect(next.recordedAt).toMatch(/^2024-10-20T18:3/);
});

test('a demo that was stopped half-way leaves nothing to the next, which replays the weekend to who watches', async () => {
  const dataDir = aDirectory();
  const first = aDemo(dataDir, ['--at-once']);
  await first.until(() => first.errors.includes('parties are registered'));

  expect(await first.interrupt()).toBe(0);
  expect(first.output).toBe('');

  const second = aDemo(dataDir, ['--json', '--keep', '--replay', '6']);
  const live = guest(await second.invitation(), 'ARS-CVL').subscribe(
    'subscription { journal { ... on JournalBatch { incident { status } lines { ... on JournalEntry { text } } } } }',
  );
  const events = await live.until((all) => all.some(({ journal }) => JSON.stringify(journal).includes('communiqué.')));

  expect(events[0].journal.incident.status).toBe('DECLARED');
  expect(events.at(-1)?.journal.incident.status).toBe('RESTORED');
  expect(second.errors).toContain('There is nothing to keep');
  expect(second.errors).toContain('Sun 18:40  CERP-BA');
  live.stop();
});

test('by itself, a demo unfolds the weekend live to who opens it then', async () => {
  const demo = aDemo(aDirectory(), ['--json']);
  const invitation = await demo.invitation();

  const { incident } = await guest(invitation, 'ARS-BRE').ask(
    'query ($id: ID!) { incident(id: $id) { status affectedServices { name } } }',
    { id: invitation.incident.id },
  );

  expect(incident).toEqual({ status: 'DECLARED', affectedServices: [] });
  await demo.until(() => demo.errors.includes('over 240 seconds'));
  await demo.until(() => demo.errors.includes('Sat 08:40  CERP-BA'));
  expect(demo.errors).not.toContain('The weekend is told');
  expect(await demo.interrupt()).toBe(0);
});

test('a pace that is none is refused', async () => {
  const demo = aDemo(aDirectory(), ['--replay', 'fast']);

  expect(await demo.ended()).toBe(1);
  expect(demo.errors).toBe('--replay: expected a number of seconds above 0, got "fast".\n');
});

test('a demo in a folder that only its owner may enter serves all the same', async () => {
  const closed = mkdtempSync(join(tmpdir(), 'cellule-closed-'));
  directories.push(closed);
  const demo = aDemo(join(closed, '.data'), ['--json', '--at-once']);

  const invitation = await demo.invitation();

  expect((await write(invitation)).number).toBeGreaterThan(0);
  await demo.interrupt();
  const [, elsewhere] = /demo's data are in (\S+)/.exec(demo.errors) ?? [];
  if (elsewhere) directories.push(elsewhere);
  expect(elsewhere === undefined).toBe(process.getuid?.() !== 0);
});
