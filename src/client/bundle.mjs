import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/** An ES module and a CommonJS one, without what they import from packages, and the types of each beside it. */
export async function bundle(outdir) {
  const tsc = require.resolve('typescript/bin/tsc');
  const common = { entryPoints: { index: 'src/client/index.ts' }, outdir, bundle: true, target: 'es2022' };
  await Promise.all([
    build({ ...common, outExtension: { '.js': '.mjs' }, packages: 'external', format: 'esm', logLevel: 'silent' }),
    // What is an ES module only comes along: not everything that runs CommonJS can load one.
    build({ ...common, outExtension: { '.js': '.cjs' }, external: ['graphql-ws'], format: 'cjs', logLevel: 'silent' }),
    promisify(execFile)(process.execPath, [tsc, '-p', 'src/client', '--outDir', outdir]),
  ]);
  for (const file of readdirSync(outdir).filter((name) => name.endsWith('.d.ts'))) asModules(join(outdir, file));
}

/** Types of a module name the files that they import with their extension. */
function asModules(file) {
  const types = readFileSync(file, 'utf8');
  for (const kind of ['mjs', 'cjs']) {
    const named = types.replaceAll(/(from '\.\/[\w-]+)'/g, `$1.${kind}'`);
    writeFileSync(file.replace(/\.d\.ts$/, `.d.${kind.replace('js', 'ts')}`), named);
  }
  rmSync(file);
}
