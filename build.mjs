// Builds what is out of date: the server with tsc into dist/, GraphiQL and the client with esbuild, and the dashboard with Vite,
// into folders of their own there.
// `node build.mjs graphiql` builds that part only.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const require = createRequire(import.meta.url);
process.chdir(import.meta.dirname);

const COMMON = ['build.mjs', 'package-lock.json'];
const PARTS = [
  {
    name: 'server',
    inputs: [...COMMON, 'tsconfig.json', 'migrations', 'ormconfig.ts', 'src'],
    excluded: [join('src', 'graphiql'), join('src', 'client'), join('src', 'dashboard')],
    tool: 'typescript/bin/tsc',
    outputs: ['src', 'migrations', 'ormconfig.js'],
    build: buildServer,
  },
  {
    name: 'graphiql',
    inputs: [...COMMON, 'src/graphiql'],
    tool: 'esbuild',
    outputs: ['graphiql'],
    build: buildGraphiql,
  },
  {
    name: 'client',
    inputs: [...COMMON, 'tsconfig.json', 'src/client'],
    tool: 'esbuild',
    outputs: ['client'],
    build: buildClient,
  },
  {
    name: 'dashboard',
    inputs: [...COMMON, 'src/dashboard', 'src/client'],
    tool: 'vite',
    outputs: ['dashboard'],
    build: buildDashboard,
  },
];

async function buildServer(outDir) {
  const tsc = require.resolve('typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', 'tsconfig.json', '--outDir', outDir]).catch(
    ({ stdout, message }) => {
      throw new Error(stdout || message);
    },
  );
}

async function buildGraphiql(outDir, hash) {
  const { bundle } = await import('./src/graphiql/bundle.mjs');
  await bundle(join(outDir, 'graphiql'), hash.slice(0, 12));
}

async function buildClient(outDir) {
  const { bundle } = await import('./src/client/bundle.mjs');
  await bundle(join(outDir, 'client'));
}

async function buildDashboard(outDir) {
  const { bundle } = await import('./src/dashboard/bundle.mjs');
  await bundle(resolve(outDir, 'dashboard'));
}

/** Built aside and then moved into place, so that what runs from dist/, or another build, never meets half of it. */
async function bringUpToDate(part) {
  require.resolve(part.tool);
  const aside = join('dist', `.${part.name}.${process.pid}`);
  try {
    await part.build(aside, part.hash);
    rmSync(part.stamp, { force: true });
    for (const output of part.outputs) {
      rmSync(join('dist', output), { recursive: true, force: true });
      renameSync(join(aside, output), join('dist', output));
    }
    writeFileSync(part.stamp, part.hash);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The parts whose inputs are not those of the last build that succeeded. */
function outdated(parts) {
  return parts
    .map((part) => ({ ...part, stamp: `dist/.${part.name}.hash`, hash: hashOf(part) }))
    .filter((part) => !isCurrent(part));
}

function isCurrent({ stamp, hash, outputs }) {
  return (
    outputs.every((output) => existsSync(join('dist', output))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hash
  );
}

function hashOf({ inputs, excluded = [] }) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesIn).sort()) {
    if (!excluded.some((folder) => file.startsWith(folder)))
      hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

// Progress goes to standard error: standard output belongs to the command that runs after the build.
async function main() {
  const asked = process.argv.slice(2);
  const parts = outdated(PARTS.filter(({ name }) => asked.length === 0 || asked.includes(name)));
  if (parts.length === 0) return;
  const start = Date.now();
  mkdirSync('dist', { recursive: true });
  process.stderr.write(`Building ${parts.map(({ name }) => name).join(' and ')}… `);
  const results = await Promise.allSettled(parts.map(bringUpToDate));
  const failed = results.flatMap(({ reason }, i) => (reason ? [`${parts[i].name}: ${inWords(reason)}`] : []));
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  process.stderr.write(failed.length === 0 ? `done in ${seconds} s.\n` : `failed.\n${failed.join('\n')}\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function inWords(error) {
  return error.code === 'MODULE_NOT_FOUND' ? 'the build tools are not installed: run "npm ci" first.' : error.message;
}

await main();
