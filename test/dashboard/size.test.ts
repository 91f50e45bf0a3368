import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageRoot } from '../../src/kernel/package-root';

const assets = join(packageRoot, 'dist', 'dashboard', 'assets');
/** Compressed, as it comes over a telephone at night. */
const kilobytesAtMost: Readonly<Record<string, number>> = { '.js': 290, '.css': 10 };

test.each(Object.entries(kilobytesAtMost))('all %s of the dashboard are at most %i kB compressed', (kind, most) => {
  const files = readdirSync(assets).filter((name) => extname(name) === kind);

  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);

  expect(files).not.toEqual([]);
  expect(bytes / 1000).toBeLessThanOrEqual(most);
});
