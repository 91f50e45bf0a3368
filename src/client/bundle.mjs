import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/** One ES module without what it imports from packages, and its types beside it. */
export async function bundle(outdir) {
  const tsc = require.resolve('typescript/bin/tsc');
  await Promise.all([
    build({
      entryPoints: { index: 'src/client/index.ts' },
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      packages: 'external',
      format: 'esm',
      target: 'es2022',
      logLevel: 'silent',
    }),
    promisify(execFile)(process.execPath, [tsc, '-p', 'src/client', '--outDir', outdir]),
  ]);
  for (const file of readdirSync(outdir).filter((name) => name.endsWith('.d.ts'))) asModule(join(outdir, file));
}

/** Types of an ES module name the files that they import with their extension. */
function asModule(file) {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(from '\.\/[\w-]+)'/g, "$1.mjs'"));
  renameSync(file, file.replace(/\.d\.ts$/, '.d.mts'));
}
