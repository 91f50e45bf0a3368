import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { declare, write } from '../journal/crisis';
import { Party } from '../support/party';
import { PackedApp } from './packed-app';

let app: PackedApp;
beforeAll(async () => {
  app = await PackedApp.install();
}, 300_000);
afterAll(() => app.remove());

const commands = 'start demo migrate administrator token tokens revoke-token verify-journal export-journal'.split(' ');

test.each(commands)('in an empty folder, %s says what it is for', async (command) => {
  const { code, stdout, stderr } = await app.run([command, '--help']);

  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`Usage: cellule ${command}`);
});

test('cellule says what it holds and which version it is', async () => {
  const [help, version] = [await app.run(['--help']), await app.run(['--version'])];

  expect([help.code, help.stderr, version.code, version.stderr]).toEqual([0, '', 0, '']);
  for (const command of commands) expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  ['no command', [], {}, 2, /^Usage: cellule/],
  ['an unknown command', ['nonsense'], {}, 2, /unknown command 'nonsense'/],
  ['an option that is missing', ['token'], {}, 2, /required option/],
  ['a database that is none', ['migrate'], { DATABASE_URL: 'foo' }, 1, /DATABASE_URL: expected a URL/],
  ['a folder that cannot be', ['migrate'], { DATA_DIR: '/proc/x' }, 1, /\/proc\/x cannot be used/],
  ['an export of nothing', ['export-journal'], {}, 1, /Give --incident or --registry/],
  ['a file that is not there', ['verify-journal', '--file', 'no'], {}, 1, /^no cannot be read/],
  ['a number that is none', ['demo', '--replay', 'x'], {}, 1, /--replay: expected a number/],
  ['a record that is not there', ['verify-journal'], { DATA_DIR: '/nowhere' }, 1, /There is no record in/],
] as const)('%s is told in a sentence', async (_, args, settings, exitCode, sentence) => {
  const { code, stderr } = await app.run(args, settings);

  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(code).toBe(exitCode);
});

test('who leaves before the output ends, as head does, is no fault', async () => {
  expect(await app.runUnread(['schema'])).toEqual({ code: 0, stderr: '' });
});

test('a port that is taken is told before anything is made', async () => {
  const folder = app.emptyFolder();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;

  const { code, stderr } = await app.run(['start'], { PORT: String(port) }, folder);
  other.close();

  expect([code, stderr]).toEqual([1, `Port ${port} on 127.0.0.1 is taken: set PORT.\n`]);
  expect(readdirSync(folder)).not.toContain('.data');
});

const consumer = `import { followJournal, type Position, type Update } from 'cellule/client';

const positions: readonly Position[] = [];
const following = followJournal({
  url: 'http://127.0.0.1:4000/graphql',
  after: positions,
  onUpdate(update: Update) {
    if (update.kind === 'lines') for (const line of update.lines) use(line.__typename === 'JournalEntry' ? line.text : null);
    // @ts-expect-error There is no such update.
    if (update.kind === 'news') return;
  },
});
function use(text: string | null): void {
  following.stop();
  void text;
}
`;

test.each([
  ['node16', 'consumer.mts'],
  ['nodenext', 'consumer.mts'],
  ['nodenext', 'consumer.cts'],
  ['bundler', 'consumer.ts'],
])('with the module resolution %s, %s finds the types of the client', async (resolution, name) => {
  const folder = app.emptyFolder();
  writeFileSync(join(folder, name), consumer);
  const module = resolution === 'bundler' ? 'esnext' : resolution;

  const options = ['--ignoreConfig', '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022'];
  const found = await app.compile(folder, [...options, '--module', module, '--moduleResolution', resolution, name]);

  expect(found).toBe('');
});

