import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageRoot } from '../../src/kernel/package-root';

const dashboard = join(packageRoot, 'dist', 'dashboard');
/** Compressed, as it comes over a telephone at night. */
const kilobytesAtMost = [
  ['.js', 'first', 180],
  ['.js', 'all', 320],
  ['.css', 'first', 4],
  ['.css', 'all', 10],
] as const;

test.each(kilobytesAtMost)('of the %s of the dashboard, %s is at most %i kB compressed', (kind, part, most) => {
  const files = (part === 'first' ? filesOfPage() : allFiles()).filter((name) => extname(name) === kind);

  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(dashboard, 'assets', name))).length, 0);

  expect(files).not.toEqual([]);
  expect(bytes / 1000).toBeLessThanOrEqual(most);
});

/** What the page itself names, and the words of one language: what comes before anything is shown. */
function filesOfPage(): string[] {
  const page = readFileSync(join(dashboard, 'index.html'), 'utf8');
  const words = allFiles().filter((name) => name.startsWith('fr-'));
  return [...[...page.matchAll(/assets\/([\w.-]+)"/g)].map(([, name = '']) => name), ...words];
}

function allFiles(): string[] {
  return readdirSync(join(dashboard, 'assets'));
}
