import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/kernel/package-root';

const page = join(packageRoot, 'docs/guide.md');
const guide = readFileSync(page, 'utf8');
const snippets = [...guide.matchAll(/(?:<!-- from (\S+) -->\n)?```(\w+)\n(.*?)\n```/gs)].map(
  ([, file, language = '', code = '']) => ({ file, language, code }),
);
const taken = snippets.filter((one): one is typeof one & { file: string } => one.file !== undefined);

test.each(taken)('the guide shows what stands in $file', ({ file, code }) => {
  // Whole lines; a document in a program stands between backticks.
  const lines = `\n${readFileSync(join(packageRoot, file), 'utf8').replaceAll('`', '\n')}`;

  expect(lines).toContain(`\n${code.replaceAll('`', '\n')}\n`);
});

test('every snippet of the guide is taken from a file that the tests run, answers apart', () => {
  const others = snippets.filter(({ file }) => file === undefined);

  expect(taken.length).toBeGreaterThan(15);
  expect(taken.filter(({ file }) => !/^(schema\/operations|docs\/examples)\//.test(file))).toEqual([]);
  expect(others.filter(({ language, code }) => language !== 'json' || !code.includes('"data"'))).toEqual([]);
});

test('the links of the guide lead somewhere', () => {
  const targets = [...guide.matchAll(/\]\(([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, path = '', place]) => ({
    path,
    place,
  }));

  for (const { path, place } of targets) {
    const target = path === '' ? page : join(dirname(page), path);
    expect([path, existsSync(target)]).toEqual([path, true]);
    if (place !== undefined) expect(anchorsOf(readFileSync(target, 'utf8'))).toContain(place);
  }
});

/** As GitHub makes them of titles. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