test('a program imports the client, as a module and by require', async () => {
  const folder = app.emptyFolder();
  writeFileSync(
    join(folder, 'a.mjs'),
    "import { followJournal } from 'cellule/client'; console.log(typeof followJournal)",
  );
  writeFileSync(join(folder, 'b.cjs'), "console.log(typeof require('cellule/client').followJournal)");

  for (const name of ['a.mjs', 'b.cjs']) expect([name, await app.node(folder, name)]).toEqual([name, 'function\n']);
});

describe('in an empty folder, an installation', () => {
  test('comes up by its commands, is used, exported and verified, each with the exit code 0', async () => {
    const folder = app.emptyFolder();
    const done = async (...args: string[]) => {
      const { code, stdout, stderr } = await app.run(args, {}, folder);
      expect([args[0], code, stderr]).toEqual([args[0], 0, expect.not.stringMatching(/\n\s+at /)]);
      return stdout.trim();
    };

    await done('migrate');
    const code = await done('administrator', '--name', 'Awa', '--code', 'PLATFORM', '--stakeholder', 'La plateforme');
    const server = app.serve(['start'], folder);
    const url = await server.says(/^Cellule serves at (\S+)$/m);
    const awa = await coordinating(url, code);
    const { id, reference } = await declare(awa);
    await write(awa, id, 'Une panne est déclarée.');
    const system = await done('token', '--stakeholder', 'PLATFORM', '--label', 'Un écran');
    await done('export-journal', '--incident', reference, '--stakeholder', 'PLATFORM', '--out', 'journal.ndjson');
    const { incident } = await at(url, system).ask('query ($id: ID!) { incident(id: $id) { title } }', { id });
    const ended = await server.interrupt();
    const [record, file] = [await done('verify-journal'), await done('verify-journal', '--file', 'journal.ndjson')];

    expect(incident.title).toBe('Cyberattaque');
    expect(ended).toEqual({ code: 0, stderr: expect.not.stringMatching(/\n\s+at /) });
    expect(record).toMatch(/The record verifies\.$/);
    expect(file).toContain('lines');
    expect(readdirSync(folder).sort()).toEqual(['.data', 'journal.ndjson']);
  });

  test('says in a sentence what of an export was altered, with the exit code 1', async () => {
    const folder = app.emptyFolder();
    const demo = app.serve(['demo', '--json', '--at-once'], folder);
    const line = await demo.says(/^(\{.*\})$/m);
    const { incident, graphql, parties } = JSON.parse(line);
    const at = ['--incident', incident.reference, '--stakeholder', parties[0].code];
    const { code, stdout } = await app.run(['export-journal', ...at], { DATA_DIR: '.data/demo' }, folder);
    writeFileSync(join(folder, 'altered.ndjson'), stdout.replace('cyberattaque', 'panne'));
    const altered = await app.run(['verify-journal', '--file', 'altered.ndjson'], {}, folder);
    const response = await fetch(graphql, { headers: { authorization: `Bearer ${parties[0].token}` } });
    const ended = await demo.interrupt();

    expect([code, response.status < 500]).toEqual([0, true]);
    expect([altered.code, altered.stderr]).toEqual([1, expect.stringMatching(/does not verify/)]);
    expect(altered.stderr).not.toMatch(/\n\s+at /);
    expect(ended.code).toBe(0);
  });
});

const at = (url: string, token: string) => new Party({ url, token, code: '', personId: null, stakeholderId: null });

/** Who has the first access code, with the rights that it gives itself. */
async function coordinating(url: string, code: string): Promise<Party> {
  const first = at(url, code);
  const { viewer } = await first.ask('{ viewer { person { id } stakeholder { id } } }');
  await first.ask('mutation ($input: GrantRightsInput!) { grantRights(input: $input) { entries { number } } }', {
    input: {
      personId: viewer.person.id,
      stakeholderId: viewer.stakeholder.id,
      rights: ['COORDINATE', 'ADMINISTER', 'PLATFORM_ADMIN'],
      expectedVersion: 1,
    },
  });
  return first;
}
