import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
const first = 'type Query { name: String title: String incidents(first: Int): [String] } enum Status { OPEN CLOSED }';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contract-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

interface Contract {
  readonly released?: string;
  readonly served: string;
  readonly unreleased?: string;
}

/** What the check says of these. */
async function checked({ released = first, served, unreleased = '' }: Contract, ...options: string[]) {
  await writeFile(at('released.graphql'), released);
  await writeFile(at('schema.graphql'), served);
  await writeFile(at('CHANGELOG.md'), `# Changes\n\n## Unreleased\n\n${unreleased}\n\n## 0.1.0\n\nThe first.\n`);
  return run(...options);
}

async function run(...options: string[]): Promise<{ ok: boolean; said: string }> {
  try {
    await promisify(execFile)(process.execPath, ['contract.mjs', '--folder', folder, ...options], { cwd: root });
    return { ok: true, said: '' };
  } catch (error) {
    return { ok: false, said: (error as { stderr: string }).stderr };
  }
}

const without = (part: string) => first.replace(part, '');

test.each([
  ['a field is gone', without('name: String'), '- Breaking: `Query.name` (FIELD_REMOVED):'],
  ['an argument is gone', without('(first: Int)'), '- Breaking: `Query.incidents.first` (FIELD_ARGUMENT_REMOVED):'],
  ['a value is gone', without('CLOSED'), '- Breaking: `Status.CLOSED` (ENUM_VALUE_REMOVED):'],
  [
    'a field has another type',
    first.replace('name: String', 'name: Int'),
    '- Breaking: `Query.name` (FIELD_TYPE_CHANGED):',
  ],
])('it is refused that %s, and said how to announce it', async (_, served, line) => {
  const { ok, said } = await checked({ served });

  expect(ok).toBe(false);
  expect(said).toContain(line);
});

test('what is announced is accepted, and what is announced of something else is not', async () => {
  const served = without('name: String');

  expect(await checked({ served, unreleased: '- Breaking: `Query.name` (FIELD_REMOVED): use `title`.' })).toEqual({
    ok: true,
    said: '',
  });
  const { ok, said } = await checked({ served, unreleased: '- Breaking: `Query.title` (FIELD_REMOVED): use `name`.' });

  expect(ok).toBe(false);
  expect(said).toContain("Field 'name' was removed from object type 'Query'");
  expect(said).toContain('`Query.title` (FIELD_REMOVED) is announced, and nothing of the kind breaks.');
});

test('what was announced for an earlier release announces nothing now', async () => {
  await checked({ served: without('name: String') });
  const changelog = await readFile(at('CHANGELOG.md'), 'utf8');
  await writeFile(at('CHANGELOG.md'), `${changelog}\n- Breaking: \`Query.name\` (FIELD_REMOVED): use \`title\`.\n`);

  expect((await run()).ok).toBe(false);
});

test('an announcement without a reason is none', async () => {
  const { said } = await checked({ served: first, unreleased: '- Breaking: `Query.name` (FIELD_REMOVED)' });

  expect(said).toContain('is no announcement');
});

test('what is added needs no announcement', async () => {
  expect((await checked({ served: first.replace('title', 'more: Int title') })).ok).toBe(true);
});

test('a deprecation says until when', async () => {
  const deprecated = (reason: string) => first.replace('name: String', `name: String @deprecated(reason: "${reason}")`);

  const { said } = await checked({ served: deprecated('Use title.') });

  expect(said).toContain('Query.name is deprecated without a day');
  expect((await checked({ served: deprecated('Use title. Until 2027-06-30.') })).ok).toBe(true);
});

test('a release makes the schema as it is the released one, and titles what was announced', async () => {
  const announced = '- Breaking: `Query.name` (FIELD_REMOVED): use `title`.';

  await checked({ served: without('name: String'), unreleased: announced }, '--release', '0.2.0');

  expect(await readFile(at('released.graphql'), 'utf8')).toBe(without('name: String'));
  expect(await readFile(at('CHANGELOG.md'), 'utf8')).toMatch(
    /## Unreleased\n\n## 0\.2\.0 \(\d{4}-\d\d-\d\d\)\n\n- Breaking: `Query\.name` .*\n\n## 0\.1\.0\n/,
  );
  expect(await run()).toEqual({ ok: true, said: '' });
});

test('Cellule’s own schema keeps what was released', async () => {
  await cp(join(root, 'schema'), folder, { recursive: true });

  expect(await run()).toEqual({ ok: true, said: '' });
});
